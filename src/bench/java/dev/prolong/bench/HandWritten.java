package dev.prolong.bench;

import static dev.prolong.codegen.support.SupportFunctions.cos;
import static dev.prolong.codegen.support.SupportFunctions.exp;
import static dev.prolong.codegen.support.SupportFunctions.log;
import static dev.prolong.codegen.support.SupportFunctions.log1p;
import static dev.prolong.codegen.support.SupportFunctions.sin;

/**
 * The same quantities written by hand: what does not depend on the point is computed once, sines and exponentials are shared. The functions are
 * those of generated code, which are faster than the JDK's.
 */
public enum HandWritten implements Quantity {
    /** {@code atanh(sin(theta1 z + theta2))/theta1 - t}. */
    COS("cos(theta1*z + theta2)") {
        @Override
        public void valuesAndGradients(int n, double[] t, double[] x, double[] p, double[] out, double[] gradients) {
            double theta1 = p[0];
            double theta2 = p[1];
            double r = 1.0 / theta1;
            for (int k = 0; k < n; k++) {
                double z = x[k];
                double b = theta1 * z + theta2;
                double s = sin(b);
                double c = cos(b);
                double a = Math.abs(s);
                double y = Math.copySign(a < 0.5 ? 0.5 * log1p(2.0 * a / (1.0 - a)) : log((1.0 + a) / Math.abs(c)), s);
                double byZ = 1.0 / c;
                gradients[4 * k] = -1.0;
                gradients[4 * k + 1] = byZ;
                gradients[4 * k + 2] = r * (byZ * z - r * y);
                gradients[4 * k + 3] = r * byZ;
                out[k] = r * y - t[k];
            }
        }
    },
    /** {@code z - exp(-theta1 z - theta2)/theta1 - t}. */
    LOGISTIC("logistic(theta1*z + theta2)") {
        @Override
        public void valuesAndGradients(int n, double[] t, double[] x, double[] p, double[] out, double[] gradients) {
            double theta1 = p[0];
            double theta2 = p[1];
            double r = 1.0 / theta1;
            for (int k = 0; k < n; k++) {
                double z = x[k];
                double e = exp(-(theta1 * z + theta2));
                double q = e * r;
                gradients[4 * k] = -1.0;
                gradients[4 * k + 1] = e + 1.0;
                gradients[4 * k + 2] = q * (r + z);
                gradients[4 * k + 3] = q;
                out[k] = z - q - t[k];
            }
        }
    },
    /** {@code integral(1/log(1 + exp(s)), s, 0, theta1 z + theta2)/theta1 - t}. */
    SOFTPLUS("softplus(theta1*z + theta2)") {
        @Override
        public void valuesAndGradients(int n, double[] t, double[] x, double[] p, double[] out, double[] gradients) {
            double theta1 = p[0];
            double theta2 = p[1];
            double r = 1.0 / theta1;
            for (int k = 0; k < n; k++) {
                double z = x[k];
                double b = theta1 * z + theta2;
                double byZ = reciprocal(b);
                double y = b == 0.0 ? 0.0 : piece(0.0, b, 0.0, 0);
                gradients[4 * k] = -1.0;
                gradients[4 * k + 1] = byZ;
                gradients[4 * k + 2] = r * (byZ * z - r * y);
                gradients[4 * k + 3] = r * byZ;
                out[k] = r * y - t[k];
            }
        }
    },
    /** {@code z + (theta1 z + theta2)^3/(3 theta1) - t}. */
    RATIONAL("1/(1 + (theta1*z + theta2)^2)") {
        @Override
        public void valuesAndGradients(int n, double[] t, double[] x, double[] p, double[] out, double[] gradients) {
            double theta1 = p[0];
            double theta2 = p[1];
            double r = 1.0 / theta1;
            for (int k = 0; k < n; k++) {
                double z = x[k];
                double b = theta1 * z + theta2;
                double square = b * b;
                double third = r * square * b * (1.0 / 3.0);
                gradients[4 * k] = -1.0;
                gradients[4 * k + 1] = square + 1.0;
                gradients[4 * k + 2] = r * (square * z - third);
                gradients[4 * k + 3] = r * square;
                out[k] = z + third - t[k];
            }
        }
    };

    private static final double[] NODES = {
        0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845, 0.7808177265864169,
        0.6794095682990244, 0.5627571346686047, 0.4333953941292472, 0.2943928627014602, 0.14887433898163122
    };
    private static final double[] KRONROD = {
        0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996, 0.0931254545836976,
        0.10938715880229764, 0.12349197626206584, 0.13470921731147334, 0.14277593857706009, 0.1477391049013385
    };
    private static final double CENTRE = 0.1494455540029169;
    private static final double[] GAUSS = {
        0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287
    };

    private final String rightSide;

    HandWritten(String rightSide) {
        this.rightSide = rightSide;
    }

    /** The model whose first integral it is. */
    public String rightSide() {
        return rightSide;
    }

    private static double reciprocal(double x) {
        return 1.0 / (x > 0.0 ? x + log1p(exp(-x)) : log1p(exp(x)));
    }

    /** The same rule as in generated code, with the integrand in place. */
    private static double piece(double a, double b, double scale, int depth) {
        double centre = 0.5 * a + 0.5 * b;
        double half = 0.5 * b - 0.5 * a;
        double kronrod = CENTRE * reciprocal(centre);
        double gauss = 0.0;
        for (int i = 0; i < NODES.length; i += 2) {
            kronrod += KRONROD[i] * (reciprocal(centre - half * NODES[i]) + reciprocal(centre + half * NODES[i]));
            double pair = reciprocal(centre - half * NODES[i + 1]) + reciprocal(centre + half * NODES[i + 1]);
            kronrod += KRONROD[i + 1] * pair;
            gauss += GAUSS[i / 2] * pair;
        }
        // The integrand is positive, so its integral is the size too.
        double error = Math.abs(half * (kronrod - gauss));
        double total = Math.abs(half * kronrod);
        if (error <= 1.0e-13 * total || error <= 1.0e-18 * scale || depth >= 100) {
            return half * kronrod;
        }
        double known = Math.max(scale, total);
        return piece(a, centre, known, depth + 1) + piece(centre, b, known, depth + 1);
    }
}
