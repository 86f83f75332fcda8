package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Facts;
import dev.prolong.Prolong;
import dev.prolong.algebra.InputForm;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.symmetry.AlgebraStructure;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GeneralAnsatzTest {
    static Stream<Arguments> some() {
        return Facts.of(
                "/symmetry/finite-type.tsv",
                List.of(
                        "so-02",
                        "so-09",
                        "so-17",
                        "so-49",
                        "O2-airy",
                        "O2-ef-20/7",
                        "O2-pinney-airy",
                        "S2-kepler-polar"));
    }

    static Stream<Arguments> all() {
        return Facts.of("/symmetry/finite-type.tsv");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("some")
    void findsAndProvesEverySymmetry(String name, String system, int dimension) {
        isComplete(derive(system), dimension);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void findsAndProvesEverySymmetryOfEveryKnownEquation(String name, String system, int dimension) {
        isComplete(derive(system), dimension);
    }

    private static void isComplete(DerivationResult result, int dimension) {
        assertThat(result.overall().algebra().dimension()).contains(dimension);
        assertThat(result.overall().algebra().complete()).isTrue();
        assertThat(result.overall().generators())
                .hasSize(dimension)
                .allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
    }

    @Test
    void specialExponentsAreCasesOfTheirOwn() {
        DerivationResult result = derive("independent x; y'' = y^n");
        assertThat(result.overall().algebra().dimension()).contains(2);
        assertThat(result.cases())
                .extracting(c -> InputForm.of(c.condition().orElseThrow()) + ": "
                        + c.algebra().dimension().orElseThrow())
                .containsExactlyInAnyOrder("n == 1: 8", "n == 0: 8", "n == -3: 3");
    }

    @Test
    void aShiftThatVanishesAddsASymmetryToBackpropagation() {
        DerivationResult result = derive("z' = (theta1*z + theta2)^3; backpropagation");
        assertThat(result.overall().algebra().dimension()).contains(4);
        assertThat(result.cases())
                .filteredOn(c -> InputForm.of(c.condition().orElseThrow()).equals("theta2 == 0"))
                .singleElement()
                .satisfies(c -> assertThat(c.algebra().dimension()).contains(5));
    }

    @ParameterizedTest
    @CsvSource({
        // the flow of one symmetry has an inverse with branches
        "x^2*y'' = 2*y",
        // irrational exponents with halves
        "y'' = 4*y/x^2 + x",
        "y'' + y = 1/cos(x)",
        // linear in log(y), in y^2
        "y'' = y'^2/y + x*y*log(y) + y/x",
        "y*y'' = x - y'^2 - y*y'/x",
    })
    void findsAllEightOfEquationsThatAreLinearInAFunctionOfTheState(String equation) {
        isComplete(derive("independent x; " + equation), 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "independent x; y'' = 0 | sl(3,R)",
                "independent x; y'' = y^-3 | sl(2,R)",
                "independent x; y'' = exp(y) | aff(1)",
                "independent x; y'' = (1 + y'^2)^(3/2) | e(2)",
                "independent x; y''' = 0 | sl(2,R) with a radical of dimension 4",
                "x'' = 0; y'' = 0 | sl(4,R)",
            })
    void namesTheAlgebra(String system, String name) {
        assertThat(AlgebraStructure.of(derive(system).overall().commutators()).flatMap(AlgebraStructure::name))
                .contains(name);
    }

    private static DerivationResult derive(String source) {
        return Pipeline.derive(
                Elaboration.of(OdeParser.parse(SourceText.of("test", source))),
                Options.DEFAULT.withIntegrals(IntegralSearch.NONE));
    }

    /** No half-angle tangents that nobody typed. */
    @Test
    void isotropicOscillatorsMoveBySinesAndCosines() {
        List<String> written = Prolong.derive(
                        "x'' = -b^2*x; y'' = -b^2*y", Options.DEFAULT.withIntegrals(IntegralSearch.NONE))
                .overall()
                .generators()
                .stream()
                .flatMap(x -> x.claim().infinitesimals().stream())
                .map(InputForm::of)
                .toList();
        assertThat(written).contains("-b*x*y*sin(b*t)", "b*y^2*cos(b*t)").noneMatch(w -> w.contains("tan"));
    }
}
