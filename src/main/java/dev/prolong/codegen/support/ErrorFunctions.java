package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.exp;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.expm1;

/**
 * The error function, its complement and the imaginary error function.
 *
 * <p>{@code erfc} is the trapezoidal sum with step 1/2 and the correction for the pole that the sum steps over (F. Matta and A. Reichel,
 * Uniform computation of the error function and other related functions, Math. Comp. 25, 1971).
 */
final class ErrorFunctions {
    static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    private ErrorFunctions() {}

    /** The error function, {@code 2/sqrt(pi)} times the integral of {@code e^(-s^2)} from 0 to x. */
    static double erf(double x) {
        double a = Math.abs(x);
        if (a >= 0.5) {
            return Math.copySign(a > 6.0 ? 1.0 : 1.0 - erfc(a), x);
        }
        double square = x * x;
        double power = x;
        double sum = x;
        for (int n = 1; n <= 14; n++) {
            power *= -square / n;
            sum += power / (2 * n + 1);
        }
        return TWO_OVER_ROOT_PI * sum;
    }

    /** The complementary error function, {@code 1 - erf(x)}, without cancellation for large x. */
    static double erfc(double x) {
        if (x < 0.5) {
            return 1.0 - erf(x);
        }
        double square = x * x;
        double sum = 0.5 / square;
        for (int n = 1; n <= 12; n++) {
            double quarter = 0.25 * n * n;
            sum += exp(-quarter) / (quarter + square);
        }
        double value = x / Math.PI * expMinusSquare(x) * sum;
        return x < 6.0 ? value - 2.0 / expm1(4.0 * Math.PI * x) : value;
    }

    /** {@code e^(-x^2)}, with the rounding error of the square taken into account. */
    static double expMinusSquare(double x) {
        double square = x * x;
        double error = Math.abs(x) < 30.0 ? Math.fma(x, x, -square) : 0.0;
        double value = exp(-square);
        return value - value * error;
    }

    /** The imaginary error function, {@code 2/sqrt(pi)} times the integral of {@code e^(s^2)} from 0 to x. */
    static double erfi(double x) {
        double square = x * x;
        if (square < 36.0) {
            double power = x;
            double sum = x;
            double term = x;
            for (int n = 1; Math.abs(term) > 1.0e-17 * Math.abs(sum); n++) {
                power *= square / n;
                term = power / (2 * n + 1);
                sum += term;
            }
            return TWO_OVER_ROOT_PI * sum;
        }
        double term = 1.0;
        double sum = 1.0;
        for (int n = 1; n < 36 && term > 1.0e-17; n++) {
            term *= (n - 0.5) / square;
            sum += term;
        }
        // Half the exponent twice: the exponential alone would overflow before the function does.
        double half = exp(0.5 * square);
        double error = square < 1.0e4 ? 1.0 + Math.fma(x, x, -square) : 1.0;
        return half * (0.5 * TWO_OVER_ROOT_PI * sum / x) * half * error;
    }
}
