package dev.prolong.codegen.support;

/** Logarithms of trigonometric functions, accurate where the function is near 1 and the logarithm near 0. */
final class TrigonometricLogarithms {
    private TrigonometricLogarithms() {}

    /** {@code log|sin(x)|}. */
    static double logAbsSin(double x) {
        double s = Math.abs(Math.sin(x));
        if (s < 0.7) {
            return Math.log(s);
        }
        double c = Math.cos(x);
        return 0.5 * Math.log1p(-c * c);
    }

    /** {@code log|cos(x)|}. */
    static double logAbsCos(double x) {
        double c = Math.abs(Math.cos(x));
        if (c < 0.7) {
            return Math.log(c);
        }
        double s = Math.sin(x);
        return 0.5 * Math.log1p(-s * s);
    }

    /** {@code log(sin(x))}; NaN where the sine is negative. */
    static double logSin(double x) {
        return Math.sin(x) < 0.0 ? Double.NaN : logAbsSin(x);
    }

    /** {@code log(cos(x))}; NaN where the cosine is negative. */
    static double logCos(double x) {
        return Math.cos(x) < 0.0 ? Double.NaN : logAbsCos(x);
    }
}
