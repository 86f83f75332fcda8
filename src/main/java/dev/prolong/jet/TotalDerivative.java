package dev.prolong.jet;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The total derivative {@code D_t = ∂_t + Σ x_i^(k+1) ∂_{x_i^(k)}}.
 *
 * <p>Free, every derivative is a coordinate of its own; on solutions, leading derivatives are replaced by their right sides.
 */
public final class TotalDerivative {
    private final JetSpace space;
    private final Map<ISymbol, IExpr> leading;

    private TotalDerivative(JetSpace space, Map<ISymbol, IExpr> leading) {
        this.space = space;
        this.leading = leading;
    }

    /** {@code D_t} on the free jet space up to the orders of the space. */
    public static TotalDerivative free(JetSpace space) {
        return new TotalDerivative(space, Map.of());
    }

    /** {@code D_t} along solutions: {@code leading} maps the symbol of each leading derivative to its right side. */
    public static TotalDerivative alongSolutions(JetSpace space, Map<ISymbol, IExpr> leading) {
        return new TotalDerivative(space, Collections.unmodifiableMap(new LinkedHashMap<>(leading)));
    }

    public IExpr of(IExpr e) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(Differentiation.derivative(e, space.independent()));
        for (int i = 0; i < space.states().size(); i++) {
            int top = leading.isEmpty() ? space.orders().get(i) : space.orders().get(i) - 1;
            for (int k = 0; k <= top; k++) {
                IExpr partial = Differentiation.derivative(e, space.symbol(i, k));
                if (!partial.equals(Expr.ZERO)) {
                    ISymbol next = space.symbol(i, k + 1);
                    terms.add(Expr.times(leading.getOrDefault(next, next), partial));
                }
            }
        }
        return Expr.plus(terms);
    }
}
