package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Arithmetic modulo one prime of 50 bits, {@code p = 2q + 1} with q prime: every residue has roots of odd degree, one of each pair {@code
 * ±a} has a square root.
 *
 * <p>Residues are in {@code 0 .. p−1}. What is found modulo p suggests; it is proved elsewhere.
 */
public final class PrimeField {
    /** The prime. */
    public static final long P = 1_125_899_906_842_463L;

    private static final double INVERSE = 1.0 / P;
    private static final BigInteger BIG = BigInteger.valueOf(P);
    /** Numerators and denominators up to here are taken back from residues. */
    private static final long REAL_FRACTION = 1L << 24;

    private PrimeField() {}

    public static long add(long a, long b) {
        long s = a + b - P;
        return s + (s >> 63 & P);
    }

    public static long subtract(long a, long b) {
        long s = a - b;
        return s + (s >> 63 & P);
    }

    public static long negate(long a) {
        return a == 0 ? 0 : P - a;
    }

    /** The product; the quotient by p is guessed in floating point and the guess, off by one at most, put right. */
    public static long multiply(long a, long b) {
        long quotient = (long) ((double) a * (double) b * INVERSE);
        long r = a * b - quotient * P;
        r += r >> 63 & P;
        r -= P;
        return r + (r >> 63 & P);
    }

    public static long power(long a, long exponent) {
        long out = 1;
        long square = a;
        for (long n = exponent; n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                out = multiply(out, square);
            }
            square = multiply(square, square);
        }
        return out;
    }

    /** {@code 1/a}; a must not be zero. */
    public static long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("division by zero modulo a prime");
        }
        return power(a, P - 2);
    }

    public static long of(BigInteger n) {
        return n.mod(BIG).longValue();
    }

    /** Some {@code r} with {@code r^n = a}, for n = 2 one of the two; empty where there is none. */
    static Optional<Long> root(long a, int n) {
        long r = a;
        int odd = n;
        while (odd % 2 == 0) {
            long s = power(r, (P + 1) / 4);
            if (multiply(s, s) != r) {
                return Optional.empty();
            }
            // of s and -s the one that has a root itself
            r = power(s, (P - 1) / 2) == 1 || s == 0 ? s : P - s;
            odd /= 2;
        }
        if (odd > 1) {
            r = power(
                    r,
                    BigInteger.valueOf(odd)
                            .modInverse(BIG.subtract(BigInteger.ONE))
                            .longValue());
        }
        return Optional.of(r);
    }

    /** A fraction of a residue: numerator and positive denominator. */
    public record Fraction(long numerator, long denominator) {}

    /** The fraction with the smallest terms that the residue stands for; empty where these are not small. */
    public static Optional<Fraction> fraction(long a) {
        long r0 = P;
        long r1 = a;
        long t0 = 0;
        long t1 = 1;
        while (r1 > REAL_FRACTION) {
            long q = r0 / r1;
            long r2 = r0 - q * r1;
            long t2 = t0 - q * t1;
            r0 = r1;
            r1 = r2;
            t0 = t1;
            t1 = t2;
        }
        if (t1 == 0 || Math.abs(t1) > REAL_FRACTION) {
            return Optional.empty();
        }
        return Optional.of(t1 < 0 ? new Fraction(-r1, -t1) : new Fraction(r1, t1));
    }
}
