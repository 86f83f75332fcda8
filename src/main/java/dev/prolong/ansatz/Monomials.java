package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The monomials in some symbols, by total degree. */
final class Monomials {
    private Monomials() {}

    static List<IExpr> upTo(List<ISymbol> symbols, int degree) {
        List<IExpr> out = new ArrayList<>();
        for (int d = 0; d <= degree && (d == 0 || !symbols.isEmpty()); d++) {
            add(out, symbols, 0, d, Expr.ONE);
        }
        return out;
    }

    private static void add(List<IExpr> out, List<ISymbol> symbols, int from, int rest, IExpr product) {
        if (rest == 0) {
            out.add(product);
            return;
        }
        if (from == symbols.size()) {
            return;
        }
        for (int e = rest; e >= 0; e--) {
            add(out, symbols, from + 1, rest - e, Expr.times(product, Expr.power(symbols.get(from), e)));
        }
    }
}
