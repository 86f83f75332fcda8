package dev.prolong.equation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solves {@code e = 0} for a symbol {@code p} over the real numbers, exactly: where {@code e} is linear in {@code p}, where {@code p}
 * stands in one place under functions that have an inverse, and where {@code e} is a polynomial of degree two in {@code p}.
 */
final class Isolation {

    /**
     * What came out.
     *
     * @param branches the solutions; with {@code several} only one of them
     * @param several whether there are other solutions
     */
    record Solution(List<IExpr> branches, boolean several) {
        Solution {
            branches = List.copyOf(branches);
        }

        static final Solution NONE = new Solution(List.of(), false);

        static Solution unique(IExpr value) {
            return new Solution(List.of(value), false);
        }

        static Solution oneOfSeveral(IExpr value) {
            return new Solution(List.of(value), true);
        }
    }

    private final ISymbol p;
    private boolean several;

    private Isolation(ISymbol p) {
        this.p = p;
    }

    /** The solutions of {@code e = 0} for {@code p}; none means that no way to solve it is known. */
    static Solution solve(IExpr e, ISymbol p) {
        IExpr cleared = clearDenominators(e, p);
        Optional<List<IExpr>> polynomial = coefficients(cleared, p);
        if (polynomial.isPresent() && polynomial.get().size() == 2) {
            List<IExpr> c = polynomial.get();
            return Solution.unique(Expr.divide(Expr.negate(c.get(0)), c.get(1)));
        }
        Isolation isolation = new Isolation(p);
        Optional<IExpr> value = isolation.peel(e, Expr.ZERO);
        if (value.isPresent()) {
            return new Solution(List.of(value.get()), isolation.several);
        }
        return polynomial.filter(c -> c.size() == 3).map(Isolation::quadratic).orElse(Solution.NONE);
    }

    /** {@code c0 + c1 p + c2 p^2 = 0}. */
    private static Solution quadratic(List<IExpr> c) {
        IExpr discriminant = Expr.minus(Expr.power(c.get(1), 2), Expr.times(Expr.integer(4), c.get(0), c.get(2)));
        IExpr root = Expr.plus(Expr.negate(c.get(1)), Expr.sqrt(discriminant));
        IExpr value = Expr.divide(root, Expr.times(Expr.TWO, c.get(2)));
        return discriminant.equals(Expr.ZERO) ? Solution.unique(value) : Solution.oneOfSeveral(value);
    }

    private static boolean isPolynomial(IExpr e, ISymbol p) {
        if (Expr.isFreeOf(e, p) || e.equals(p)) {
            return true;
        }
        if (Expr.isPower(e)) {
            return ((IAST) e).arg2() instanceof IRational q
                    && q.toBigNumerator().signum() > 0
                    && q.toBigDenominator().equals(BigInteger.ONE)
                    && isPolynomial(((IAST) e).arg1(), p);
        }
        return (Expr.isSum(e) || Expr.isProduct(e))
                && Expr.arguments(e).stream().allMatch(part -> isPolynomial(part, p));
    }

    /** The coefficients of a polynomial in p, lowest first, up to degree two; empty for what is none. */
    static Optional<List<IExpr>> coefficients(IExpr e, ISymbol p) {
        if (!isPolynomial(e, p)) {
            return Optional.empty();
        }
        List<IExpr> coefficients = new ArrayList<>();
        IExpr derivative = e;
        BigInteger factorial = BigInteger.ONE;
        for (int k = 0; k <= 3; k++) {
            if (derivative.equals(Expr.ZERO)) {
                return Optional.of(coefficients);
            }
            IExpr value = Expr.substitute(derivative, p, Expr.ZERO);
            coefficients.add(Expr.times(Expr.rational(BigInteger.ONE, factorial), value));
            derivative = Differentiation.derivative(derivative, p);
            factorial = factorial.multiply(BigInteger.valueOf(k + 1L));
        }
        return Optional.empty();
    }

    /** Multiplies e by the denominators that contain p. */
    private static IExpr clearDenominators(IExpr e, ISymbol p) {
        IExpr cleared = e;
        for (int i = 0; i < 3; i++) {
            Optional<IExpr> denominator = Expr.terms(cleared).stream()
                    .flatMap(t -> Expr.factors(t).stream())
                    .filter(f -> isDenominator(f, p))
                    .findFirst();
            if (denominator.isEmpty()) {
                return cleared;
            }
            IExpr factor = Expr.power(denominator.get(), -1);
            cleared = Expr.plus(
                    Expr.terms(cleared).stream().map(t -> Expr.times(t, factor)).toList());
        }
        return cleared;
    }

    private static boolean isDenominator(IExpr f, ISymbol p) {
        return Expr.isPower(f)
                && ((IAST) f).arg2() instanceof IRational q
                && q.toBigNumerator().signum() < 0
                && !Expr.isFreeOf(((IAST) f).arg1(), p);
    }

    /** Solves {@code e = w} for p by undoing the outermost operation of e again and again. */
    private Optional<IExpr> peel(IExpr e, IExpr w) {
        IExpr inside = e;
        IExpr outside = w;
        while (!inside.equals(p)) {
            List<IExpr> with = Expr.arguments(inside).stream()
                    .filter(a -> !Expr.isFreeOf(a, p))
                    .toList();
            if (with.size() != 1) {
                return Optional.empty();
            }
            IExpr part = with.get(0);
            Optional<IExpr> undone = undo(inside, part, outside);
            if (undone.isEmpty()) {
                return Optional.empty();
            }
            outside = undone.get();
            inside = part;
        }
        return Optional.of(outside);
    }

    /** The value of {@code part} when {@code whole = w}. */
    private Optional<IExpr> undo(IExpr whole, IExpr part, IExpr w) {
        if (Expr.isSum(whole)) {
            List<IExpr> terms = new ArrayList<>(Expr.terms(whole));
            terms.remove(part);
            return Optional.of(Expr.minus(w, Expr.plus(terms)));
        }
        if (Expr.isProduct(whole)) {
            List<IExpr> factors = new ArrayList<>(Expr.factors(whole));
            factors.remove(part);
            return Optional.of(Expr.divide(w, Expr.times(factors)));
        }
        if (Expr.isPower(whole)) {
            IExpr base = ((IAST) whole).arg1();
            IExpr exponent = ((IAST) whole).arg2();
            return part.equals(base) ? root(exponent, w) : Optional.of(Expr.divide(Expr.log(w), Expr.log(base)));
        }
        return Elementary.byHead(whole.head()).flatMap(f -> inverse(f, w));
    }

    /** {@code p^q = w}: unique but for even whole q. */
    private Optional<IExpr> root(IExpr exponent, IExpr w) {
        if (exponent instanceof IRational q && w.equals(Expr.ZERO)) {
            return q.toBigNumerator().signum() > 0 ? Optional.of(Expr.ZERO) : Optional.empty();
        }
        if (exponent instanceof IRational q && q.toBigDenominator().equals(BigInteger.ONE)) {
            several |= !q.toBigNumerator().testBit(0);
        }
        return Optional.of(Expr.power(w, Expr.power(exponent, -1)));
    }

    private Optional<IExpr> inverse(Elementary f, IExpr w) {
        IExpr reciprocal = w.equals(Expr.ZERO) ? w : Expr.power(w, -1);
        several |= switch (f) {
            case SIN, COS, TAN, SEC, CSC, COT, COSH, SECH, ABS -> true;
            default -> false;
        };
        return switch (f) {
            case LOG -> Optional.of(Expr.exp(w));
            case SIN -> Optional.of(Expr.apply(Elementary.ASIN, w));
            case COS -> Optional.of(Expr.apply(Elementary.ACOS, w));
            case TAN -> Optional.of(Expr.apply(Elementary.ATAN, w));
            case CSC -> Optional.of(Expr.apply(Elementary.ASIN, reciprocal));
            case SEC -> Optional.of(Expr.apply(Elementary.ACOS, reciprocal));
            case COT -> Optional.of(Expr.apply(Elementary.ATAN, reciprocal));
            case ASIN -> Optional.of(Expr.apply(Elementary.SIN, w));
            case ACOS -> Optional.of(Expr.apply(Elementary.COS, w));
            case ATAN -> Optional.of(Expr.apply(Elementary.TAN, w));
            case SINH -> Optional.of(Expr.apply(Elementary.ASINH, w));
            case COSH -> Optional.of(Expr.apply(Elementary.ACOSH, w));
            case TANH -> Optional.of(Expr.apply(Elementary.ATANH, w));
            case CSCH -> Optional.of(Expr.apply(Elementary.ASINH, reciprocal));
            case SECH -> Optional.of(Expr.apply(Elementary.ACOSH, reciprocal));
            case COTH -> Optional.of(Expr.apply(Elementary.ATANH, reciprocal));
            case ASINH -> Optional.of(Expr.apply(Elementary.SINH, w));
            case ACOSH -> Optional.of(Expr.apply(Elementary.COSH, w));
            case ATANH -> Optional.of(Expr.apply(Elementary.TANH, w));
            case LAMBERTW -> Optional.of(Expr.times(w, Expr.exp(w)));
            case ABS -> Optional.of(w);
            default -> Optional.empty();
        };
    }
}
