package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The generated audit on backpropagation by hand through a residual network {@code x + h (W2 s(W1 x + b1) + b2)} of several layers that
 * share their weights: right gradients pass, planted faults do not.
 */
final class AuditTest {
    private static final long SEED = 17;
    private static final int LAYERS = 6;
    private static final int SAMPLES = 3;
    private static final int D = 2;
    private static final int H = 3;
    private static final GeneratedClass AUDIT = new GeneratedClass(
            InMemoryCompiler.compile(JavaTarget.generate(Prolong.derive("""
                                    system net; states z[1..2]
                                    parameters W1[1..3,1..2], b1[1..3], W2[1..2,1..3], b2[1..2]
                                    function s
                                    z[i]' = sum(k in 1..3, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2
                                    backpropagation
                                    ansatz equivalence
                                    """), "audit", "prolong generate")
                    .files()),
            "audit.NetAudit");

    enum Fault {
        NONE,
        /** The gradient flows back through W1 in place of its transpose. */
        MISSING_TRANSPOSE,
        /** The branch through the activation is taken for a constant. */
        DETACHED_BRANCH,
        /** The activations of the layer before. */
        STALE_BUFFER,
        /** The step on the way back is not that of the way forward. */
        WRONG_STEP,
        /** A wrong derivative of the activation: the laws hold for any activation, so this one they cannot see. */
        WRONG_SLOPE
    }

    /** {@code W1, b1, W2, b2}, row by row. */
    private final double[] p = new double[H * D + H + D * H + D];

    private final double[] g = new double[p.length];
    private final double[] start = new double[SAMPLES * D];
    private final double[] end = new double[SAMPLES * D];
    private final double[] startGradient = new double[SAMPLES * D];
    private final double[] endGradient = new double[SAMPLES * D];

    AuditTest() {
        Random random = new Random(SEED);
        for (double[] array : new double[][] {p, start, endGradient}) {
            for (int i = 0; i < array.length; i++) {
                array[i] = random.nextGaussian();
            }
        }
    }

    @Test
    void rightGradientsPass() {
        assertThat(audit(Fault.NONE)).isLessThan(1e-14);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "WRONG_SLOPE"})
    void faultsAreCaught(Fault fault) {
        assertThat(audit(fault)).isGreaterThan(1e-3);
    }

    @Test
    void aWrongSlopeOfTheActivationIsNotSeen() {
        assertThat(audit(Fault.WRONG_SLOPE)).isLessThan(1e-14);
    }

    @Test
    void everyLawIsNamed() {
        assertThat(AUDIT.call("law", 0)).asString().isNotEmpty();
    }

    private double audit(Fault fault) {
        for (int n = 0; n < SAMPLES; n++) {
            backpropagate(n, fault);
        }
        return AUDIT.number("worst", SAMPLES, start, startGradient, end, endGradient, p, g, new double[4 * 20]);
    }

    private void backpropagate(int sample, Fault fault) {
        double h = 0.3;
        double[][] x = new double[LAYERS + 1][D];
        double[][] hidden = new double[LAYERS][H];
        System.arraycopy(start, sample * D, x[0], 0, D);
        for (int l = 0; l < LAYERS; l++) {
            for (int k = 0; k < H; k++) {
                hidden[l][k] = p[H * D + k] + p[k * D] * x[l][0] + p[k * D + 1] * x[l][1];
            }
            for (int i = 0; i < D; i++) {
                double f = p[H * D + H + D * H + i];
                for (int k = 0; k < H; k++) {
                    f += p[H * D + H + i * H + k] * Math.tanh(hidden[l][k]);
                }
                x[l + 1][i] = x[l][i] + h * f;
            }
        }
        System.arraycopy(x[LAYERS], 0, end, sample * D, D);
        double[] a = new double[D];
        System.arraycopy(endGradient, sample * D, a, 0, D);
        double back = fault == Fault.WRONG_STEP ? 0.5 * h : h;
        for (int l = LAYERS - 1; l >= 0; l--) {
            double[] pre = hidden[fault == Fault.STALE_BUFFER && l > 0 ? l - 1 : l];
            double[] byHidden = new double[H];
            for (int i = 0; i < D; i++) {
                g[H * D + H + D * H + i] += back * a[i];
                for (int k = 0; k < H; k++) {
                    double y = Math.tanh(pre[k]);
                    g[H * D + H + i * H + k] += back * a[i] * y;
                    byHidden[k] +=
                            back * a[i] * p[H * D + H + i * H + k] * (fault == Fault.WRONG_SLOPE ? 1 : 1 - y * y);
                }
            }
            for (int k = 0; k < H; k++) {
                g[H * D + k] += byHidden[k];
                for (int j = 0; j < D; j++) {
                    g[k * D + j] += byHidden[k] * x[l][j];
                    int index = fault == Fault.MISSING_TRANSPOSE ? (j * H + k) % (H * D) : k * D + j;
                    a[j] += fault == Fault.DETACHED_BRANCH ? 0 : byHidden[k] * p[index];
                }
            }
        }
        System.arraycopy(a, 0, startGradient, sample * D, D);
    }
}
