package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.exp;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.expm1;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log1p;

/** Inverse and reciprocal hyperbolic functions, without cancellation and without overflow on the way. */
final class HyperbolicFunctions {
    static final double LN2 = 0.6931471805599453;

    private HyperbolicFunctions() {}

    /** The hyperbolic sine. */
    static double sinh(double x) {
        double a = Math.abs(x);
        if (a < 1.0) {
            double d = expm1(x);
            return 0.5 * (d + d / (1.0 + d));
        }
        double e = exp(0.5 * a);
        return Math.copySign(0.5 * e * e - 0.5 / e / e, x);
    }

    /** The hyperbolic cosine. */
    static double cosh(double x) {
        double e = exp(0.5 * Math.abs(x));
        return 0.5 * e * e + 0.5 / e / e;
    }

    /** The hyperbolic tangent. */
    static double tanh(double x) {
        double e = expm1(-2.0 * Math.abs(x));
        return Math.copySign(e / (2.0 + e), x);
    }

    /** The inverse hyperbolic sine, {@code log(x + sqrt(1 + x^2))}. */
    static double asinh(double x) {
        double a = Math.abs(x);
        double y = a > 1.0e8 ? log(a) + LN2 : log1p(a + a * a / (1.0 + Math.sqrt(1.0 + a * a)));
        return Math.copySign(y, x);
    }

    /** The inverse hyperbolic cosine, {@code log(x + sqrt(x^2 - 1))}; NaN for {@code x < 1}. */
    static double acosh(double x) {
        double d = x - 1.0;
        return x > 1.0e8 ? log(x) + LN2 : log1p(d + Math.sqrt(d * (x + 1.0)));
    }

    /** The inverse hyperbolic tangent, {@code log((1 + x)/(1 - x))/2}; NaN for {@code |x| > 1}. */
    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * log1p(2.0 * a / (1.0 - a)), x);
    }

    /** {@code 1/cosh(x)}. */
    static double sech(double x) {
        double e = exp(-Math.abs(x));
        return 2.0 * e / (1.0 + e * e);
    }

    /** {@code 1/sinh(x)}. */
    static double csch(double x) {
        double a = Math.abs(x);
        return Math.copySign(-2.0 * exp(-a) / expm1(-2.0 * a), x);
    }

    /** {@code log(cosh(x))}. */
    static double logCosh(double x) {
        double a = Math.abs(x);
        if (a < 1.0) {
            double s = sinh(0.5 * a);
            return log1p(2.0 * s * s);
        }
        return a + (log1p(exp(-2.0 * a)) - LN2);
    }

    /** {@code log|sinh(x)|}. */
    static double logAbsSinh(double x) {
        double a = Math.abs(x);
        return a < 0.7 ? log(sinh(a)) : a + (log1p(-exp(-2.0 * a)) - LN2);
    }

    /** {@code log|tanh(x/2)|}. */
    static double logAbsTanhHalf(double x) {
        double a = Math.abs(x);
        if (a < 1.0) {
            return log(tanh(0.5 * a));
        }
        double e = exp(-a);
        return log1p(-2.0 * e / (1.0 + e));
    }

    /** {@code cosh(x)/sinh(x)}. */
    static double coth(double x) {
        return 1.0 / tanh(x);
    }

    /** The Gudermannian function {@code atan(sinh(x))}. */
    static double gudermann(double x) {
        return 2.0 * Math.atan(tanh(0.5 * x));
    }

    /** {@code asinh(1/|x|)}. */
    static double asinhReciprocal(double x) {
        double a = Math.abs(x);
        return a > 0.7 ? asinh(1.0 / a) : log((1.0 + Math.sqrt(1.0 + a * a)) / a);
    }

    /** {@code e^asinh(x) = x + sqrt(1 + x^2)}. */
    static double expAsinh(double x) {
        double a = Math.abs(x);
        double y = a > 1.0e8 ? 2.0 * a : a + Math.sqrt(1.0 + a * a);
        return x < 0.0 ? 1.0 / y : y;
    }

    /** {@code sqrt(1 + x^2) - 1}. */
    static double rootMinusOne(double x) {
        return x * (x / (1.0 + Math.sqrt(1.0 + x * x)));
    }

    /** {@code sqrt(x^2 + k) - x}. */
    static double rootGap(double x, double k) {
        double root = Math.sqrt(x * x + k);
        return x > 0.0 ? k / (root + x) : root - x;
    }

    /** {@code x - tanh(x)}. */
    static double xMinusTanh(double x) {
        if (Math.abs(x) > 0.5) {
            return x - tanh(x);
        }
        // x - tanh x = (x cosh x - sinh x)/cosh x, and the power series of x cosh x - sinh x has positive terms 2k
        // x^(2k+1)/(2k+1)!.
        double square = x * x;
        double power = x * square / 6.0;
        double sum = 2.0 * power;
        for (int k = 2; k <= 8; k++) {
            power *= square / ((2.0 * k) * (2.0 * k + 1.0));
            sum += 2.0 * k * power;
        }
        return sum / cosh(x);
    }
}
