package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import org.junit.jupiter.api.Test;

/** Laws of backpropagation that are vectors and matrices stand as such, beside their entries, in every form of report. */
final class ArrayLawsTest {
    private static final String NETWORK =
            "; states z[1..2]; parameters W1[1..2,1..2], b1[1..2], W2[1..2,1..2], b2[1..2];"
                    + " z[i]' = sum(k in 1..2, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2;"
                    + " backpropagation u for z, v1 for W1, w1 for b1, v2 for W2, w2 for b2; ansatz equivalence";
    private static final DerivationResult TWO_LAYERS = Prolong.derive("function s" + NETWORK);

    private static String write(DerivationResult result, Format format) {
        return format.write(result, ReportOptions.DEFAULT);
    }

    @Test
    void vectorsAndMatricesStandAsAWhole() {
        assertThat(write(TWO_LAYERS, Format.TEXT))
                .contains(
                        "    u·f                             = I₁\n",
                        "    u − W1ᵀ w1                      = (I₃, I₆)\n",
                        "    u zᵀ − W1ᵀ v1 + v2 W2ᵀ + w2 b2ᵀ = (I₄, I₅; I₇, I₈)\n");
        String latex = "u\\, z^{\\mathsf T} - \\mathit{W1}^{\\mathsf T}\\, \\mathit{v1}"
                + " + \\mathit{v2}\\, \\mathit{W2}^{\\mathsf T} + \\mathit{w2}\\, \\mathit{b2}^{\\mathsf T}";
        String matrix = "= \\begin{pmatrix} I_{4} & I_{5} \\\\ I_{7} & I_{8} \\end{pmatrix}";
        for (Format format : new Format[] {Format.LATEX, Format.MARKDOWN}) {
            assertThat(write(TWO_LAYERS, format))
                    .contains(latex, matrix, "u\\cdot f", "\\begin{pmatrix} I_{3} \\\\ I_{6} \\end{pmatrix}");
        }
        assertThat(write(TWO_LAYERS, Format.HTML)).contains(latex, matrix.replace("&", "&amp;"));
        assertThat(Format.TEXT.write(TWO_LAYERS, new ReportOptions(90, true, false)))
                .contains("u z^T - W1^T v1 + v2 W2^T + w2 b2^T = (I4, I5; I7, I8)");
    }

    /** The rescaling of each unit gives a diagonal entry; the matrix as a whole is not conserved. */
    @Test
    void entriesOfAMatrixThatIsNotConservedAreNamed() {
        DerivationResult relu = Prolong.derive("activation s(x) = relu(x)" + NETWORK);
        assertThat(write(relu, Format.TEXT))
                .contains("(v1 W1ᵀ + w1 b1ᵀ − W2ᵀ v2)[1,1] = I₉", "(v1 W1ᵀ + w1 b1ᵀ − W2ᵀ v2)[2,2] = I₁₀");
    }

    @Test
    void whatTheyMeanForTraining() {
        DerivationResult coded = Prolong.derive(
                "function s" + NETWORK + "; encoder E[1..2,1..3], e0[1..2]; decoder C[1..1,1..2], c0[1..1]");
        assertThat(write(coded, Format.TEXT))
                .contains(
                        "g_E Eᵀ + g_e0 e0ᵀ − W1ᵀ g_W1 + g_W2 W2ᵀ + g_b2 b2ᵀ − Cᵀ g_C = 0\n",
                        "M = E Eᵀ + e0 e0ᵀ − W1ᵀ W1 + W2 W2ᵀ + b2 b2ᵀ − Cᵀ C\n",
                        "like e^(−2 λ τ); a step of gradient",
                        "adds η² M(g)");
    }
}
