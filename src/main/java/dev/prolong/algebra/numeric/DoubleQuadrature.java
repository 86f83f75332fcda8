package dev.prolong.algebra.numeric;

import java.util.function.DoubleUnaryOperator;

/** The double exponential rule in doubles: about ten digits where the integrand is smooth, not a number where it does not settle. */
final class DoubleQuadrature {
    private static final double LAST = 3.2;
    private static final int LEVELS = 7;
    private static final double TOLERANCE = 1e-9;

    private DoubleQuadrature() {}

    static double between(double a, double b, DoubleUnaryOperator f) {
        double width = b - a;
        double last = Double.NaN;
        double total = 0;
        for (int level = 0; level <= LEVELS; level++) {
            double h = Math.scalb(1.0, -level - 1);
            for (double tau = level == 0 ? 0 : h; tau < LAST; tau += level == 0 ? h : 2 * h) {
                double q = 1 / (1 + Math.exp(Math.PI * Math.sinh(tau)));
                double weight = Math.PI * Math.cosh(tau) * q * (1 - q);
                total += weight * (f.applyAsDouble(a + width * q) + (tau == 0 ? 0 : f.applyAsDouble(b - width * q)));
            }
            double value = total * width * h;
            if (level >= 3 && Math.abs(value - last) <= TOLERANCE * Math.max(1, Math.abs(value))) {
                return value;
            }
            last = value;
        }
        return Double.NaN;
    }
}
