package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.exp;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.expm1;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log1p;

/** Logarithms of sums of exponentials and their relatives. */
final class ExponentialFunctions {
    private ExponentialFunctions() {}

    /** The logistic function {@code 1/(1 + e^-x)}. */
    static double logistic(double x) {
        double e = exp(-Math.abs(x));
        return x < 0.0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
    }

    /** {@code log(1 + e^x)}. */
    static double softplus(double x) {
        return x > 0.0 ? x + log1p(exp(-x)) : log1p(exp(x));
    }

    /** {@code log|e^x - 1|}. */
    static double logAbsExpm1(double x) {
        double e = exp(-Math.abs(x));
        double below = e > 0.5 ? log(-expm1(-Math.abs(x))) : log1p(-e);
        return x > 0.0 ? x + below : below;
    }

    /** {@code log|e^x - 1| - x}. */
    static double logAbsExpm1Reflected(double x) {
        return logAbsExpm1(-x);
    }

    /** {@code log|1 + x|}. */
    static double logAbs1p(double x) {
        return x > -0.5 ? log1p(x) : log(Math.abs(1.0 + x));
    }

    /** {@code log|p/q|} where {@code d = p - q} is known without cancellation. */
    static double logAbsRatio(double p, double q, double d) {
        double r = d / q;
        if (Math.abs(r) < 0.5) {
            return log1p(r);
        }
        double s = (Math.abs(p) - Math.abs(q)) / Math.abs(q);
        return Math.abs(s) < 0.5 ? log1p(s) : log(Math.abs(p / q));
    }

    /**
     * {@code x y + z + c} with the rounding errors of the product and the first sum added in the end (Dekker 1971, Knuth, The Art of
     * Computer Programming 2, section 4.2.2).
     */
    static double productSum(double x, double y, double z, double c) {
        double product = x * y;
        double sum = product + z;
        if (!(Math.abs(sum) < 1.0e16)) {
            return sum + c;
        }
        double part = sum - product;
        double lost = Math.fma(x, y, -product) + ((product - (sum - part)) + (z - part));
        return (sum + c) + lost;
    }

    /** {@code -1} for negative numbers, else {@code 1}: the derivative of {@code |x|}, at 0 the one from the right. */
    static double side(double x) {
        return x < 0.0 ? -1.0 : 1.0;
    }
}
