package dev.prolong.ansatz;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** {@code e^S} with the logarithms in S turned into powers; absolute values are dropped, which changes a constant factor on each piece. */
final class ExponentialOfSum {
    private ExponentialOfSum() {}

    static IExpr of(IExpr s, ISymbol v) {
        List<IExpr> factors = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(s)) {
            List<IExpr> coefficient = new ArrayList<>();
            List<IExpr> logarithms = new ArrayList<>();
            for (IExpr f : Expr.factors(term)) {
                boolean log = f instanceof IAST a
                        && Elementary.byHead(a.head())
                                .filter(e -> e == Elementary.LOG)
                                .isPresent();
                (log ? logarithms : coefficient).add(f);
            }
            boolean constant = coefficient.stream().allMatch(c -> Expr.isFreeOf(c, v));
            if (logarithms.size() == 1 && constant) {
                factors.add(Expr.power(withoutModulus(((IAST) logarithms.get(0)).arg1()), Expr.times(coefficient)));
            } else {
                rest.add(term);
            }
        }
        factors.add(Expr.exp(Expr.plus(rest)));
        return Expr.times(factors);
    }

    /** The same with absolute values dropped. */
    static IExpr withoutModulus(IExpr e) {
        Map<IExpr, IExpr> inner = new HashMap<>();
        for (IExpr f : Expr.subtrees(
                e,
                x -> x instanceof IAST a
                        && Elementary.byHead(a.head())
                                .filter(h -> h == Elementary.ABS)
                                .isPresent())) {
            inner.put(f, ((IAST) f).arg1());
        }
        return Expr.substitute(e, inner);
    }
}
