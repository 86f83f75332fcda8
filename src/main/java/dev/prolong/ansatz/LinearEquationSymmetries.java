package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The eight symmetries of {@code y'' = p(x) y' + q(x) y + r(x)} whose own solutions are kept as kernels.
 *
 * <p>With independent solutions {@code u_1, u_2} of the homogeneous equation, a particular one {@code g}, {@code Y = y − g} and {@code w =
 * exp(−∫p)}: {@code u_i ∂_y}, {@code Y ∂_y}, {@code w u_i (u_j ∂_x + (u_j g' + u_j' Y) ∂_y)} and {@code w Y (u_j ∂_x + (u_j g' + u_j' Y)
 * ∂_y)}. Source: Lie 1883; Olver, Applications of Lie Groups to Differential Equations, example 2.41 and exercise 2.26.
 */
final class LinearEquationSymmetries {
    private LinearEquationSymmetries() {}

    /**
     * Empty where the equation is not linear or its solutions have a closed form.
     *
     * @param a the coefficients of {@code 1, y', y'^2, y'^3}
     */
    static Optional<List<List<IExpr>>> of(
            ISymbol x, ISymbol y, List<IExpr> a, List<Assumption> assumptions, FreshNames names) {
        IExpr p = a.get(1);
        IExpr q = Normal.form(Differentiation.derivative(a.get(0), y), assumptions);
        boolean isLinear =
                a.get(2).equals(Expr.ZERO) && a.get(3).equals(Expr.ZERO) && Expr.isFreeOf(p, y) && Expr.isFreeOf(q, y);
        if (!isLinear) {
            return Optional.empty();
        }
        LinearOde odes = new LinearOde(assumptions, names);
        List<IExpr> law = List.of(q, p);
        List<IExpr> u = odes.fundamental(x, law, List.of(x, y));
        boolean kept = u.size() == 2
                && u.stream()
                        .anyMatch(f -> !Expr.subtrees(f, LinearKernel::isKernel).isEmpty());
        Optional<IExpr> weight = kept ? odes.exponential(Expr.negate(p), x) : Optional.empty();
        if (weight.isEmpty()) {
            return Optional.empty();
        }
        IExpr source = Normal.form(Expr.substitute(a.get(0), y, Expr.ZERO), assumptions);
        IExpr g = source.equals(Expr.ZERO) ? Expr.ZERO : odes.kernel(x, law, source);
        return Optional.of(fields(x, Expr.minus(y, g), g, u, weight.get(), assumptions));
    }

    private static List<List<IExpr>> fields(
            ISymbol x, IExpr shifted, IExpr g, List<IExpr> u, IExpr weight, List<Assumption> assumptions) {
        List<List<IExpr>> out = new ArrayList<>();
        u.forEach(f -> out.add(List.of(Expr.ZERO, f)));
        out.add(List.of(Expr.ZERO, shifted));
        List<IExpr> slopes = new ArrayList<>();
        for (IExpr f : u) {
            slopes.add(Expr.plus(
                    Expr.times(f, Differentiation.derivative(g, x)),
                    Expr.times(Differentiation.derivative(f, x), shifted)));
        }
        for (int j = 0; j < 2; j++) {
            List<IExpr> factors = new ArrayList<>(u.subList(0, j + 1));
            factors.add(shifted);
            for (IExpr f : factors) {
                out.add(List.of(
                        Normal.readable(Expr.times(weight, f, u.get(j)), assumptions),
                        Normal.readable(Expr.times(weight, f, slopes.get(j)), assumptions)));
            }
        }
        return out;
    }
}
