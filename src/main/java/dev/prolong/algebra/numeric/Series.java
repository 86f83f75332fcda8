package dev.prolong.algebra.numeric;

import java.math.BigInteger;

/**
 * Taylor series in fixed point: numbers stand for {@code x/2^bits}. Each result is within {@code 2^10} units of the true value for the
 * arguments stated and up to 4,000 bits.
 */
final class Series {
    /** Bits that may be wrong in a result. */
    static final int LOSS = 10;

    private Series() {}

    /** {@code e^x} for {@code |x| <= 1/2}: the argument is halved k times and the result squared as often. */
    static BigInteger exp(BigInteger x, int bits) {
        int k = (int) Math.sqrt(bits / 3.0);
        int work = bits + 2 * k + 10;
        BigInteger y = x.shiftLeft(work - bits - k);
        BigInteger one = BigInteger.ONE.shiftLeft(work);
        BigInteger term = one;
        BigInteger sum = one;
        for (int n = 1; term.signum() != 0; n++) {
            term = term.multiply(y).shiftRight(work).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        for (int i = 0; i < k; i++) {
            sum = sum.multiply(sum).shiftRight(work);
        }
        return sum.shiftRight(work - bits);
    }

    /** {@code sin x} for {@code |x| <= 1}. */
    static BigInteger sin(BigInteger x, int bits) {
        return circular(x, x, 1, bits);
    }

    /** {@code cos x} for {@code |x| <= 1}. */
    static BigInteger cos(BigInteger x, int bits) {
        return circular(BigInteger.ONE.shiftLeft(bits), x, 0, bits);
    }

    private static BigInteger circular(BigInteger first, BigInteger x, int start, int bits) {
        BigInteger square = x.multiply(x).shiftRight(bits);
        BigInteger term = first;
        BigInteger sum = first;
        for (long n = start; term.signum() != 0; n += 2) {
            term = term.multiply(square)
                    .shiftRight(bits)
                    .divide(BigInteger.valueOf((n + 1) * (n + 2)))
                    .negate();
            sum = sum.add(term);
        }
        return sum;
    }

    /** {@code ln(1 + x)} for {@code |x| <= 1/4}. */
    static BigInteger logOnePlus(BigInteger x, int bits) {
        BigInteger power = x;
        BigInteger sum = x;
        for (long n = 2; power.abs().bitLength() > 1; n++) {
            power = power.multiply(x).shiftRight(bits).negate();
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    /** {@code atan x} for {@code |x| <= 1/4}. */
    static BigInteger atan(BigInteger x, int bits) {
        BigInteger square = x.multiply(x).shiftRight(bits);
        BigInteger power = x;
        BigInteger sum = x;
        for (long n = 3; power.abs().bitLength() > 1; n += 2) {
            power = power.multiply(square).shiftRight(bits).negate();
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }
}
