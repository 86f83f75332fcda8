package dev.prolong.algebra.numeric;

import java.math.BigInteger;

/**
 * {@code erf, erfi, Ei} of balls.
 *
 * <p>Source: Abramowitz and Stegun 7.1.5, 7.1.6 (all terms positive) and 5.1.10.
 */
final class SpecialValue {
    private static final int GUARD = 30;
    private static final double LARGEST_EXPONENT = 690;

    private SpecialValue() {}

    /** {@code 2/√π e^(−x²) Σ 2^n x^(2n+1) / (1·3···(2n+1))}. */
    static Ball erf(Ball x, int bits) {
        Ball m = x.middle();
        double size = x.approximate() * x.approximate();
        if (size > LARGEST_EXPONENT) {
            return x.isSurelyNonZero() && x.lower() > 25
                    ? (x.mantissa().signum() < 0 ? Ball.ONE.negate() : Ball.ONE).widened(1e-250)
                    : Ball.undefined(Status.UNSURE);
        }
        Ball square = m.times(m, bits + GUARD).shifted(1);
        Ball sum = sum(square, bits, (term, n) -> term.divide(BigInteger.valueOf(2L * n + 1)), (term, n) -> term);
        Ball decay = Transcendental.exp(square.shifted(-1).negate(), bits + GUARD);
        return scaled(m, sum.times(decay, bits + GUARD), bits).widened(Ball.up(1.13 * x.radius()));
    }

    /** {@code 2/√π Σ x^(2n+1) / (n! (2n+1))}. */
    static Ball erfi(Ball x, int bits) {
        Ball m = x.middle();
        double end = x.upper();
        if (end * end > LARGEST_EXPONENT) {
            return Ball.undefined(Status.OVERFLOW);
        }
        Ball square = m.times(m, bits + GUARD);
        Ball sum = sum(
                square,
                bits,
                (term, n) -> term.divide(BigInteger.valueOf(n)),
                (term, n) -> term.divide(BigInteger.valueOf(2L * n + 1)));
        return scaled(m, sum, bits).widened(Ball.up(1.13 * Math.exp(end * end) * (1 + 0x1p-30) * x.radius()));
    }

    private static Ball scaled(Ball x, Ball sum, int bits) {
        Ball factor = Constants.PI
                .ball(bits + GUARD)
                .sqrt(bits + GUARD)
                .inverse(bits + GUARD)
                .shifted(1);
        return factor.times(x, bits + GUARD).times(sum, bits);
    }

    /** {@code γ + ln|x| + Σ x^n / (n·n!)}; a pole at 0. */
    static Ball exponentialIntegral(Ball x, int bits) {
        if (!x.isSurelyNonZero()) {
            return Ball.undefined(x.isExactZero() ? Status.NOT_REAL : Status.UNSURE);
        }
        double size = Math.abs(x.approximate());
        if (size > LARGEST_EXPONENT) {
            return x.isSurelyPositive() ? Ball.undefined(Status.OVERFLOW) : Ball.ZERO.widened(1e-290);
        }
        int cancelled = x.mantissa().signum() < 0 ? (int) (2.9 * size) : 0;
        int work = bits + cancelled + 10;
        Ball m = x.middle();
        Ball sum = sum(
                m,
                work,
                (term, n) -> term.divide(BigInteger.valueOf(n)),
                (term, n) -> n == 0 ? BigInteger.ZERO : term.divide(BigInteger.valueOf(n)));
        Ball logarithm = Transcendental.log(m.abs(), work);
        double slope = Math.exp(x.approximate() + x.radius()) / x.lower() * (1 + 0x1p-30);
        Ball value = Constants.GAMMA.ball(work).plus(logarithm, work).plus(sum, bits);
        return value.widened(x.radius() == 0 ? 0 : Ball.up(slope * x.radius()));
    }

    /** What is done to the n-th term. */
    private interface Step {
        BigInteger of(BigInteger term, long n);
    }

    /**
     * {@code Σ weight(t_n)} with {@code t_0 = 1, t_n = divisor(t_(n−1)·x)}, until the terms vanish. Every step errs by a few units and the
     * error grows like the terms: fewer than {@code 2^GUARD/16} terms, each with an error below n units relative to the largest.
     */
    private static Ball sum(Ball x, int bits, Step divisor, Step weight) {
        int work = bits + GUARD;
        BigInteger factor = x.fixed(work);
        BigInteger term = BigInteger.ONE.shiftLeft(work);
        BigInteger largest = term;
        BigInteger sum = weight.of(term, 0);
        long n = 0;
        while (term.abs().bitLength() > 1) {
            n++;
            term = divisor.of(term.multiply(factor).shiftRight(work), n);
            largest = largest.max(term.abs());
            sum = sum.add(weight.of(term, n));
        }
        double unit = Ball.powerOfTwo(largest.bitLength() - 2 * work);
        return Ball.rounded(
                sum, -work, Ball.up((unit + Ball.powerOfTwo(-work)) * 4 * (n + 1.0) * (n + 1.0)), work + 1100);
    }
}
