package dev.prolong.ansatz;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * One infinitesimal solved for: {@code X = factor · Σ_c c · parts[c]} over the constants of integration.
 *
 * @param factor the solution of the homogeneous equation, taken out for reading
 * @param parts what multiplies each constant
 */
record ComponentSolution(IExpr factor, Map<ISymbol, IExpr> parts) {
    ComponentSolution {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static ComponentSolution zero() {
        return new ComponentSolution(Expr.ONE, Map.of());
    }

    /** The coefficient of a constant. */
    IExpr along(ISymbol constant) {
        IExpr part = parts.get(constant);
        return part == null ? Expr.ZERO : Expr.times(factor, part);
    }

    /** The whole, constants included. */
    IExpr tree() {
        List<IExpr> terms = new ArrayList<>();
        parts.forEach((c, part) -> terms.add(Expr.times(c, part)));
        return Expr.times(factor, Expr.plus(terms));
    }

    /** Its k-th derivative, constant by constant. */
    Map<ISymbol, IExpr> derivative(ISymbol x, int k) {
        Map<ISymbol, IExpr> out = new LinkedHashMap<>();
        parts.keySet().forEach(c -> {
            IExpr d = Differentiation.derivative(along(c), x, k);
            if (!d.equals(Expr.ZERO)) {
                out.put(c, d);
            }
        });
        return out;
    }
}
