package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An interval that holds all real values of an expression: interval arithmetic, rounded outwards, over the known ranges of the
 * elementary functions.
 *
 * @param low its lower end
 * @param high its upper end
 * @param openLow whether the lower end itself is never reached
 * @param openHigh whether the upper end itself is never reached
 */
public record Range(double low, double high, boolean openLow, boolean openHigh) {
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
    static final Range POSITIVE = new Range(0, Double.POSITIVE_INFINITY, true, true);
    static final Range NONNEGATIVE = new Range(0, Double.POSITIVE_INFINITY, false, true);
    static final Range UNIT = new Range(-1, 1, false, false);
    static final Range OPEN_UNIT = new Range(-1, 1, true, true);

    /** Whether all values are above 0. */
    public boolean isPositive() {
        return low > 0 || low == 0 && openLow;
    }

    boolean isNegative() {
        return high < 0 || high == 0 && openHigh;
    }

    /** Whether no value is below 0. */
    public boolean isNonNegative() {
        return low >= 0;
    }

    boolean excludesZero() {
        return isPositive() || isNegative();
    }

    /** Whether all of it lies between -k and k, ends included. */
    boolean within(double k) {
        return low >= -k && high <= k;
    }

    /** The range of a tree in which the symbols satisfy the assumptions. */
    public static Range of(IExpr e, List<Assumption> assumptions) {
        for (Assumption a : assumptions) {
            if (a.expression().equals(e)) {
                return assumed(a.relation());
            }
        }
        if (e instanceof IRational q) {
            return number(q);
        }
        if (e.equals(Expr.PI)) {
            return new Range(Math.nextDown(Math.PI), Math.nextUp(Math.PI), false, false);
        }
        if (e.equals(Expr.E)) {
            return new Range(Math.nextDown(Math.E), Math.nextUp(Math.E), false, false);
        }
        if (e instanceof ISymbol || !(e instanceof IAST a)) {
            return ALL;
        }
        if (Expr.isSum(e)) {
            return Expr.arguments(e).stream()
                    .map(t -> of(t, assumptions))
                    .reduce(Range::plus)
                    .orElse(ALL);
        }
        if (Expr.isProduct(e)) {
            return Expr.arguments(e).stream()
                    .map(t -> of(t, assumptions))
                    .reduce(Range::times)
                    .orElse(ALL);
        }
        if (Expr.isPower(e)) {
            return power(a, assumptions);
        }
        Optional<Elementary> f = Elementary.byHead(a.head());
        return f.isPresent() && a.argSize() == 1 ? of(f.get(), of(a.arg1(), assumptions)) : ALL;
    }

    private static Range assumed(Assumption.Relation relation) {
        return switch (relation) {
            case POSITIVE -> POSITIVE;
            case NONNEGATIVE -> NONNEGATIVE;
            case NEGATIVE -> POSITIVE.negated();
            case NONPOSITIVE -> NONNEGATIVE.negated();
            case NONZERO -> ALL;
        };
    }

    private static Range number(IRational q) {
        double v = q.toBigNumerator().doubleValue() / q.toBigDenominator().doubleValue();
        boolean exact = q.toBigDenominator().equals(java.math.BigInteger.ONE) && Math.abs(v) < 1e15;
        return exact ? new Range(v, v, false, false) : new Range(down(v), up(v), false, false);
    }

    private static Range power(IAST power, List<Assumption> assumptions) {
        Range base = of(power.arg1(), assumptions);
        if (!(power.arg2() instanceof IRational q)) {
            return base.isPositive() ? monotone(power.arg1(), of(power.arg2(), assumptions)) : ALL;
        }
        boolean integer = q.toBigDenominator().equals(java.math.BigInteger.ONE);
        boolean even = integer && !q.toBigNumerator().testBit(0);
        double exponent =
                q.toBigNumerator().doubleValue() / q.toBigDenominator().doubleValue();
        if (base.isPositive() || base.isNonNegative() && exponent > 0) {
            Range image = increasing(base, v -> Math.pow(v, Math.abs(exponent)));
            return exponent > 0 ? image : image.reciprocal();
        }
        if (even) {
            return base.excludesZero() || exponent < 0 ? POSITIVE : NONNEGATIVE;
        }
        if (!integer) {
            return exponent > 0 ? NONNEGATIVE : POSITIVE;
        }
        return base.isNegative() ? POSITIVE.negated() : ALL;
    }

    /** {@code b^q} for a positive b: above 1 for b = e and q > 0. */
    private static Range monotone(IExpr base, Range exponent) {
        if (!base.equals(Expr.E)) {
            return POSITIVE;
        }
        Range image = increasing(exponent, Math::exp);
        return image.low > 0 ? image : new Range(0, image.high, true, image.openHigh);
    }

    private static Range of(Elementary f, Range x) {
        return switch (f) {
            case SIN, COS -> UNIT;
            case TANH ->
                x.isPositive()
                        ? new Range(0, 1, true, true)
                        : x.isNegative() ? new Range(-1, 0, true, true) : OPEN_UNIT;
            case ERF ->
                x.isPositive()
                        ? new Range(0, 1, true, true)
                        : x.isNegative() ? new Range(-1, 0, true, true) : OPEN_UNIT;
            case ATAN -> increasing(x, Math::atan);
            case ASINH, SINH, ERFI -> x.isPositive() ? POSITIVE : x.isNegative() ? POSITIVE.negated() : ALL;
            case COSH -> new Range(1, Double.POSITIVE_INFINITY, x.excludesZero(), true);
            case SECH -> new Range(0, 1, true, x.excludesZero());
            case LOG -> x.low >= 0 ? increasing(x, v -> v == 1 ? 0 : Math.log(v)) : ALL;
            case ABS -> x.excludesZero() ? POSITIVE : NONNEGATIVE;
            case SIGN -> x.isPositive() ? new Range(1, 1, false, false) : UNIT;
            case ACOSH -> NONNEGATIVE;
            case ACOS -> new Range(0, up(Math.PI), false, false);
            case ASIN -> new Range(-up(Math.PI / 2), up(Math.PI / 2), false, false);
            case LAMBERTW -> x.isPositive() ? POSITIVE : new Range(-1, Double.POSITIVE_INFINITY, false, true);
            default -> ALL;
        };
    }

    private static Range increasing(Range x, java.util.function.DoubleUnaryOperator f) {
        double a = f.applyAsDouble(x.low);
        double b = f.applyAsDouble(x.high);
        return new Range(exactly(a) ? a : down(a), exactly(b) ? b : up(b), x.openLow, x.openHigh);
    }

    private static boolean exactly(double v) {
        return Double.isInfinite(v) || v == 0 || Math.abs(v) == 1;
    }

    private Range plus(Range o) {
        double a = low + o.low;
        double b = high + o.high;
        return new Range(
                whole(low, o.low) ? a : down(a),
                whole(high, o.high) ? b : up(b),
                openLow || o.openLow,
                openHigh || o.openHigh);
    }

    private Range times(Range o) {
        if (isNegative()) {
            return negated().times(o).negated();
        }
        if (o.isNegative()) {
            return times(o.negated()).negated();
        }
        if (isNonNegative() && o.isNonNegative()) {
            boolean reachesZero = low == 0 && !openLow || o.low == 0 && !o.openLow;
            double bottom = product(low, o.low);
            boolean open = bottom == 0 ? !reachesZero : openLow || o.openLow;
            return new Range(bottom, product(high, o.high), open, high > 0 && o.high > 0 && (openHigh || o.openHigh));
        }
        double[] ends = {product(low, o.low), product(low, o.high), product(high, o.low), product(high, o.high)};
        java.util.Arrays.sort(ends);
        return new Range(down(ends[0]), up(ends[3]), false, false);
    }

    private static double product(double a, double b) {
        double p = a * b;
        return Double.isNaN(p) || p == 0 ? 0 : whole(a, b) ? p : p > 0 ? down(p) : up(p);
    }

    private Range reciprocal() {
        return new Range(
                high == Double.POSITIVE_INFINITY ? 0 : high == 1 ? 1 : down(1 / high),
                low == 0 ? Double.POSITIVE_INFINITY : low == 1 ? 1 : up(1 / low),
                openHigh || high == Double.POSITIVE_INFINITY,
                openLow || low == 0);
    }

    Range negated() {
        return new Range(-high, -low, /* openLow= */ openHigh, /* openHigh= */ openLow);
    }

    private static boolean whole(double a, double b) {
        return Double.isInfinite(a)
                || Double.isInfinite(b)
                || a == Math.rint(a) && b == Math.rint(b) && Math.abs(a) < 1e7 && Math.abs(b) < 1e7;
    }

    private static double down(double v) {
        return Double.isInfinite(v) ? v : Math.nextDown(Math.nextDown(v));
    }

    private static double up(double v) {
        return Double.isInfinite(v) ? v : Math.nextUp(Math.nextUp(v));
    }
}
