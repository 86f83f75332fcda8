package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An expression multiplied out and collected by powers of its symbols outside of functions, the functions untouched. Where every coefficient is
 * zero, so is the expression, whatever the functions are; no common denominator of all of them is needed for that.
 */
final class Collected {
    /** The symbols outside of functions, with exponents, and what they are multiplied by. */
    private record Term(Map<String, Integer> powers, List<IExpr> factors) {
        static final Term ONE = new Term(Map.of(), List.of());

        Term times(Term other) {
            Map<String, Integer> product = new TreeMap<>(powers);
            other.powers.forEach((symbol, n) -> product.merge(symbol, n, Integer::sum));
            product.values().removeIf(n -> n == 0);
            List<IExpr> all = new ArrayList<>(factors);
            all.addAll(other.factors);
            return new Term(product, all);
        }
    }

    private final int most;

    private Collected(int most) {
        this.most = most;
    }

    /** The coefficients; empty where there would be more terms than that. */
    static Optional<Collection<IExpr>> coefficients(IExpr e, int most) {
        return new Collected(most).terms(e).map(terms -> {
            Map<Map<String, Integer>, List<IExpr>> collected = new HashMap<>();
            for (Term t : terms) {
                collected.computeIfAbsent(t.powers(), p -> new ArrayList<>()).add(Expr.times(t.factors()));
            }
            return collected.values().stream().map(Expr::plus).toList();
        });
    }

    private Optional<List<Term>> terms(IExpr e) {
        if (e instanceof ISymbol s) {
            return Optional.of(List.of(new Term(Map.of(s.getSymbolName(), 1), List.of())));
        }
        if (Expr.isSum(e)) {
            List<Term> out = new ArrayList<>();
            for (IExpr term : Expr.arguments(e)) {
                Optional<List<Term>> more = terms(term);
                if (more.isEmpty() || out.size() + more.get().size() > most) {
                    return Optional.empty();
                }
                out.addAll(more.get());
            }
            return Optional.of(out);
        }
        if (Expr.isProduct(e)) {
            return product(Expr.arguments(e));
        }
        return Expr.isPower(e) ? power((IAST) e) : Optional.of(List.of(new Term(Map.of(), List.of(e))));
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

    private Optional<List<Term>> power(IAST e) {
        if (e.arg2() instanceof IInteger n && n.toIntDefault() != Integer.MIN_VALUE) {
            int exponent = n.toIntDefault();
            if (e.arg1() instanceof ISymbol s) {
                return Optional.of(List.of(new Term(Map.of(s.getSymbolName(), exponent), List.of())));
            }
            if (exponent > 0 && exponent <= most && Expr.isSum(e.arg1())) {
                return product(java.util.Collections.nCopies(exponent, e.arg1()));
            }
        }
        return Optional.of(List.of(new Term(Map.of(), List.of(e))));
    }
}
