package dev.prolong.ansatz.firstorder;

import java.util.Collection;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A solver of linear homogeneous ordinary equations. */
public interface LinearEquations {
    /**
     * Independent solutions of {@code u^(m) = Σ a_k u^(k)}, in closed form or as kernels.
     *
     * @param a the coefficients of {@code u, u', ..}
     * @param coordinates all that is not constant
     */
    List<IExpr> fundamental(ISymbol v, List<IExpr> a, Collection<ISymbol> coordinates);
}
