package dev.prolong.algebra.numeric;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * {@code floor(c·2^bits)} for the constants c that the series need, within two units.
 *
 * <p>π by Machin's formula, ln 2 by {@code 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749)}, Euler's γ by the method of Brent and
 * McMillan (Math. Comp. 34, 1980), whose error is below {@code π e^(−4n)}.
 */
enum Constants {
    PI {
        @Override
        BigInteger compute(int bits) {
            BigInteger a = inverseTangent(5, true, bits).shiftLeft(4);
            return a.subtract(inverseTangent(239, true, bits).shiftLeft(2));
        }
    },
    LN2 {
        @Override
        BigInteger compute(int bits) {
            BigInteger a = inverseTangent(26, false, bits).multiply(BigInteger.valueOf(18));
            BigInteger b = inverseTangent(4801, false, bits).shiftLeft(1);
            return a.subtract(b).add(inverseTangent(8749, false, bits).shiftLeft(3));
        }
    },
    GAMMA {
        @Override
        BigInteger compute(int bits) {
            int n = (int) (bits * 0.1734) + 2;
            int work = bits + 5 * n + 20;
            BigInteger square = BigInteger.valueOf((long) n * n);
            BigInteger b = BigInteger.ONE.shiftLeft(work);
            BigInteger a = logarithm(n, work).negate();
            BigInteger u = a;
            BigInteger v = b;
            for (long k = 1; b.signum() != 0 || a.signum() != 0; k++) {
                BigInteger kk = BigInteger.valueOf(k);
                b = b.multiply(square).divide(kk.multiply(kk));
                a = a.multiply(square).divide(kk).add(b).divide(kk);
                u = u.add(a);
                v = v.add(b);
            }
            return u.shiftLeft(bits).divide(v);
        }
    };

    private static final int GUARD = 24;

    private final ConcurrentMap<Integer, BigInteger> known = new ConcurrentHashMap<>();

    abstract BigInteger compute(int bits);

    /** {@code floor(c·2^bits)}, within two units. */
    BigInteger fixed(int bits) {
        int stored = (Math.max(bits, 1) + 127) / 128 * 128;
        BigInteger value = known.get(stored);
        if (value == null) {
            value = compute(stored + GUARD).shiftRight(GUARD);
            known.put(stored, value);
        }
        return value.shiftRight(stored - bits);
    }

    Ball ball(int bits) {
        return Ball.rounded(fixed(bits + 2), -bits - 2, Ball.powerOfTwo(-bits - 1), bits + 4);
    }

    /** {@code atan(1/n)} or {@code artanh(1/n)}. */
    private static BigInteger inverseTangent(int n, boolean alternating, int bits) {
        BigInteger square = BigInteger.valueOf((long) n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int k = 1; power.signum() != 0; k++) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
            sum = alternating && (k & 1) == 1 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }

    private static BigInteger logarithm(int n, int bits) {
        return Transcendental.log(Ball.exact(n), bits + 16).fixed(bits);
    }
}
