package dev.prolong.algebra.numeric;

/**
 * The real branch {@code W0} of {@code w e^w = x}, {@code x > −1/e}.
 *
 * <p>Newton's iteration gives a candidate; it is accepted when {@code w e^w}, which increases on {@code w > −1}, is surely below the ball
 * at one end and surely above it at the other. Source: Corless et al., On the Lambert W function (1996).
 */
final class LambertW {
    private static final double BRANCH_POINT = -Math.exp(-1);

    private LambertW() {}

    static Ball of(Ball x, int bits) {
        if (!x.isReal() || x.isExactZero()) {
            return x;
        }
        double start = x.approximate();
        if (start < BRANCH_POINT - 1e-12) {
            return Ball.undefined(
                    x.approximate() + x.radius() < BRANCH_POINT - 1e-13 ? Status.NOT_REAL : Status.UNSURE);
        }
        int work = bits + 20 + Math.max(0, -Math.getExponent(x.upper()));
        Ball target = x.middle();
        Ball w = Ball.of(new java.math.BigDecimal(approximate(start)), work);
        for (int correct = 30; correct < 2 * work && w.isReal(); correct *= 2) {
            Ball grown = Transcendental.exp(w, work);
            Ball slope = grown.times(w.plus(Ball.ONE, work), work);
            w = w.minus(w.times(grown, work).minus(target, work).divide(slope, work), work)
                    .middle();
        }
        return w.isReal() ? certified(w, x, work) : Ball.undefined(Status.UNSURE);
    }

    private static Ball certified(Ball w, Ball x, int work) {
        double middle = w.approximate();
        double slope = Math.abs(Math.exp(middle) * (1 + middle));
        double spread = Ball.up(4 * x.radius() / slope
                + Math.scalb(Math.max(1e-300, Math.abs(middle)), 14 - work) / Math.min(1, slope));
        Ball low = w.minus(gap(spread), 2 * work);
        Ball high = w.plus(gap(spread), 2 * work);
        boolean enclosed = low.plus(Ball.ONE, work).isSurelyPositive()
                && productMinus(low, x, work).isSurelyNegative()
                && productMinus(high, x, work).isSurelyPositive();
        return enclosed ? w.widened(spread) : Ball.undefined(Status.UNSURE);
    }

    private static Ball gap(double spread) {
        return Ball.of(new java.math.BigDecimal(spread), 60).middle();
    }

    private static Ball productMinus(Ball w, Ball x, int bits) {
        return w.times(Transcendental.exp(w, bits), bits).minus(x, bits);
    }

    /** {@code W0(x)} to about ten digits or more. */
    static double approximate(double x) {
        double w;
        if (x < -0.25) {
            double p = Math.sqrt(Math.max(0, 2 * (Math.E * x + 1)));
            w = -1 + p - p * p / 3 + 11 * p * p * p / 72;
        } else if (x < 3) {
            w = x / (1 + x) + (x > 0.5 ? 0.1 : 0);
        } else {
            w = Math.log(x) - Math.log(Math.log(x));
        }
        for (int i = 0; i < 12; i++) {
            double grown = Math.exp(w);
            double f = w * grown - x;
            double step = f / (grown * (w + 1) - (w + 2) * f / (2 * w + 2));
            w = Double.isFinite(step) ? w - step : w;
        }
        return w;
    }
}
