package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Canonical products: flat, one rational coefficient first, equal bases collected, in the order of {@link Order}. */
final class Products {
    private Products() {}

    static IExpr of(Collection<? extends IExpr> factors) {
        return of(factors, 4);
    }

    private static IExpr of(Collection<? extends IExpr> factors, int rounds) {
        Interruption.poll();
        Map<IExpr, IExpr> exponents = new LinkedHashMap<>();
        IExpr coefficient = Expr.ONE;
        for (IExpr factor : factors) {
            for (IExpr f : Expr.factors(factor)) {
                if (f instanceof IRational) {
                    coefficient = Numbers.multiply(coefficient, f);
                } else {
                    collect(f, exponents);
                }
            }
        }
        if (coefficient.equals(Expr.ZERO)) {
            return Expr.ZERO;
        }
        List<IExpr> out = new ArrayList<>();
        boolean unfolded = false;
        for (Map.Entry<IExpr, IExpr> entry : exponents.entrySet()) {
            IExpr power = Powers.of(entry.getKey(), entry.getValue());
            if (power instanceof IRational) {
                coefficient = Numbers.multiply(coefficient, power);
            } else {
                unfolded |= Expr.isProduct(power) || changesBase(power, entry.getKey());
                out.add(power);
            }
        }
        if (unfolded && rounds > 0) {
            out.add(coefficient);
            return of(out, rounds - 1);
        }
        return sorted(coefficient, out);
    }

    private static boolean changesBase(IExpr power, IExpr base) {
        return !(Expr.isPower(power) ? ((IAST) power).arg1() : power).equals(base);
    }

    private static IExpr sorted(IExpr coefficient, List<IExpr> factors) {
        if (factors.isEmpty()) {
            return coefficient;
        }
        if (factors.size() == 1) {
            return scaled(coefficient, factors.get(0));
        }
        factors.sort(Order.INSTANCE);
        if (!coefficient.equals(Expr.ONE)) {
            factors.add(0, coefficient);
        }
        return F.ast(factors.toArray(IExpr[]::new), S.Times);
    }

    /** {@code coefficient * e}; the coefficient enters a sum term by term. */
    static IExpr scaled(IExpr coefficient, IExpr e) {
        if (coefficient.equals(Expr.ONE)) {
            return e;
        }
        if (e instanceof IRational) {
            return Numbers.multiply(coefficient, e);
        }
        if (Expr.isSum(e)) {
            List<IExpr> terms = new ArrayList<>();
            for (IExpr term : Expr.arguments(e)) {
                terms.add(scaled(Numbers.multiply(coefficient, Sums.coefficient(term)), Sums.withoutCoefficient(term)));
            }
            return F.ast(terms.toArray(IExpr[]::new), S.Plus);
        }
        List<IExpr> factors = new ArrayList<>();
        factors.add(coefficient);
        factors.addAll(Expr.factors(e));
        return F.ast(factors.toArray(IExpr[]::new), S.Times);
    }

    private static void collect(IExpr factor, Map<IExpr, IExpr> exponents) {
        IExpr base = factor;
        IExpr exponent = Expr.ONE;
        if (Expr.isPower(factor)) {
            base = ((IAST) factor).arg1();
            exponent = ((IAST) factor).arg2();
        }
        IExpr old = exponents.get(base);
        exponents.put(base, old == null ? exponent : Expr.plus(old, exponent));
    }
}
