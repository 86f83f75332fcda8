package dev.prolong.ansatz;

import dev.prolong.determining.UnknownFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/** A linear ansatz: each unknown is a combination of given functions with constant coefficients. */
record Span(List<Column> columns) {
    /** One function that may occur in one unknown. */
    record Column(int unknown, IExpr function) {}

    Span {
        columns = List.copyOf(columns);
    }

    /** For each unknown, those of the functions given for it, each once. */
    static Span of(List<List<IExpr>> candidates) {
        List<Column> out = new ArrayList<>();
        for (int u = 0; u < candidates.size(); u++) {
            for (IExpr f : new LinkedHashSet<>(candidates.get(u))) {
                out.add(new Column(u, f));
            }
        }
        return new Span(out);
    }

    /** For each unknown the polynomials of total degree up to d in what it depends on, times each of the factors. */
    static Span polynomial(List<UnknownFunction> unknowns, int degree, List<IExpr> factors) {
        List<List<IExpr>> out = new ArrayList<>();
        for (UnknownFunction u : unknowns) {
            Set<IExpr> functions = new LinkedHashSet<>();
            for (IExpr f : factors) {
                boolean fits = dev.prolong.algebra.Expr.symbols(f).stream()
                        .noneMatch(s ->
                                unknowns.stream().anyMatch(v -> v.coordinate().equals(s))
                                        && !u.arguments().contains(s));
                if (fits) {
                    Monomials.upTo(u.arguments(), degree)
                            .forEach(m -> functions.add(dev.prolong.algebra.Expr.times(m, f)));
                }
            }
            out.add(List.copyOf(functions));
        }
        return of(out);
    }
}
