package dev.prolong.algebra.numeric;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Values of expression trees at points, to as many digits as are asked for.
 *
 * <p>A tree is evaluated in balls; where the radius of the result is too large for the digits wanted, again with twice the bits. All
 * functions of the language have values; arbitrary functions are replaced by seeded smooth ones. Only the error of an integral is an
 * estimate; every other error is a bound. A symbol without a value at the point is an {@link IllegalArgumentException}.
 */
public final class NumericEvaluation {
    /** The seed of the stand-ins for arbitrary functions where none is given. */
    public static final long SEED = 7;

    private static final double BITS_PER_DIGIT = 3.3220;
    private static final int GUARD = 20;
    private static final int MOST_BITS = 2400;
    private static final int ROUNDS = 4;

    private NumericEvaluation() {}

    /** The value of e at the point, with {@code digits} sure digits where they can be had, or zero to that many digits. */
    public static Value evaluate(IExpr e, Map<ISymbol, BigDecimal> point, int digits) {
        return evaluate(e, point, digits, SEED);
    }

    /** The same with the seed of the stand-ins for arbitrary functions. */
    public static Value evaluate(IExpr e, Map<ISymbol, BigDecimal> point, int digits, long seed) {
        Value best = new Value.Undefined(Status.UNSURE);
        int bits = bits(digits);
        for (int round = 0; round < ROUNDS && bits <= MOST_BITS; round++, bits *= 2) {
            BallEvaluation evaluation = new BallEvaluation(point, bits, seed);
            Ball ball = evaluation.of(e);
            if (!ball.isReal() && ball.status() != Status.UNSURE) {
                return new Value.Undefined(ball.status());
            }
            if (ball.relativeBits() >= bits(digits) - GUARD) {
                return real(ball, digits, ball.upper());
            }
            if (ball.isReal() && ball.lower() == 0) {
                Value.Real zero = real(ball, digits, evaluation.size(e));
                if (zero.vanishes(digits)) {
                    return zero;
                }
            }
            if (ball.isReal()) {
                best = real(ball, digits, evaluation.size(e));
            }
        }
        return best;
    }

    /** Whether e is surely not zero at the point; empty where it has no value there or vanishes as far as can be seen. */
    public static Optional<Value.Real> nonZero(IExpr e, Map<ISymbol, BigDecimal> point, int digits) {
        return evaluate(e, point, digits) instanceof Value.Real real && real.isNonZero()
                ? Optional.of(real)
                : Optional.empty();
    }

    /** The same by one evaluation only: cheap where the expression has integrals in it. */
    public static boolean isNonZeroAtFirst(IExpr e, Map<ISymbol, BigDecimal> point, int digits) {
        Ball ball = new BallEvaluation(point, bits(digits), SEED).of(e);
        return ball.isReal() && ball.lower() > 0;
    }

    /** Whether the condition holds at the point; empty where that cannot be told. */
    public static Optional<Boolean> holds(IExpr condition, Map<ISymbol, BigDecimal> point) {
        int bits = bits(GUARD);
        for (int round = 0; round < ROUNDS; round++, bits *= 2) {
            Ball truth = new BallEvaluation(point, bits, SEED).truth(condition);
            if (truth.isReal()) {
                return Optional.of(!truth.isExactZero());
            }
            if (truth.status() != Status.UNSURE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int bits(int digits) {
        return (int) Math.ceil(digits * BITS_PER_DIGIT) + GUARD;
    }

    private static Value.Real real(Ball ball, int digits, double scale) {
        BigDecimal value = ball.decimal(digits + 10);
        boolean exact = value.precision() < digits + 10;
        return new Value.Real(
                value,
                exact ? ball.radius() : Ball.up(ball.radius() + value.ulp().doubleValue()),
                scale);
    }
}
