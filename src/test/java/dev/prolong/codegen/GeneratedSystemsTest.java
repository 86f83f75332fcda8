package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated classes of many systems: compiled with every warning an error, and compared with values of 30 digits. */
final class GeneratedSystemsTest {
    private static final long SEED = 11;

    /** Ten activations without a row. */
    static final List<String> OWN = List.of(
            "x^3 + x",
            "1/(2 + cos(x))",
            "exp(x) + 1",
            "1 + tanh(x)^2",
            "x/(1 + x^2)",
            "2 + sin(x)",
            "exp(-x) + exp(x)",
            "x^2 + 4*x + 5",
            "sqrt(x^2 + 2)",
            "piecewise(x >= 0: x + 1, otherwise: exp(x))");

    static Stream<String> known() {
        return dev.prolong.equation.ActivationLibrary.standard().all().stream()
                .filter(r -> r.openParameters().isEmpty())
                .map(r -> r.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos", "tanh", "relu", "softsign", "gaussian", "hardtanh"})
    void aFewActivations(String name) {
        assertThat(compare("z' = " + name + "(theta1*z + theta2)")).isPositive();
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("known")
    void everyActivation(String name) {
        compare("z' = " + name + "(theta1*z + theta2)");
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("known")
    void everyActivationWithItsAdjoints(String name) {
        compare("z' = " + name + "(theta1*z + theta2); backpropagation");
    }

    static Stream<String> own() {
        return OWN.stream();
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("own")
    void activationsWithoutARow(String sigma) {
        compare("activation s(x) = " + sigma + "; z' = s(theta1*z + theta2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z' = cos(theta1*z + theta2); backpropagation",
                "class' = class*(1 - class)",
                "states double, t_, Math; double' = double; t_' = Math; Math' = -t_",
                "parameters p, x, out; states y; y' = p*y + x + out",
                "x'' = -x",
                "x'' = -k*x; y' = y",
                "y' = y*t"
            })
    void systemsOfEveryKind(String source) {
        compare(source);
    }

    /** How many quantities had a reference at the points. */
    static int compare(String source) {
        DerivationResult result = Prolong.derive(source, Options.DEFAULT.withLimit(Duration.ofSeconds(40)));
        Accuracy accuracy = new Accuracy(result, 30);
        SamplePoints points =
                new SamplePoints(accuracy.symbols(), List.of(), result.system().assumptions(), SEED);
        int met = 0;
        int wanted = result.overall().conserved().isEmpty() ? 0 : 12;
        for (int i = 0; i < wanted; i++) {
            Map<?, BigDecimal> point = points.next();
            met += accuracy.compare(
                    point.values().stream().mapToDouble(BigDecimal::doubleValue).toArray());
        }
        assertThat(accuracy.findings().stream()
                        .filter(f -> !(f.scaled() <= 1e-13))
                        .toList())
                .isEmpty();
        return met;
    }

    @Test
    void theSameRequestGivesTheSameFiles() {
        DerivationResult result = Prolong.derive("z' = tanh(theta1*z + theta2)");
        assertThat(JavaTarget.generate(result, "a.b", "prolong").files())
                .isEqualTo(JavaTarget.generate(result, "a.b", "prolong").files());
    }

    @Test
    void nothingOfTheInputEscapesFromComments() {
        DerivationResult result = Prolong.derive("z' = z");
        CodeRequest request =
                CodeRequest.of(result, "", "prolong generate --expr '*/ class Evil {} /* @x <b> \\u002a'");
        InMemoryCompiler.compile(JavaTarget.generate(request).files());
        assertThat(JavaTarget.generate(request).files())
                .noneMatch(f -> f.content().contains("*/ class Evil"));
    }
}
