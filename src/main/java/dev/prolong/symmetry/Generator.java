package dev.prolong.symmetry;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An infinitesimal generator {@code X = T ∂_t + Σ X_i ∂_{x_i}} (with components along parameters for equivalence transformations).
 *
 * @param coordinates {@code t, x_1 .. x_k}, then parameters if they are acted on
 * @param infinitesimals one for each coordinate
 */
public record Generator(List<ISymbol> coordinates, List<IExpr> infinitesimals) {
    public Generator {
        coordinates = List.copyOf(coordinates);
        infinitesimals = List.copyOf(infinitesimals);
        if (coordinates.size() != infinitesimals.size()) {
            throw new IllegalArgumentException("one infinitesimal for each coordinate");
        }
    }

    /** The infinitesimal along a coordinate, zero where the generator has none. */
    public IExpr along(ISymbol coordinate) {
        int i = coordinates.indexOf(coordinate);
        return i < 0 ? Expr.ZERO : infinitesimals.get(i);
    }

    /** {@code X(f) = Σ X_i ∂f/∂x_i}. */
    public IExpr apply(IExpr f) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            terms.add(Expr.times(infinitesimals.get(i), Differentiation.derivative(f, coordinates.get(i))));
        }
        return Expr.plus(terms);
    }
}
