package dev.prolong.algebra.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A real number known to lie within {@code radius} of {@code mantissa·2^exponent}.
 *
 * <p>Every operation returns a ball that holds all results for all operands in the balls given; {@code bits} bounds the length of the
 * mantissa. An operation outside its domain gives a ball without a value, whose {@link Status} says why, and which spreads. Source: J.
 * van der Hoeven, Ball arithmetic (2009); F. Johansson, Arb (IEEE Trans. Comp. 66, 2017).
 */
record Ball(BigInteger mantissa, int exponent, double radius, Status status) {
    static final Ball ZERO = exact(BigInteger.ZERO, 0);
    static final Ball ONE = exact(BigInteger.ONE, 0);
    static final Ball HALF = exact(BigInteger.ONE, -1);

    private static final int LARGEST_EXPONENT = 1000;
    private static final int SMALLEST_EXPONENT = -100_000;
    private static final double LARGEST_RADIUS = 1e300;

    static Ball exact(BigInteger mantissa, int exponent) {
        return new Ball(mantissa, exponent, 0, Status.REAL);
    }

    static Ball exact(long n) {
        return exact(BigInteger.valueOf(n), 0);
    }

    static Ball undefined(Status why) {
        return new Ball(BigInteger.ZERO, 0, Double.POSITIVE_INFINITY, why);
    }

    /** The ball, its mantissa rounded to {@code bits}. */
    static Ball rounded(BigInteger mantissa, int exponent, double radius, int bits) {
        BigInteger m = mantissa;
        int e = exponent;
        double r = radius;
        int excess = m.bitLength() - bits;
        if (excess > 0) {
            m = m.shiftRight(excess);
            e += excess;
            r = up(r + powerOfTwo(e));
        }
        if (m.signum() != 0 && m.bitLength() + e > LARGEST_EXPONENT) {
            return undefined(Status.OVERFLOW);
        }
        if (m.signum() != 0 && m.bitLength() + e < SMALLEST_EXPONENT) {
            return new Ball(BigInteger.ZERO, 0, up(r + Double.MIN_NORMAL), Status.REAL);
        }
        return r < LARGEST_RADIUS ? new Ball(m, e, r, Status.REAL) : undefined(Status.UNSURE);
    }

    static Ball of(BigDecimal x, int bits) {
        return x.scale() <= 0
                ? rounded(x.toBigIntegerExact(), 0, 0, bits)
                : exact(x.unscaledValue(), 0).divide(exact(BigInteger.TEN.pow(x.scale()), 0), bits);
    }

    boolean isReal() {
        return status == Status.REAL;
    }

    boolean isExactZero() {
        return isReal() && radius == 0 && mantissa.signum() == 0;
    }

    boolean isSurelyPositive() {
        return isReal() && mantissa.signum() > 0 && lower() > 0;
    }

    boolean isSurelyNegative() {
        return isReal() && mantissa.signum() < 0 && lower() > 0;
    }

    boolean isSurelyNonZero() {
        return isReal() && lower() > 0;
    }

    /** An upper bound of the absolute value. */
    double upper() {
        return up(middleUpper() + radius);
    }

    /** A lower bound of the absolute value, zero where the ball holds zero. */
    double lower() {
        return Math.max(0, down(middleLower() - radius));
    }

    /** The middle as a double. */
    double approximate() {
        int excess = mantissa.bitLength() - 62;
        return excess > 0
                ? Math.scalb((double) mantissa.shiftRight(excess).longValue(), exponent + excess)
                : Math.scalb((double) mantissa.longValue(), exponent);
    }

    private double middleUpper() {
        return mantissa.signum() == 0 ? 0 : up(Math.max(Double.MIN_VALUE, Math.abs(approximate())));
    }

    private double middleLower() {
        return mantissa.signum() == 0 ? 0 : down(Math.abs(approximate()));
    }

    /** Correct bits of the middle relative to it; at most zero where the ball holds zero. */
    int relativeBits() {
        if (!isReal()) {
            return Integer.MIN_VALUE;
        }
        return radius == 0 ? Integer.MAX_VALUE : Math.getExponent(middleLower()) - Math.getExponent(radius) - 1;
    }

    Ball negate() {
        return new Ball(mantissa.negate(), exponent, radius, status);
    }

    Ball abs() {
        return new Ball(mantissa.abs(), exponent, radius, status);
    }

    /** The middle alone. */
    Ball middle() {
        return new Ball(mantissa, exponent, isReal() ? 0 : radius, status);
    }

    /** Enlarged by {@code extra}. */
    Ball widened(double extra) {
        return isReal() ? rounded(mantissa, exponent, up(radius + extra), Integer.MAX_VALUE) : this;
    }

    Ball shifted(int powerOfTwo) {
        return isReal()
                ? rounded(mantissa, exponent + powerOfTwo, upScaled(radius, powerOfTwo), Integer.MAX_VALUE)
                : this;
    }

    Ball plus(Ball other, int bits) {
        if (!isReal() || !other.isReal()) {
            return isReal() ? other : this;
        }
        double r = radius == 0 && other.radius == 0 ? 0 : up(radius + other.radius);
        if (mantissa.signum() == 0 || other.mantissa.signum() == 0) {
            Ball x = mantissa.signum() == 0 ? other : this;
            return rounded(x.mantissa, x.exponent, r, bits);
        }
        boolean ordered = exponent >= other.exponent;
        Ball high = ordered ? this : other;
        Ball low = ordered ? other : this;
        int gap = high.exponent - low.exponent;
        if (high.mantissa.bitLength() + gap > low.mantissa.bitLength() + 2L * bits + 8) {
            return rounded(high.mantissa, high.exponent, up(r + low.middleUpper()), bits);
        }
        return rounded(high.mantissa.shiftLeft(gap).add(low.mantissa), low.exponent, r, bits);
    }

    Ball minus(Ball other, int bits) {
        return plus(other.negate(), bits);
    }

    Ball times(Ball other, int bits) {
        if (!isReal() || !other.isReal()) {
            return isReal() ? other : this;
        }
        double r = radius == 0 && other.radius == 0
                ? 0
                : up(middleUpper() * other.radius + other.middleUpper() * radius + radius * other.radius);
        return rounded(mantissa.multiply(other.mantissa), exponent + other.exponent, r, bits);
    }

    Ball divide(Ball other, int bits) {
        return times(other.inverse(bits + 2), bits);
    }

    /** {@code 1/x}; without value where the ball holds zero. */
    Ball inverse(int bits) {
        if (!isReal()) {
            return this;
        }
        double low = lower();
        if (!(low > 0)) {
            return undefined(isExactZero() ? Status.NOT_REAL : Status.UNSURE);
        }
        int shift = bits + mantissa.bitLength() + 1;
        BigInteger quotient = BigInteger.ONE.shiftLeft(shift).divide(mantissa);
        int e = -exponent - shift;
        double spread = radius == 0 ? 0 : up(radius / down(low * middleLower()));
        return rounded(quotient, e, up(spread + powerOfTwo(e)), bits);
    }

    /** The square root; not real where surely negative. */
    Ball sqrt(int bits) {
        if (!isReal() || isExactZero()) {
            return this;
        }
        if (!isSurelyPositive()) {
            return undefined(isSurelyNegative() ? Status.NOT_REAL : Status.UNSURE);
        }
        int shift = Math.max(0, 2 * bits - mantissa.bitLength() + 2);
        shift += (exponent - shift) & 1;
        int e = (exponent - shift) / 2;
        double spread = radius == 0 ? 0 : up(radius / down(Math.sqrt(middleLower())));
        return rounded(mantissa.shiftLeft(shift).sqrt(), e, up(spread + powerOfTwo(e)), bits);
    }

    /** {@code x^n}, {@code n >= 0}, by repeated squaring. */
    Ball power(int n, int bits) {
        Ball out = ONE;
        for (int k = Integer.SIZE - Integer.numberOfLeadingZeros(n) - 1; k >= 0; k--) {
            out = out.times(out, bits);
            if ((n >> k & 1) == 1) {
                out = out.times(this, bits);
            }
        }
        return out;
    }

    Ball max(Ball other, int bits) {
        return extremum(other, minus(other, bits));
    }

    Ball min(Ball other, int bits) {
        return extremum(other, other.minus(this, bits));
    }

    private Ball extremum(Ball other, Ball lead) {
        if (!lead.isReal()) {
            return lead;
        }
        if (lead.isSurelyPositive() || lead.isExactZero()) {
            return this;
        }
        return lead.isSurelyNegative() ? other : widened(lead.upper());
    }

    /** The middle as a decimal number of this many significant digits. */
    BigDecimal decimal(int digits) {
        MathContext context = new MathContext(digits);
        BigDecimal m = new BigDecimal(mantissa);
        BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
        return exponent >= 0 ? m.multiply(scale, context) : m.divide(scale, context);
    }

    /** {@code floor(x·2^bits)} of the middle. */
    BigInteger fixed(int bits) {
        return mantissa.shiftLeft(exponent + bits);
    }

    static double powerOfTwo(int e) {
        return Math.max(Double.MIN_VALUE, Math.scalb(1.0, e));
    }

    private static double upScaled(double r, int powerOfTwo) {
        return r == 0 ? 0 : Math.nextUp(Math.scalb(r, powerOfTwo));
    }

    /** Rounded up by more than the error of a few double operations. */
    static double up(double x) {
        return x == 0 ? 0 : Math.nextUp(x * (1 + 0x1p-49));
    }

    static double down(double x) {
        return Math.nextDown(x * (1 - 0x1p-49));
    }
}
