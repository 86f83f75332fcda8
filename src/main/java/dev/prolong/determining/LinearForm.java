package dev.prolong.determining;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Expr;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** Reads a tree that is linear and homogeneous in unknown functions and their derivatives. */
final class LinearForm {
    private final List<UnknownFunction> unknowns;
    private final Map<UnknownDerivative, List<IExpr>> collected = new LinkedHashMap<>();

    private LinearForm(List<UnknownFunction> unknowns) {
        this.unknowns = unknowns;
    }

    static LinearEquation of(IExpr e, List<UnknownFunction> unknowns) {
        LinearForm form = new LinearForm(unknowns);
        form.collect(e, Expr.ONE);
        Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
        form.collected.forEach((d, parts) -> {
            IExpr sum = Expr.plus(parts);
            if (!sum.equals(Expr.ZERO)) {
                terms.put(d, sum);
            }
        });
        return new LinearEquation(terms);
    }

    private void collect(IExpr e, IExpr coefficient) {
        if (Expr.isSum(e)) {
            Expr.arguments(e).forEach(term -> collect(term, coefficient));
            return;
        }
        List<IExpr> known = new ArrayList<>();
        known.add(coefficient);
        List<IExpr> unknown = new ArrayList<>();
        for (IExpr f : Expr.factors(e)) {
            (Expr.subtrees(f, this::isUnknown).isEmpty() ? known : unknown).add(f);
        }
        if (unknown.size() != 1) {
            if (unknown.isEmpty() && e.equals(Expr.ZERO)) {
                return;
            }
            throw new IllegalArgumentException("not linear in the unknowns");
        }
        IExpr node = unknown.get(0);
        if (isUnknown(node)) {
            UnknownDerivative d = new UnknownDerivative(index(node), ArbitraryFunction.orders(node));
            collected.computeIfAbsent(d, k -> new ArrayList<>()).add(Expr.times(known));
        } else if (Expr.isSum(node)) {
            collect(node, Expr.times(known));
        } else {
            throw new IllegalArgumentException("not linear in the unknowns");
        }
    }

    private boolean isUnknown(IExpr e) {
        return Expr.isArbitrary(e) && index(e) >= 0;
    }

    private int index(IExpr application) {
        for (int i = 0; i < unknowns.size(); i++) {
            if (unknowns.get(i).name().equals(ArbitraryFunction.name(application))) {
                return i;
            }
        }
        return -1;
    }
}
