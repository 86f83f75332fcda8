package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Trees that are polynomials in some symbols, with any trees free of those symbols as coefficients. */
public final class Polynomials {
    private static final int HIGHEST_DEGREE = 60;
    private static final int MOST_TERMS = 20_000;

    private Polynomials() {}

    /** The coefficient of each monomial in the symbols, highest first; empty where the tree is no such polynomial. */
    public static Optional<Map<IExpr, IExpr>> coefficients(IExpr e, Set<ISymbol> symbols) {
        return expand(e, symbols);
    }

    /**
     * For each monomial in the symbols that occurs in any of the trees, the list of its coefficients in them; empty where one of them is
     * no polynomial in the symbols.
     */
    public static Optional<Map<IExpr, List<IExpr>>> split(List<IExpr> trees, Set<ISymbol> symbols) {
        Map<IExpr, List<IExpr>> rows = new TreeMap<>(Order.TERMS);
        for (int i = 0; i < trees.size(); i++) {
            Optional<Map<IExpr, IExpr>> expansion = expand(trees.get(i), symbols);
            if (expansion.isEmpty()) {
                return Optional.empty();
            }
            int column = i;
            expansion
                    .get()
                    .forEach((monomial, c) -> rows.computeIfAbsent(
                                    monomial,
                                    m -> new ArrayList<>(java.util.Collections.nCopies(trees.size(), Expr.ZERO)))
                            .set(column, c));
        }
        return Optional.of(rows);
    }

    private static Optional<Map<IExpr, IExpr>> expand(IExpr e, Set<ISymbol> symbols) {
        Map<IExpr, IExpr> out = new TreeMap<>(Order.TERMS);
        if (Expr.isFreeOf(e, symbols)) {
            if (!e.equals(Expr.ZERO)) {
                out.put(Expr.ONE, e);
            }
            return Optional.of(out);
        }
        if (e instanceof ISymbol) {
            out.put(e, Expr.ONE);
            return Optional.of(out);
        }
        if (Expr.isSum(e)) {
            for (IExpr term : Expr.arguments(e)) {
                Optional<Map<IExpr, IExpr>> part = expand(term, symbols);
                if (part.isEmpty()) {
                    return part;
                }
                part.get().forEach((m, c) -> add(out, m, c));
            }
            return Optional.of(out);
        }
        if (Expr.isProduct(e)) {
            return product(Expr.arguments(e), symbols);
        }
        if (Expr.isPower(e)
                && ((IAST) e).arg2() instanceof IRational q
                && Numbers.isInteger(q)
                && Numbers.signum(q) > 0) {
            int n = Numbers.numerator(q).bitLength() > 16
                    ? Integer.MAX_VALUE
                    : Numbers.numerator(q).intValue();
            return n > HIGHEST_DEGREE
                    ? Optional.empty()
                    : product(java.util.Collections.nCopies(n, ((IAST) e).arg1()), symbols);
        }
        return Optional.empty();
    }

    private static Optional<Map<IExpr, IExpr>> product(List<IExpr> factors, Set<ISymbol> symbols) {
        Map<IExpr, IExpr> out = new TreeMap<>(Order.TERMS);
        out.put(Expr.ONE, Expr.ONE);
        for (IExpr factor : factors) {
            Optional<Map<IExpr, IExpr>> part = expand(factor, symbols);
            if (part.isEmpty() || (long) part.get().size() * out.size() > MOST_TERMS) {
                return Optional.empty();
            }
            Map<IExpr, IExpr> next = new TreeMap<>(Order.TERMS);
            out.forEach((m, c) -> part.get().forEach((n, d) -> add(next, Expr.times(m, n), Expr.times(c, d))));
            out = next;
        }
        return Optional.of(out);
    }

    private static void add(Map<IExpr, IExpr> out, IExpr monomial, IExpr coefficient) {
        IExpr sum = Expr.plus(out.getOrDefault(monomial, Expr.ZERO), coefficient);
        if (sum.equals(Expr.ZERO)) {
            out.remove(monomial);
        } else {
            out.put(monomial, sum);
        }
    }
}
