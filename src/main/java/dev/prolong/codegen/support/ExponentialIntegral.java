package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.exp;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log;

/**
 * The exponential integral: power series, continued fraction, asymptotic series.
 *
 * <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 5.1.10, 5.1.22, 5.1.51.
 */
final class ExponentialIntegral {
    static final double EULER_GAMMA = 0.5772156649015329;

    private ExponentialIntegral() {}

    /** The exponential integral Ei, the principal value of the integral of {@code e^s/s} from minus infinity to x. */
    static double expIntegralEi(double x) {
        if (x < -1.0) {
            return expIntegralBelow(x);
        }
        return x < 40.0 ? expIntegralSeries(x) : expIntegralAbove(x);
    }

    /** {@code Ei(x)} as {@code gamma + log|x| + x + x^2/(2 2!) + x^3/(3 3!) + ...}. */
    static double expIntegralSeries(double x) {
        double power = x;
        double term = x;
        double sum = x;
        for (int n = 2; Math.abs(term) > 1.0e-18 * Math.abs(sum); n++) {
            power *= x / n;
            term = power / n;
            sum += term;
        }
        return EULER_GAMMA + log(Math.abs(x)) + sum;
    }

    /** {@code Ei(x)} for {@code x < -1} by the continued fraction of {@code E1(-x)}, evaluated by Lentz's method. */
    static double expIntegralBelow(double x) {
        double b = 1.0 - x;
        double c = Double.MAX_VALUE;
        double d = 1.0 / b;
        double h = d;
        double change = 0.0;
        for (int n = 1; n <= 200 && Math.abs(change - 1.0) > 1.0e-16; n++) {
            double a = -(double) n * n;
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            change = c * d;
            h *= change;
        }
        return -h * exp(x);
    }

    /** {@code Ei(x)} for large x as {@code e^x/x (1 + 1!/x + 2!/x^2 + ...)}. */
    static double expIntegralAbove(double x) {
        double term = 1.0;
        double sum = 1.0;
        for (int n = 1; n < 40 && term > 1.0e-17; n++) {
            term *= n / x;
            sum += term;
        }
        double half = exp(0.5 * x);
        return half * (sum / x) * half;
    }
}
