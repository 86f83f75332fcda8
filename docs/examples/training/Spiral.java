package training;

import java.util.Locale;
import java.util.Random;

/**
 * A 2-D spiral learned by {@code z' = W2 tanh(W1 z + b1) + b2} with three hidden units. Such a network has no conserved quantity in closed
 * form that could be a penalty; what prolong derives for it, for any activation, are the laws of its backpropagation. They are
 * used here as a check of the gradients, at every hundredth step.
 */
final class Spiral {
    private static final int D = 2;
    private static final int H = 3;
    private static final int LAYERS = 30;
    private static final double STEP = 0.1;
    private static final double NOISE = 0.05;
    private static final double[][] STARTS = {{1.5, 0}, {0, 1}, {-1, -1}};

    private final double[] p = new double[H * D + H + D * H + D];
    private final double[] g = new double[p.length];
    private final double[] first = new double[D];
    private final double[] byFirst = new double[D];
    private final double[] last = new double[D];
    private final double[] byLast = new double[D];
    private final double[] residuals = new double[4 * TwoLayersAudit.LAWS];
    private double worstResidual;

    /** What came out of one run. */
    record Outcome(double testError, double worstResidual, double wrongResidual) {}

    static Outcome run(int seed, int steps) {
        return new Spiral().train(new Random(seed), steps);
    }

    private Outcome train(Random random, int steps) {
        for (int i = 0; i < p.length; i++) {
            p[i] = 0.5 * random.nextGaussian();
        }
        double[][] data = new double[STARTS.length][];
        for (int b = 0; b < STARTS.length; b++) {
            data[b] = truth(STARTS[b]);
            for (int i = 0; i < data[b].length; i++) {
                data[b][i] += NOISE * random.nextGaussian();
            }
        }
        double[] m = new double[p.length];
        double[] v = new double[p.length];
        double wrong = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= steps; i++) {
            java.util.Arrays.fill(g, 0);
            for (int b = 0; b < STARTS.length; b++) {
                squareError(STARTS[b], data[b], 1.0 / (STARTS.length * data[b].length));
            }
            if (i % 100 == 1) {
                audit(data[0]);
                wrong = Math.min(wrong, residualWithFault());
            }
            for (int j = 0; j < p.length; j++) {
                m[j] = 0.9 * m[j] + 0.1 * g[j];
                v[j] = 0.999 * v[j] + 0.001 * g[j] * g[j];
                p[j] -= 0.02 * m[j] / (1 - Math.pow(0.9, i)) / (Math.sqrt(v[j] / (1 - Math.pow(0.999, i))) + 1e-10);
            }
        }
        double sum = 0;
        double[] clean = truth(new double[] {1, 0.5});
        double[][] x = forward(new double[] {1, 0.5});
        for (int l = 1; l <= LAYERS; l++) {
            for (int i = 0; i < D; i++) {
                sum += (x[l][i] - clean[(l - 1) * D + i]) * (x[l][i] - clean[(l - 1) * D + i]);
            }
        }
        return new Outcome(Math.sqrt(sum / (LAYERS * D)), worstResidual, wrong);
    }

    /** The samples after each step, for x' = -0.2 x - 1.5 y, y' = 1.5 x - 0.2 y. */
    private static double[] truth(double[] start) {
        double[] out = new double[LAYERS * D];
        for (int l = 1; l <= LAYERS; l++) {
            double r = Math.exp(-0.2 * l * STEP);
            double c = Math.cos(1.5 * l * STEP);
            double s = Math.sin(1.5 * l * STEP);
            out[(l - 1) * D] = r * (c * start[0] - s * start[1]);
            out[(l - 1) * D + 1] = r * (s * start[0] + c * start[1]);
        }
        return out;
    }

    /** The laws are those of a loss at the end of the layers: the gradients of the last sample alone. */
    private void audit(double[] data) {
        double[] kept = g.clone();
        java.util.Arrays.fill(g, 0);
        double[] only = data.clone();
        double[][] x = forward(STARTS[0]);
        for (int l = 1; l < LAYERS; l++) {
            System.arraycopy(x[l], 0, only, (l - 1) * D, D);
        }
        squareError(STARTS[0], only, 1);
        worstResidual = Math.max(worstResidual, residual());
        faulty = g.clone();
        System.arraycopy(kept, 0, g, 0, g.length);
    }

    private double[] faulty = {};

    private double residual() {
        return TwoLayersAudit.worst(1, first, byFirst, last, byLast, p, g, residuals);
    }

    /** The residual where the gradient of W1 is twice what it should be. */
    private double residualWithFault() {
        double[] wrong = faulty.clone();
        for (int i = 0; i < H * D; i++) {
            wrong[i] *= 2;
        }
        return TwoLayersAudit.worst(1, first, byFirst, last, byLast, p, wrong, residuals);
    }

    private double pre(double[] x, int k) {
        return p[H * D + k] + p[k * D] * x[0] + p[k * D + 1] * x[1];
    }

    private double[][] forward(double[] start) {
        double[][] x = new double[LAYERS + 1][D];
        x[0] = start.clone();
        for (int l = 0; l < LAYERS; l++) {
            for (int i = 0; i < D; i++) {
                double f = p[H * D + H + D * H + i];
                for (int k = 0; k < H; k++) {
                    f += p[H * D + H + i * H + k] * Math.tanh(pre(x[l], k));
                }
                x[l + 1][i] = x[l][i] + STEP * f;
            }
        }
        return x;
    }

    /** Adds the gradient of the weighted square error of one trajectory. */
    private void squareError(double[] start, double[] data, double weight) {
        double[][] x = forward(start);
        double[] a = new double[D];
        System.arraycopy(start, 0, first, 0, D);
        System.arraycopy(x[LAYERS], 0, last, 0, D);
        for (int l = LAYERS; l >= 1; l--) {
            for (int i = 0; i < D; i++) {
                a[i] += 2 * weight * (x[l][i] - data[(l - 1) * D + i]);
            }
            if (l == LAYERS) {
                System.arraycopy(a, 0, byLast, 0, D);
            }
            double[] back = new double[D];
            for (int k = 0; k < H; k++) {
                double y = Math.tanh(pre(x[l - 1], k));
                double byHidden = 0;
                for (int i = 0; i < D; i++) {
                    g[H * D + H + i * H + k] += STEP * a[i] * y;
                    byHidden += STEP * a[i] * p[H * D + H + i * H + k] * (1 - y * y);
                }
                g[H * D + k] += byHidden;
                for (int j = 0; j < D; j++) {
                    g[k * D + j] += byHidden * x[l - 1][j];
                    back[j] += byHidden * p[k * D + j];
                }
            }
            for (int i = 0; i < D; i++) {
                g[H * D + H + D * H + i] += STEP * a[i];
                a[i] += back[i];
            }
        }
        System.arraycopy(a, 0, byFirst, 0, D);
    }

    static String line(Outcome[] outcomes, double seconds) {
        double[] errors = java.util.Arrays.stream(outcomes).mapToDouble(Outcome::testError).sorted().toArray();
        double worst = java.util.Arrays.stream(outcomes).mapToDouble(Outcome::worstResidual).max().orElse(Double.NaN);
        double wrong = java.util.Arrays.stream(outcomes).mapToDouble(Outcome::wrongResidual).min().orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "test error %.4f (worst %.4f), %.1f s; largest residual of the audit %.1e, with the gradient of W1 doubled at least %.1e",
                errors[errors.length / 2], errors[errors.length - 1], seconds, worst, wrong);
    }
}
