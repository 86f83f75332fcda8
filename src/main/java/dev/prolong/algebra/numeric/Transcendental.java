package dev.prolong.algebra.numeric;

import java.math.BigInteger;

/**
 * {@code exp, log, sin, cos, atan} of balls: the middle by series after reduction of the argument, the radius by a bound of the derivative
 * over the ball. Source: J.-M. Muller, Elementary Functions (3rd ed.), chapters 4 and 11.
 */
final class Transcendental {
    private static final int GUARD = 16;
    private static final double LARGEST_EXPONENT = 700;

    private Transcendental() {}

    static Ball exp(Ball x, int bits) {
        if (!x.isReal()) {
            return x;
        }
        double middle = x.approximate();
        if (middle + x.radius() > LARGEST_EXPONENT) {
            return Ball.undefined(x.isSurelyPositive() ? Status.OVERFLOW : Status.UNSURE);
        }
        if (middle + x.radius() < -LARGEST_EXPONENT - 20) {
            return Ball.ZERO.widened(Double.MIN_NORMAL);
        }
        int work = bits + GUARD + 11;
        BigInteger ln2 = Constants.LN2.fixed(work);
        int k = (int) Math.rint(middle / Math.log(2));
        BigInteger y = x.fixed(work).subtract(ln2.multiply(BigInteger.valueOf(k)));
        BigInteger value = Series.exp(y, work);
        double slope = Ball.up(Math.exp(middle + x.radius()) * (1 + 0x1p-40));
        return result(value, k - work, Series.LOSS + 4, slope, x, bits);
    }

    static Ball log(Ball x, int bits) {
        if (!x.isReal()) {
            return x;
        }
        if (!x.isSurelyPositive()) {
            return Ball.undefined(x.isSurelyNegative() || x.isExactZero() ? Status.NOT_REAL : Status.UNSURE);
        }
        int k = x.mantissa().bitLength();
        double m = Ball.exact(x.mantissa(), -k).approximate();
        if (m < 0.75) {
            k--;
            m *= 2;
        }
        int scale = x.exponent() + k;
        int work = bits + GUARD + (scale == 0 ? nearOne(x) : 0);
        double start = Math.log(m);
        BigInteger y = doubleToFixed(start, work);
        BigInteger rest = Ball.exact(x.mantissa(), -k)
                .fixed(work)
                .multiply(Series.exp(y.negate(), work))
                .shiftRight(work);
        BigInteger small = Series.logOnePlus(rest.subtract(BigInteger.ONE.shiftLeft(work)), work);
        BigInteger value = y.add(small).add(Constants.LN2.fixed(work).multiply(BigInteger.valueOf(scale)));
        return result(value, -work, Series.LOSS + 4, Ball.up(1 / x.lower()), x, bits);
    }

    /** Bits that {@code log x} loses near 1. */
    private static int nearOne(Ball x) {
        Ball gap = x.middle().minus(Ball.ONE, 64);
        return gap.isExactZero()
                ? 0
                : Math.max(0, Math.min(x.mantissa().bitLength(), -Math.getExponent(gap.approximate())));
    }

    static Ball sin(Ball x, int bits) {
        return circular(x, 0, bits);
    }

    static Ball cos(Ball x, int bits) {
        return circular(x, 1, bits);
    }

    /** {@code sin(x + shift·π/2)}. */
    private static Ball circular(Ball x, int shift, int bits) {
        if (!x.isReal() || x.upper() > 1e15) {
            return x.isReal() ? Ball.undefined(Status.UNSURE) : x;
        }
        int size = x.mantissa().signum() == 0
                ? 0
                : Math.max(-4 * bits, x.mantissa().bitLength() + x.exponent());
        int work = bits + GUARD + Math.abs(size);
        long quarter = Math.round(x.approximate() / (Math.PI / 2));
        BigInteger y = x.fixed(work).subtract(Constants.PI.fixed(work - 1).multiply(BigInteger.valueOf(quarter)));
        int quadrant = (int) Math.floorMod(quarter + shift, 4L);
        BigInteger value = (quadrant & 1) == 0 ? Series.sin(y, work) : Series.cos(y, work);
        int loss = Series.LOSS + 4 + Math.max(0, size);
        return result(quadrant >= 2 ? value.negate() : value, -work, loss, 1, x, bits);
    }

    static Ball atan(Ball x, int bits) {
        if (!x.isReal() || x.isExactZero()) {
            return x;
        }
        if (Math.abs(x.approximate()) > 2) {
            if (!x.isSurelyNonZero()) {
                return Ball.undefined(Status.UNSURE);
            }
            Ball half = Constants.PI.ball(bits + 4).shifted(-1);
            Ball rest = atan(x.abs().inverse(bits + 4), bits + 4);
            Ball out = half.minus(rest, bits);
            return x.mantissa().signum() < 0 ? out.negate() : out;
        }
        int size = x.mantissa().signum() == 0
                ? 0
                : Math.max(-4 * bits, x.mantissa().bitLength() + x.exponent());
        int work = bits + GUARD + Math.max(0, -size);
        double start = Math.atan(x.approximate());
        BigInteger y = doubleToFixed(start, work);
        BigInteger sine = Series.sin(y.shiftRight(1), work);
        BigInteger cosine = Series.cos(y.shiftRight(1), work);
        BigInteger tangent = sine.shiftLeft(work).divide(cosine);
        BigInteger square = BigInteger.ONE
                .shiftLeft(work)
                .subtract(tangent.multiply(tangent).shiftRight(work));
        BigInteger t = tangent.shiftLeft(work + 1).divide(square);
        BigInteger v = x.fixed(work);
        BigInteger ratio = v.subtract(t)
                .shiftLeft(work)
                .divide(BigInteger.ONE.shiftLeft(work).add(v.multiply(t).shiftRight(work)));
        return result(y.add(Series.atan(ratio, work)), -work, Series.LOSS + 5, 1, x, bits);
    }

    private static Ball result(BigInteger value, int exponent, int loss, double slope, Ball x, int bits) {
        double spread = x.radius() == 0 ? 0 : Ball.up(slope * x.radius());
        return Ball.rounded(value, exponent, Ball.up(spread + Ball.powerOfTwo(exponent + loss)), bits);
    }

    /** A double below 8 in fixed point, to about 60 bits after the point. */
    private static BigInteger doubleToFixed(double x, int bits) {
        return BigInteger.valueOf((long) Math.scalb(x, 60)).shiftLeft(bits - 60);
    }
}
