package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Powers of the symbols, and what they are multiplied by. */
    private record Term(Map<ISymbol, Integer> powers, List<IExpr> factors) {
        static final Term ONE = new Term(Map.of(), List.of());

        Term times(Term other) {
            Map<ISymbol, Integer> product = new HashMap<>(powers);
            other.powers.forEach((symbol, n) -> product.merge(symbol, n, Integer::sum));
            List<IExpr> all = new ArrayList<>(factors);
            all.addAll(other.factors);
            return new Term(product, all);
        }
    }

    private final Set<ISymbol> within = new HashSet<>();
    private final int most;

    private Collected(IExpr e, int most) {
        this.most = most;
        enclosed(e);
    }

    /** The coefficients; the expression itself where there would be more terms than that. */
    static Collection<IExpr> coefficients(IExpr e, int most) {
        return new Collected(e, most)
                .terms(e)
                .map(terms -> {
                    Map<Map<ISymbol, Integer>, List<IExpr>> collected = new HashMap<>();
                    for (Term t : terms) {
                        collected
                                .computeIfAbsent(t.powers(), p -> new ArrayList<>())
                                .add(Expr.times(t.factors()));
                    }
                    return (Collection<IExpr>)
                            collected.values().stream().map(Expr::plus).toList();
                })
                .orElse(List.of(e));
    }

    /** Finds the symbols that stand in functions and denominators. */
    private void enclosed(IExpr e) {
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            Expr.arguments(e).forEach(this::enclosed);
        } else if (exponent(e) > 0) {
            enclosed(((IAST) e).arg1());
        } else if (!(e instanceof ISymbol)) {
            within.addAll(Expr.symbols(e));
        }
    }

    /** Of a power of a positive whole number; 0 for all else. */
    private static int exponent(IExpr e) {
        return Expr.isPower(e) && ((IAST) e).arg2() instanceof IInteger n ? Math.max(0, n.toIntDefault(0)) : 0;
    }

    private Optional<List<Term>> terms(IExpr e) {
        if (within.containsAll(Expr.symbols(e))) {
            return Optional.of(List.of(new Term(Map.of(), List.of(e))));
        }
        if (e instanceof ISymbol s) {
            return Optional.of(List.of(new Term(Map.of(s, 1), List.of())));
        }
        if (Expr.isSum(e)) {
            return sum(Expr.arguments(e));
        }
        int n = exponent(e);
        return n > most
                ? Optional.empty()
                : product(n > 0 ? Collections.nCopies(n, ((IAST) e).arg1()) : Expr.arguments(e));
    }

    private Optional<List<Term>> sum(List<IExpr> terms) {
        List<Term> out = new ArrayList<>();
        for (IExpr term : terms) {
            Optional<List<Term>> more = terms(term);
            if (more.isEmpty() || out.size() + more.get().size() > most) {
                return Optional.empty();
            }
            out.addAll(more.get());
        }
        return Optional.of(out);
    }

    private Optional<List<Term>> product(List<IExpr> factors) {
        List<Term> out = List.of(Term.ONE);
        for (IExpr factor : factors) {
            Optional<List<Term>> more = terms(factor);
            if (more.isEmpty() || (long) out.size() * more.get().size() > most) {
                return Optional.empty();
            }
            List<Term> before = out;
            out = more.get().stream()
                    .flatMap(t -> before.stream().map(t::times))
                    .toList();
        }
        return Optional.of(out);
    }
}
