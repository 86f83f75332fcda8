package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.InputForm;
import dev.prolong.group.GroupAction;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import dev.prolong.symmetry.AlgebraStructure;
import dev.prolong.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers with functions that are known by their linear equation only. */
class KernelAnswersTest {
    /** A linear equation of order two has eight symmetries, written in its own solutions; names as in the DLMF. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    y'' = x*y                               | Airy function
                    y'' + y'/x + (1 - n^2/x^2)*y = 0        | Bessel function, square of its order n^2
                    x^2*y'' + x*y' - (x^2 + 4)*y = 0        | modified Bessel function, square of its order 4
                    y'' = 2*x*y' - 2*m*y                    | Hermite function, twice its degree 2*m
                    (1 - x^2)*y'' - 2*x*y' + n*(n + 1)*y = 0 | Legendre function
                    x*y'' + (b - x)*y' - a*y = 0            | Kummer function with a = a, b = b
                    y'' = (1/4 - k/x + (m^2 - 1/4)/x^2)*y   | Whittaker function with kappa = k
                    y'' = (x^2/4 + a)*y                     | parabolic cylinder function
                    y'' = x*y + x^2                         | Airy function: any solution of K3'' = x*K3
                    y'' = y + log(x)                        | any solution of K1'' = K1 + log(x)
                    """)
    void linearEquationsByTheirOwnSolutions(String equation, String meaning) {
        DerivationResult result = derive(equation);
        assertThat(result.overall().algebra().dimension()).contains(8);
        assertThat(result.overall().structure().flatMap(AlgebraStructure::name)).contains("sl(3,R)");
        assertThat(result.overall().generators())
                .hasSize(8)
                .allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
        assertThat(Format.JSON.write(result, ReportOptions.DEFAULT)).contains("\"meaning\": \"" + meaning);
    }

    /** Of the linear equations that belong to a Riccati equation the shortest is taken. */
    @Test
    void riccatiEquation() {
        String text = Format.TEXT.write(derive("y' = x - y^2"), ReportOptions.DEFAULT);
        assertThat(text).contains("X₁ = (y K₁ − K₂)² ∂_y", "K₂' = x K₁", "All proved");
    }

    /** A first derivative in the linear equation counts, and a square is not divided by a square. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y' = exp(x) - y^2 | (y K₁ − K₂)² ∂_y | K₂' = K₁ e^x",
                "y' = 1 + x*y^2    | (y K₂ − K₁)² ∂_y | K₂' = −x K₁",
            })
    void riccatiEquationsWithoutDetours(String equation, String generator, String law) {
        assertThat(Format.TEXT.write(derive(equation), ReportOptions.DEFAULT))
                .contains("X₁ = " + generator, law, "All proved");
    }

    /** The law of a kernel is real only where the equation is. */
    @Test
    void logarithmsStayAsTheyAreWritten() {
        String json = Format.JSON.write(derive("y' = y^2/x + 2*y + log(x)"), ReportOptions.DEFAULT);
        assertThat(json).contains("log(x)").contains("\"kernels\"").doesNotContain("log(abs");
    }

    /** Where the kernel does not move, its value is a constant of the flow. */
    @Test
    void groupOfAGeneratorWithAKernel() {
        GroupAction first = derive("y'' = x*y").overall().group().get(0);
        assertThat(first.exact()).isTrue();
        assertThat(first.images().stream().map(InputForm::of)).containsExactly("x", "eps*K1 + y");
    }

    /** Functions of integration that the equations leave free make no generators of their own. */
    @Test
    void asManyGeneratorsAsDimensions() {
        CaseResult result = derive("x'' = 2*y'; y'' = -2*x'").overall();
        assertThat(result.algebra().dimension()).contains(15);
        assertThat(result.generators()).hasSize(15);
    }

    /** The integral of a quadratic form in kernels that is a product of them is one, and no kernel with a law that is not linear. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function w; independent t; x'' = -w(t)*x + 1/x^3; y'' = -w(t)*y | y*K3*K4",
                "x' = u; u' = t*x; y' = x^2 | x*K2 - u*K1"
            })
    void lawsOfKernelsAreLinear(String equations, String part) {
        String json = Format.JSON.write(Prolong.derive(equations, Options.DEFAULT), ReportOptions.DEFAULT);
        assertThat(json).contains(part).doesNotContainPattern("derivatives\": \\{\\s*\"t\": \"[^\"]*K\\d+(\\^2|\\*K)");
    }

    /** First integrals are written in the functions that the symmetries have. */
    @Test
    void quantitiesUseTheFunctionsThatAreThere() {
        CaseResult result = Prolong.derive("x'' = t*x", Options.DEFAULT).overall();
        assertThat(result.conserved())
                .allSatisfy(q -> assertThat(q.verdict()).isInstanceOf(Verdict.Proved.class))
                .extracting(q -> InputForm.of(q.claim().expression()))
                .containsExactly("x*K2 - x'*K1", "x*K4 - x'*K3");
    }

    private static DerivationResult derive(String equation) {
        return Prolong.derive(equation, Options.DEFAULT.withIntegrals(IntegralSearch.NONE));
    }
}
