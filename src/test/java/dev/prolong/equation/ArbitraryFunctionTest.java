package dev.prolong.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.InputForm;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arbitrary functions from the input to the verdict. */
final class ArbitraryFunctionTest {
    private static final AnsatzChoice SEPARABLE = AnsatzChoice.of(AnsatzChoice.Kind.SEPARABLE);

    private static Problem problem(String text) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function F; y' = F(y/x) | 1",
                "function F; y' = y^2*F(x*y) | 1",
                "function f; y' = f(y) | 3",
                "function f; z' = f(theta1*z + theta2) | 3",
                "function f; y'' = f(y) | 1",
                "function f; z' = f(theta1*z + theta2); backpropagation | 4"
            })
    void symmetriesHoldForEveryFunction(String text, int dimension) {
        DerivationResult result = Pipeline.derive(problem(text), Options.DEFAULT.withAnsatz(SEPARABLE));
        assertThat(result.overall().algebra().dimension()).contains(dimension);
        assertThat(result.overall().generators())
                .hasSize(dimension)
                .allSatisfy(x -> assertThat(x.verdict()).isInstanceOf(Verdict.Proved.class));
    }

    @Test
    void derivativesOfSeveralArgumentsAreReadAsTheyAreWritten() {
        Problem problem = problem("independent x\nfunction g\ny' = g(x, y) + g_d0_2(x, y)");
        assertThat(problem.system().functions()).hasSize(1);
        assertThat(InputForm.of(problem.system().equations().get(0).rhs())).isEqualTo("g(x, y) + g_d0_2(x, y)");
    }

    @Test
    void primesAreDerivativesByTheOnlyArgument() {
        Problem problem = problem("independent x\nfunction f\ny' = f'(x*y) + f''(x)");
        assertThat(InputForm.of(problem.system().equations().get(0).rhs())).isEqualTo("f'(x*y) + f''(x)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function g; y' = g(x, y) + g(x) | takes 2 arguments",
                "function g; y' = g(x, y) + g'(x, y) | which argument",
                "function g; y' = g_d1_0(x) | takes 2 arguments",
                "y' = g_d1_0(x, y) | unknown function"
            })
    void wrongUsesAreDiagnosed(String text, String message) {
        assertThatThrownBy(() -> problem(text.strip()))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining(message);
    }
}
