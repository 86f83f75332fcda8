package dev.prolong.algebra.modular;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The integers modulo a safe prime {@code p = 2q + 1} just below 2^50, {@code q} prime. Every odd root is unique in it, and a number has
 * even roots exactly if it is a square. Products are reduced by a floating-point quotient, which is exact to one unit below 2^51.
 *
 * <p>Source: Shoup, A Computational Introduction to Number Theory and Algebra, ch. 12 (square roots for p ≡ 3 mod 4).
 */
public final class PrimeField {
    /** Several of them, since a number need not have a square root modulo each. */
    public static final List<PrimeField> ALL = LongStream.of(
                    1125899906842463L,
                    1125899906841119L,
                    1125899906840747L,
                    1125899906840279L,
                    1125899906840063L,
                    1125899906839403L,
                    1125899906836799L,
                    1125899906827523L,
                    1125899906827187L,
                    1125899906825459L,
                    1125899906822063L,
                    1125899906821007L,
                    1125899906819627L,
                    1125899906819027L,
                    1125899906817683L,
                    1125899906816963L,
                    1125899906815799L,
                    1125899906811047L,
                    1125899906809583L,
                    1125899906809499L,
                    1125899906807927L,
                    1125899906807147L,
                    1125899906807099L,
                    1125899906804759L,
                    1125899906803823L,
                    1125899906800679L,
                    1125899906792699L,
                    1125899906792567L,
                    1125899906791559L,
                    1125899906790479L,
                    1125899906789963L,
                    1125899906789327L)
            .mapToObj(PrimeField::new)
            .toList();

    /** The one for evaluations that no choice of the prime can spoil for long: another point will do. */
    public static final PrimeField FIRST = ALL.get(0);

    private final long p;
    private final double inverse;

    private PrimeField(long p) {
        this.p = p;
        this.inverse = 1.0 / p;
    }

    public long modulus() {
        return p;
    }

    public long add(long a, long b) {
        long s = a + b - p;
        return s + (s >> 63 & p);
    }

    public long subtract(long a, long b) {
        long s = a - b;
        return s + (s >> 63 & p);
    }

    public long negate(long a) {
        return a == 0 ? 0 : p - a;
    }

    public long multiply(long a, long b) {
        long q = (long) ((double) a * (double) b * inverse);
        long r = a * b - q * p;
        r += r >> 63 & p;
        r -= p;
        return r + (r >> 63 & p);
    }

    /** {@code a + b c}. */
    public long multiplyAdd(long a, long b, long c) {
        long q = (long) ((double) b * (double) c * inverse);
        // one unit more or less in q leaves b c − q p between −p and 2p
        long r = b * c - q * p + a;
        r += r >> 63 & p;
        r -= p;
        r += r >> 63 & p;
        r -= p;
        return r + (r >> 63 & p);
    }

    public long power(long a, long exponent) {
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

    /** The inverse; {@code a} must not be zero. */
    public long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("division by zero modulo p");
        }
        return power(a, p - 2);
    }

    public long of(long n) {
        long r = n % p;
        return r < 0 ? r + p : r;
    }

    public long of(BigInteger n) {
        return n.bitLength() < 63
                ? of(n.longValue())
                : n.mod(BigInteger.valueOf(p)).longValue();
    }

    /** The n-th root that is itself a square where n is even; empty where there is none. */
    public Optional<Long> root(long a, int n) {
        if (a == 0) {
            return Optional.of(0L);
        }
        int even = Integer.numberOfTrailingZeros(n);
        BigInteger half = BigInteger.valueOf((p - 1) / 2);
        if (even > 0 && power(a, (p - 1) / 2) != 1) {
            return Optional.empty();
        }
        // on the squares, a group of odd order q, every root is a power; odd roots of others by the sign
        boolean square = power(a, (p - 1) / 2) == 1;
        long base = square ? a : negate(a);
        long root = power(base, BigInteger.valueOf(n).modInverse(half).longValue());
        return Optional.of(square ? root : negate(root));
    }

    /**
     * The fraction {@code n/d} with {@code |n|, d ≤ √(p/2)} that is congruent to a. Source: von zur Gathen and Gerhard, Modern Computer
     * Algebra, section 5.10.
     */
    public Optional<Fraction> rational(long a) {
        long bound = (long) Math.sqrt(p / 2.0);
        long r0 = p;
        long r1 = a;
        long t0 = 0;
        long t1 = 1;
        while (r1 > bound) {
            long q = r0 / r1;
            long r = r0 - q * r1;
            r0 = r1;
            r1 = r;
            long t = t0 - q * t1;
            t0 = t1;
            t1 = t;
        }
        if (t1 == 0 || Math.abs(t1) > bound) {
            return Optional.empty();
        }
        return Optional.of(t1 < 0 ? new Fraction(-r1, -t1) : new Fraction(r1, t1));
    }

    /** A fraction of small integers, the denominator positive. */
    public record Fraction(long numerator, long denominator) {}
}
