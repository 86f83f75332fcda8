package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Facts;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PolynomialAnsatzTest {
    static Stream<Arguments> some() {
        return Facts.of("/symmetry/polynomial.tsv", List.of("sys-08", "sys-13", "sys-24"));
    }

    static Stream<Arguments> all() {
        return Facts.of("/symmetry/polynomial.tsv");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("some")
    void findsAllOfLowDegree(String name, String system, String one, String two, String three) {
        check(system, 1, one);
        check(system, 2, two);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void findsAllOfEveryKnownSystem(String name, String system, String one, String two, String three) {
        check(system, 1, one);
        check(system, 2, two);
        check(system, 3, three);
    }

    /** {@code X'(x) = Y'(y) = (X + Y)/(x + y)}: no unknown has an equation of its own. */
    @ParameterizedTest
    @CsvSource({"x' = x + y; y' = x + y, 3", "x' = a*x + b*y; y' = c*(a*x + b*y), 3"})
    void separableInfinitesimalsWhoseEquationsAreCoupled(String system, int dimension) {
        CaseResult result = Pipeline.derive(
                        Elaboration.of(OdeParser.parse(SourceText.of("test", system + "; ansatz separable"))),
                        Options.DEFAULT.withIntegrals(IntegralSearch.NONE))
                .overall();
        assertThat(result.algebra().dimension()).contains(dimension);
        assertThat(result.generators())
                .hasSize(dimension)
                .allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
    }

    /** The fields that commute with the right side are the polynomials in the matrix, whose entries are as long as determinants. */
    @ParameterizedTest
    @CsvSource({"3, 4, 4", "4, 5, 5", "8, 9, 9"})
    void linearNetworksWithAllWeightsFree(int n, int dimension, int found) {
        CaseResult result = Pipeline.derive(
                        Elaboration.of(OdeParser.parse(SourceText.of(
                                "test",
                                "states z[1..%1$d]; parameters W[1..%1$d,1..%1$d]; ".formatted(n)
                                        + "z[i]' = sum(j in 1..%1$d, W[i,j]*z[j]) for i in 1..%1$d; ".formatted(n)
                                        + "ansatz polynomial 1"))),
                        Options.DEFAULT.withIntegrals(IntegralSearch.NONE))
                .overall();
        assertThat(result.algebra().dimension()).contains(dimension);
        assertThat(result.generators())
                .hasSize(found)
                .allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
    }

    private static void check(String system, int degree, String dimension) {
        CaseResult result = Pipeline.derive(
                        Elaboration.of(
                                OdeParser.parse(SourceText.of("test", system + "; ansatz polynomial " + degree))),
                        Options.DEFAULT.withIntegrals(IntegralSearch.NONE))
                .overall();
        if (!dimension.equals("-")) {
            assertThat(result.algebra().dimension()).contains(Integer.valueOf(dimension));
        }
        assertThat(result.algebra().complete()).isTrue();
        assertThat(result.generators()).allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
    }
}
