package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An expression as a polynomial in those of its symbols that stand in no function and no denominator. It is zero where every coefficient is, and
 * only there; no common denominator of all of them is needed to see it.
 */
final class Collected {
    private final Set<ISymbol> within = new HashSet<>();

    private Collected(IExpr e) {
        enclosed(e);
    }

    /** The coefficients that do not cancel; the expression itself where it is too large a polynomial. */
    static Collection<IExpr> coefficients(IExpr e) {
        Set<ISymbol> free = new HashSet<>(Expr.symbols(e));
        free.removeAll(new Collected(e).within);
        return Polynomials.coefficients(e, free).map(Map::values).orElse(List.of(e));
    }

    /** Finds the symbols that stand in functions and denominators. */
    private void enclosed(IExpr e) {
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            Expr.arguments(e).forEach(this::enclosed);
        } else if (Expr.isPower(e) && ((IAST) e).arg2() instanceof IInteger n && n.isPositive()) {
            enclosed(((IAST) e).arg1());
        } else if (!(e instanceof ISymbol)) {
            within.addAll(Expr.symbols(e));
        }
    }
}
