package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import dev.prolong.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ansätze {@code linear} and {@code kernel}: dimension and all generators. */
class SpannedAnsatzTest {
    /** Affine in the states: known subalgebras of sl(2,R), sl(4,R), and of a Riccati equation (three functions of x on a conic). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    y'' = y^-3              | 3
                    x'' = -x; y'' = -y      | 11
                    x' = x*y; y' = -x*y     | 2
                    y' = y^2 + x            | 3
                    y'' = 6*y^2 + x         | 0
                    """)
    void affineInfinitesimals(String equations, int dimension) {
        isComplete(derive(equations, AnsatzChoice.Kind.LINEAR), dimension);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    z' = cos(a*z + b)       | 13
                    y'' = exp(x)*y'         | 2
                    y'' = y + exp(y)        | 1
                    """)
    void combinationsOfKernels(String equations, int dimension) {
        isComplete(derive(equations, AnsatzChoice.Kind.KERNEL), dimension);
    }

    @Test
    void infinitesimalsOfSeveralUnknownsAreCalledByTheirCoordinate() {
        String text = Format.TEXT.write(derive("y'' = y^-3", AnsatzChoice.Kind.LINEAR), ReportOptions.DEFAULT);
        assertThat(text).contains("    Y = c₃ x y + c₂ y");
    }

    private static DerivationResult derive(String equations, AnsatzChoice.Kind kind) {
        return Prolong.derive(equations, Options.DEFAULT.withAnsatz(AnsatzChoice.of(kind)));
    }

    private static void isComplete(DerivationResult result, int dimension) {
        assertThat(result.overall().algebra().dimension()).contains(dimension);
        assertThat(result.overall().generators())
                .hasSize(dimension)
                .allSatisfy(g -> assertThat(g.verdict()).isInstanceOf(Verdict.Proved.class));
    }
}
