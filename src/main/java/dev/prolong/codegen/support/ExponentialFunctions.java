package dev.prolong.codegen.support;

/** Logarithms of sums of exponentials and their relatives. */
final class ExponentialFunctions {
    private ExponentialFunctions() {}

    /** The logistic function {@code 1/(1 + e^-x)}. */
    static double logistic(double x) {
        double e = Math.exp(-Math.abs(x));
        return x < 0.0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
    }

    /** {@code log(1 + e^x)}. */
    static double softplus(double x) {
        return x > 0.0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** {@code log|e^x - 1|}. */
    static double logAbsExpm1(double x) {
        double e = Math.exp(-Math.abs(x));
        double below = e > 0.5 ? Math.log(-Math.expm1(-Math.abs(x))) : Math.log1p(-e);
        return x > 0.0 ? x + below : below;
    }

    /** {@code log|e^x - 1| - x}. */
    static double logAbsExpm1Reflected(double x) {
        return logAbsExpm1(-x);
    }

    /** {@code log(1 + x)}. */
    static double log1p(double x) {
        return Math.log1p(x);
    }

    /** {@code log|1 + x|}. */
    static double logAbs1p(double x) {
        return x > -0.5 ? Math.log1p(x) : Math.log(Math.abs(1.0 + x));
    }

    /** {@code e^x - 1}. */
    static double expm1(double x) {
        return Math.expm1(x);
    }

    /** {@code log|p/q|} where {@code d = p - q} is known without cancellation. */
    static double logAbsRatio(double p, double q, double d) {
        double r = d / q;
        if (Math.abs(r) < 0.5) {
            return Math.log1p(r);
        }
        double s = (Math.abs(p) - Math.abs(q)) / Math.abs(q);
        return Math.abs(s) < 0.5 ? Math.log1p(s) : Math.log(Math.abs(p / q));
    }

    /** {@code -1} for negative numbers, else {@code 1}: the derivative of {@code |x|}, at 0 the one from the right. */
    static double side(double x) {
        return x < 0.0 ? -1.0 : 1.0;
    }
}
