package dev.prolong.prolongation;

import dev.prolong.algebra.Expr;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The prolonged generator {@code Γ⁽ⁿ⁾ = T ∂_t + Σ_i Σ_k X_i^(k) ∂_{x_i^(k)}} with {@code X_i^(0) = X_i} and {@code X_i^(k) = D_t
 * X_i^(k−1) − x_i^(k) D_t T}.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), theorem 2.36.
 *
 * @param generator the field that was prolonged
 * @param coefficients {@code coefficients[i][k] = X_i^(k)}
 */
public record Prolongation(Generator generator, List<List<IExpr>> coefficients) {
    public Prolongation {
        coefficients = coefficients.stream().map(List::copyOf).toList();
    }

    /**
     * Prolongs a field on {@code space}, each state to its order.
     *
     * @param dt the total derivative: free, or along solutions; then the result is {@code Γ⁽ⁿ⁾} restricted to them
     * @param leading gives what stands for {@code x_i^(k)} at the highest order: the right side along solutions, else itself
     */
    public static Prolongation of(Generator x, JetSpace space, TotalDerivative dt, List<? extends IExpr> leading) {
        IExpr speed = dt.of(x.along(space.independent()));
        List<List<IExpr>> out = new ArrayList<>();
        for (int i = 0; i < space.states().size(); i++) {
            List<IExpr> column = new ArrayList<>();
            column.add(x.along(space.states().get(i)));
            int order = space.orders().get(i);
            for (int k = 1; k <= order; k++) {
                IExpr derivative = k == order ? leading.get(i) : space.symbol(i, k);
                column.add(Expr.minus(dt.of(column.get(k - 1)), Expr.times(derivative, speed)));
            }
            out.add(column);
        }
        return new Prolongation(x, out);
    }

    /** {@code Γ⁽ⁿ⁾} on the free jet space. */
    public static Prolongation free(Generator x, JetSpace space) {
        List<IExpr> top = new ArrayList<>();
        for (int i = 0; i < space.states().size(); i++) {
            top.add(space.symbol(i, space.orders().get(i)));
        }
        return of(x, space, TotalDerivative.free(space), top);
    }
}
