package dev.prolong.symmetry;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The lift of a field to adjoint variables: with {@code a} adjoint to the coordinate {@code x}, {@code A = −Σ_y a_y ∂Y/∂x}, so that the
 * pairing {@code Σ a dx} is kept.
 *
 * <p>A symmetry of a system lifts to one of the system with its adjoint equations, since these are Hamilton's equations of {@code Σ a f}.
 * Source: Abraham and Marsden, Foundations of Mechanics (2nd ed.), corollary 3.2.14.
 */
public final class CotangentLift {
    private CotangentLift() {}

    /**
     * The lift.
     *
     * @param adjoints the adjoint of each coordinate that has one
     * @param coordinates those of the lift, in their order
     */
    public static Generator of(Generator x, Map<ISymbol, ISymbol> adjoints, List<ISymbol> coordinates) {
        List<IExpr> out = new ArrayList<>();
        for (ISymbol c : coordinates) {
            IExpr component = x.along(c);
            for (Map.Entry<ISymbol, ISymbol> pair : adjoints.entrySet()) {
                if (pair.getValue().equals(c)) {
                    component = along(pair.getKey(), x, adjoints);
                }
            }
            out.add(component);
        }
        return new Generator(coordinates, out);
    }

    private static IExpr along(ISymbol primal, Generator x, Map<ISymbol, ISymbol> adjoints) {
        List<IExpr> terms = new ArrayList<>();
        adjoints.forEach((y, a) -> {
            IExpr slope = Differentiation.derivative(x.along(y), primal);
            if (!slope.equals(Expr.ZERO)) {
                terms.add(Expr.negate(Expr.times(a, slope)));
            }
        });
        return Expr.plus(terms);
    }
}
