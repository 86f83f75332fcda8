package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.log;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log1p;

/** Logarithms of trigonometric functions, accurate where the function is near 1 and the logarithm near 0. */
final class TrigonometricLogarithms {
    private TrigonometricLogarithms() {}

    /** {@code log|sin(x)|}. */
    static double logAbsSin(double x) {
        double s = Math.abs(Math.sin(x));
        if (s < 0.7) {
            return log(s);
        }
        double c = Math.cos(x);
        return 0.5 * log1p(-c * c);
    }

    /** {@code log|cos(x)|}. */
    static double logAbsCos(double x) {
        double c = Math.abs(Math.cos(x));
        if (c < 0.7) {
            return log(c);
        }
        double s = Math.sin(x);
        return 0.5 * log1p(-s * s);
    }

    /** {@code log(sin(x))}; NaN where the sine is negative. */
    static double logSin(double x) {
        return Math.sin(x) < 0.0 ? Double.NaN : logAbsSin(x);
    }

    /** {@code log(cos(x))}; NaN where the cosine is negative. */
    static double logCos(double x) {
        return Math.cos(x) < 0.0 ? Double.NaN : logAbsCos(x);
    }

    /** {@code log|tan(x/2)|}. */
    static double logAbsTanHalf(double x) {
        double s = Math.sin(0.5 * x);
        double c = Math.cos(0.5 * x);
        double r = Math.cos(x) / (c * c);
        // tan^2(x/2) = 1 - cos(x)/cos^2(x/2).
        return Math.abs(r) < 0.5 ? 0.5 * log1p(-r) : log(Math.abs(s / c));
    }

    /** {@code atanh(s)} where {@code s} and {@code c} are sine and cosine of one angle. */
    static double atanhSin(double s, double c) {
        double a = Math.abs(s);
        double y = a < 0.5 ? 0.5 * log1p(2.0 * a / (1.0 - a)) : log((1.0 + a) / Math.abs(c));
        return Math.copySign(y, s);
    }

    /** {@code 1/cos(x)}. */
    static double sec(double x) {
        return 1.0 / Math.cos(x);
    }

    /** {@code 1/sin(x)}. */
    static double csc(double x) {
        return 1.0 / Math.sin(x);
    }

    /** {@code cos(x)/sin(x)}. */
    static double cot(double x) {
        return Math.cos(x) / Math.sin(x);
    }
}
