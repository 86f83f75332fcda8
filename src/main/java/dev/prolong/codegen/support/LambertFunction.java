package dev.prolong.codegen.support;

import static dev.prolong.codegen.support.ExponentialAndLogarithm.exp;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log;
import static dev.prolong.codegen.support.ExponentialAndLogarithm.log1p;

/**
 * The principal branch of Lambert's function and Wright's omega function.
 *
 * <p>Source: Corless, Gonnet, Hare, Jeffrey, Knuth, On the Lambert W function, Adv. Comput. Math. 5 (1996), sections 4 and 5.
 */
final class LambertFunction {
    private LambertFunction() {}

    /** The solution w, at least -1, of {@code w e^w = x}; NaN for {@code x < -1/e}. */
    static double lambertW(double x) {
        if (x > 3.0) {
            return wrightOmega(log(x));
        }
        // e x + 1, with the digits of e that a double lacks.
        double gap = Math.fma(Math.E, x, 1.0) + 1.4456468917292502e-16 * x;
        double p = Math.sqrt(2.0 * gap);
        if (p < 0.01) {
            return -1.0 + p * (1.0 - p * (1.0 / 3.0 - p * (11.0 / 72.0 - p * (43.0 / 540.0 - p * (769.0 / 17280.0)))));
        }
        double w = x < -0.25 ? -1.0 + p * (1.0 - p * (1.0 / 3.0 - p * 11.0 / 72.0)) : log1p(x) * (1.0 - 0.2 * log1p(x));
        for (int i = 0; i < 5; i++) {
            double excess = w - x * exp(-w);
            w -= excess / (1.0 + w - 0.5 * (w + 2.0) * excess / (1.0 + w));
        }
        return w;
    }

    /** The solution w of {@code w + log(w) = x}, which is {@code lambertW(e^x)} without its overflow. */
    static double wrightOmega(double x) {
        if (x < -40.0) {
            return exp(x);
        }
        double w = x > 1.0 ? x - log(x) : exp(0.6 * x - 0.5);
        if (x < -1.0) {
            w = exp(x);
            w /= 1.0 + w;
        }
        for (int i = 0; i < 5; i++) {
            double residual = x - w - log(w);
            double step = 1.0 + w;
            w *= 1.0 + residual / step * (1.0 + 0.5 * residual / (step * step));
        }
        return w;
    }
}
