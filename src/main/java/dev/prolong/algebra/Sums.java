package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Canonical sums: flat, like terms collected, in the order of {@link Order#TERMS}. */
final class Sums {
    private Sums() {}

    static IExpr of(Collection<? extends IExpr> terms) {
        Interruption.poll();
        Map<IExpr, IExpr> collected = new LinkedHashMap<>();
        for (IExpr term : terms) {
            if (Expr.isSum(term)) {
                for (IExpr inner : Expr.arguments(term)) {
                    collect(inner, collected);
                }
            } else {
                collect(term, collected);
            }
        }
        List<IExpr> out = new ArrayList<>();
        for (Map.Entry<IExpr, IExpr> entry : collected.entrySet()) {
            if (!entry.getValue().equals(Expr.ZERO)) {
                out.add(Products.scaled(entry.getValue(), entry.getKey()));
            }
        }
        if (out.isEmpty()) {
            return Expr.ZERO;
        }
        if (out.size() == 1) {
            return out.get(0);
        }
        out.sort(Order.TERMS);
        return F.ast(out.toArray(IExpr[]::new), S.Plus);
    }

    private static void collect(IExpr term, Map<IExpr, IExpr> collected) {
        collected.merge(withoutCoefficient(term), coefficient(term), Numbers::add);
    }

    /** The rational coefficient of a term. */
    static IExpr coefficient(IExpr term) {
        if (term instanceof IRational) {
            return term;
        }
        if (Expr.isProduct(term)) {
            IExpr first = Expr.arguments(term).get(0);
            return first instanceof IRational ? first : Expr.ONE;
        }
        return Expr.ONE;
    }

    /** The term without its rational coefficient. */
    static IExpr withoutCoefficient(IExpr term) {
        if (term instanceof IRational) {
            return Expr.ONE;
        }
        if (Expr.isProduct(term)) {
            List<IExpr> factors = Expr.arguments(term);
            if (factors.get(0) instanceof IRational) {
                List<IExpr> rest = factors.subList(1, factors.size());
                return rest.size() == 1 ? rest.get(0) : F.ast(rest.toArray(IExpr[]::new), S.Times);
            }
        }
        return term;
    }
}
