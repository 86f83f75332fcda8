package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** The real h with {@code f(h) = w} for the elementary functions f, branch by branch. */
final class PreimageTable {
    /** Some w with {@code asin w} a rational multiple of π: that multiple. */
    private static final Map<IExpr, IExpr> SINES = Map.of(
            Expr.ONE,
            Expr.HALF,
            Expr.MINUS_ONE,
            Expr.rational(-1, 2),
            Expr.HALF,
            Expr.rational(1, 6),
            Expr.rational(-1, 2),
            Expr.rational(-1, 6),
            Expr.times(Expr.HALF, Expr.sqrt(Expr.TWO)),
            Expr.rational(1, 4),
            Expr.times(Expr.rational(-1, 2), Expr.sqrt(Expr.TWO)),
            Expr.rational(-1, 4),
            Expr.times(Expr.HALF, Expr.sqrt(Expr.integer(3))),
            Expr.rational(1, 3),
            Expr.times(Expr.rational(-1, 2), Expr.sqrt(Expr.integer(3))),
            Expr.rational(-1, 3));

    private final ISymbol x;
    private final List<Assumption> assumptions;

    PreimageTable(ISymbol x, List<Assumption> assumptions) {
        this.x = x;
        this.assumptions = List.copyOf(assumptions);
    }

    /** {@code argument = value} where the condition on the argument holds. */
    record Preimage(IExpr argument, IExpr condition, IExpr value, Optional<IExpr> period) {}

    /** The solutions h of {@code f(h) = w}; empty where f has no inverse in the language. */
    Optional<List<Preimage>> of(Elementary f, IExpr h, IExpr w) {
        return switch (f) {
            case LOG -> one(h, Expr.exp(w));
            case ABS ->
                Optional.of(List.of(
                        new Preimage(h, positive(h), w, Optional.empty()),
                        new Preimage(h, negative(h), Expr.negate(w), Optional.empty())));
            case SIN -> sine(h, w);
            case COS -> cosine(h, w);
            case TAN ->
                periodic(
                        h,
                        Expr.apply(Elementary.ATAN, w),
                        Expr.times(Expr.rational(-1, 2), Expr.PI),
                        Expr.HALF,
                        Expr.PI);
            case SEC -> cosine(h, Expr.power(w, -1));
            case CSC -> sine(h, Expr.power(w, -1));
            case COT -> w.equals(Expr.ZERO) ? cosine(h, w) : of(Elementary.TAN, h, Expr.power(w, -1));
            case SINH -> one(h, Expr.apply(Elementary.ASINH, w));
            case TANH -> one(h, Expr.apply(Elementary.ATANH, w));
            case COSH -> even(h, areaCosine(w));
            case SECH -> w.equals(Expr.ZERO) ? Optional.of(List.of()) : even(h, areaCosine(Expr.power(w, -1)));
            case CSCH -> w.equals(Expr.ZERO) ? Optional.of(List.of()) : of(Elementary.SINH, h, Expr.power(w, -1));
            case COTH -> w.equals(Expr.ZERO) ? Optional.of(List.of()) : of(Elementary.TANH, h, Expr.power(w, -1));
            case ASIN -> one(h, Expr.apply(Elementary.SIN, w));
            case ACOS -> one(h, Expr.apply(Elementary.COS, w));
            case ATAN -> one(h, Expr.apply(Elementary.TAN, w));
            case ASINH -> one(h, Expr.apply(Elementary.SINH, w));
            case ACOSH -> one(h, Expr.apply(Elementary.COSH, w));
            case ATANH -> one(h, Expr.apply(Elementary.TANH, w));
            case LAMBERTW -> one(h, Expr.times(w, Expr.exp(w)));
            case ERF, ERFI -> w.equals(Expr.ZERO) ? one(h, Expr.ZERO) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The solutions of {@code b^h = w} or {@code h^q = w}. */
    Optional<List<Preimage>> ofPower(IAST power, IExpr w) {
        IExpr base = power.arg1();
        IExpr exponent = power.arg2();
        if (Expr.isFreeOf(base, x)) {
            Range right = Range.of(w, assumptions);
            boolean never = w.equals(Expr.ZERO) || right.isNegative();
            return never ? Optional.of(List.of()) : one(exponent, Expr.divide(Expr.log(w), Expr.log(base)));
        }
        if (!Expr.isFreeOf(exponent, x)) {
            return Optional.empty();
        }
        if (w.equals(Expr.ZERO)) {
            Range q = Range.of(exponent, assumptions);
            return q.isNegative() ? Optional.of(List.of()) : q.isPositive() ? one(base, Expr.ZERO) : Optional.empty();
        }
        IExpr root = Expr.power(w, Expr.power(exponent, -1));
        if (!(exponent instanceof IRational q) || !q.toBigDenominator().equals(BigInteger.ONE)) {
            return one(base, root);
        }
        if (!q.toBigNumerator().testBit(0)) {
            return even(base, root);
        }
        if (q.toBigNumerator().abs().equals(BigInteger.ONE)) {
            return one(base, root);
        }
        return Optional.of(List.of(
                new Preimage(base, positive(base), root, Optional.empty()),
                new Preimage(
                        base,
                        negative(base),
                        Expr.negate(Expr.power(Expr.negate(w), Expr.power(exponent, -1))),
                        Optional.empty())));
    }

    private static Optional<List<Preimage>> one(IExpr h, IExpr value) {
        return Optional.of(List.of(new Preimage(h, Condition.TRUE, value, Optional.empty())));
    }

    /** The two solutions of an even function; one at zero. */
    private Optional<List<Preimage>> even(IExpr h, IExpr value) {
        if (value.equals(Expr.ZERO)) {
            return one(h, value);
        }
        return Optional.of(List.of(
                new Preimage(h, positive(h), value, Optional.empty()),
                new Preimage(h, negative(h), Expr.negate(value), Optional.empty())));
    }

    private Optional<List<Preimage>> sine(IExpr h, IExpr w) {
        if (w.equals(Expr.ZERO)) {
            return Optional.of(List.of(new Preimage(h, Condition.TRUE, Expr.ZERO, Optional.of(Expr.PI))));
        }
        IExpr arc = arcSine(w);
        return Optional.of(List.of(
                preimage(h, arc, Expr.rational(-1, 2), Expr.HALF),
                preimage(h, Expr.minus(Expr.PI, arc), Expr.HALF, Expr.rational(3, 2))));
    }

    private Optional<List<Preimage>> cosine(IExpr h, IExpr w) {
        if (w.equals(Expr.ZERO)) {
            return Optional.of(
                    List.of(new Preimage(h, Condition.TRUE, Expr.times(Expr.HALF, Expr.PI), Optional.of(Expr.PI))));
        }
        IExpr arc = arcCosine(w);
        return Optional.of(List.of(
                preimage(h, arc, Expr.ZERO, Expr.ONE), preimage(h, Expr.negate(arc), Expr.MINUS_ONE, Expr.ZERO)));
    }

    private Preimage preimage(IExpr h, IExpr value, IExpr from, IExpr to) {
        return new Preimage(h, between(h, from, to), value, Optional.of(Expr.times(Expr.TWO, Expr.PI)));
    }

    private Optional<List<Preimage>> periodic(IExpr h, IExpr value, IExpr from, IExpr to, IExpr period) {
        return Optional.of(List.of(new Preimage(
                h,
                Condition.and(List.of(
                        Condition.compare(from, S.Less, h), Condition.compare(h, S.Less, Expr.times(to, Expr.PI)))),
                value,
                Optional.of(period))));
    }

    /** {@code from π < h < to π}. */
    private static IExpr between(IExpr h, IExpr from, IExpr to) {
        return Condition.and(List.of(
                Condition.compare(Expr.times(from, Expr.PI), S.Less, h),
                Condition.compare(h, S.Less, Expr.times(to, Expr.PI))));
    }

    /** {@code asin w}, and {@code asin(tanh v) = 2 atan(tanh(v/2))}, which keeps its digits where {@code tanh v} is close to 1. */
    private static IExpr arcSine(IExpr w) {
        IExpr special = SINES.get(w);
        if (special != null) {
            return Expr.times(special, Expr.PI);
        }
        return hyperbolicTangent(w)
                .map(v -> Expr.times(
                        Expr.TWO, Expr.apply(Elementary.ATAN, Expr.apply(Elementary.TANH, Expr.times(Expr.HALF, v)))))
                .orElseGet(() -> Expr.apply(Elementary.ASIN, w));
    }

    /** {@code acos w}, and {@code acos(tanh v) = 2 atan(e^-v)}. */
    private static IExpr arcCosine(IExpr w) {
        IExpr special = SINES.get(w);
        if (special != null) {
            return Expr.times(Expr.minus(Expr.HALF, special), Expr.PI);
        }
        return hyperbolicTangent(w)
                .map(v -> Expr.times(Expr.TWO, Expr.apply(Elementary.ATAN, Expr.exp(Expr.negate(v)))))
                .orElseGet(() -> Expr.apply(Elementary.ACOS, w));
    }

    /** {@code acosh w}, and {@code acosh(1/tanh v) = 2 atanh(e^-v)}. */
    private static IExpr areaCosine(IExpr w) {
        if (w.equals(Expr.ONE)) {
            return Expr.ZERO;
        }
        return hyperbolicTangent(Expr.power(w, -1))
                .map(v -> Expr.times(Expr.TWO, Expr.apply(Elementary.ATANH, Expr.exp(Expr.negate(v)))))
                .orElseGet(() -> Expr.apply(Elementary.ACOSH, w));
    }

    /** v where the tree is {@code ± tanh v}. */
    private static Optional<IExpr> hyperbolicTangent(IExpr w) {
        if (w.isAST(Elementary.TANH.head())) {
            return Optional.of(((IAST) w).arg1());
        }
        IExpr negated = Expr.negate(w);
        return negated.isAST(Elementary.TANH.head())
                ? Optional.of(Expr.negate(((IAST) negated).arg1()))
                : Optional.empty();
    }

    private IExpr positive(IExpr h) {
        return sign(h, S.Greater);
    }

    private IExpr negative(IExpr h) {
        return sign(h, S.Less);
    }

    /** {@code h > 0} or {@code h < 0}, with odd increasing functions and positive factors taken off. */
    private IExpr sign(IExpr h, IBuiltInSymbol relation) {
        Range range = Range.of(h, assumptions);
        if (range.isPositive() || range.isNegative()) {
            return range.isPositive() == relation.equals(S.Greater) ? Condition.TRUE : Condition.FALSE;
        }
        if (h instanceof IAST a
                && Elementary.byHead(a.head())
                        .filter(PreimageTable::isOddIncreasing)
                        .isPresent()) {
            return sign(a.arg1(), relation);
        }
        List<IExpr> left = new ArrayList<>();
        IBuiltInSymbol turned = relation;
        for (IExpr factor : Expr.factors(h)) {
            Range r = Range.of(factor, assumptions);
            if (r.isNegative()) {
                turned = turned.equals(S.Greater) ? S.Less : S.Greater;
            } else if (!r.isPositive()) {
                left.add(factor);
            }
        }
        IExpr rest = Expr.times(left);
        if (rest.equals(h)) {
            Optional<IExpr> intervals = SignIntervals.of(h, relation, x);
            if (intervals.isPresent()) {
                return intervals.get();
            }
        }
        Optional<Affine> power = exponential(rest);
        if (power.isPresent()) {
            IExpr level =
                    Expr.divide(Expr.negate(power.get().offset()), power.get().slope());
            IBuiltInSymbol side = Range.of(power.get().slope(), assumptions).isPositive() ? turned : opposite(turned);
            return Condition.compare(exponent(rest), side, Expr.log(level));
        }
        return rest.equals(h) ? Condition.compare(h, relation, Expr.ZERO) : sign(rest, turned);
    }

    private static IBuiltInSymbol opposite(IBuiltInSymbol relation) {
        return relation.equals(S.Greater) ? S.Less : S.Greater;
    }

    /** a and b of {@code a e^k + b} with numbers a and b of opposite signs. */
    private Optional<Affine> exponential(IExpr h) {
        if (!Expr.isSum(h)) {
            return Optional.empty();
        }
        List<IExpr> constant = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.arguments(h)) {
            (Expr.isFreeOf(term, x) ? constant : rest).add(term);
        }
        IExpr b = Expr.plus(constant);
        if (rest.size() != 1 || !exponentOf(rest.get(0)).isPresent()) {
            return Optional.empty();
        }
        IExpr a = Expr.divide(rest.get(0), Expr.exp(exponentOf(rest.get(0)).get()));
        Range level = Range.of(Expr.divide(Expr.negate(b), a), assumptions);
        return Range.of(a, assumptions).excludesZero() && level.isPositive()
                ? Optional.of(new Affine(a, b))
                : Optional.empty();
    }

    private IExpr exponent(IExpr sum) {
        return Expr.arguments(sum).stream()
                .flatMap(t -> exponentOf(t).stream())
                .findFirst()
                .orElseThrow();
    }

    /** k of a term {@code a e^k}, a constant. */
    private Optional<IExpr> exponentOf(IExpr term) {
        List<IExpr> variable =
                Expr.factors(term).stream().filter(f -> !Expr.isFreeOf(f, x)).toList();
        boolean power = variable.size() == 1
                && Expr.isPower(variable.get(0))
                && ((IAST) variable.get(0)).arg1().equals(Expr.E);
        return power ? Optional.of(((IAST) variable.get(0)).arg2()) : Optional.empty();
    }

    private static boolean isOddIncreasing(Elementary f) {
        return switch (f) {
            case SINH, TANH, ASINH, ATAN, ASIN, ATANH, ERF, ERFI -> true;
            default -> false;
        };
    }
}
