package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The eight symmetries of {@code y'' = p(x) y' + q(x) y + r(x)} by its own solutions.
 *
 * <p>With independent solutions {@code u_1, u_2} of the homogeneous equation, a particular one {@code g}, {@code Y = y − g} and {@code w =
 * exp(−∫p)}: {@code u_i ∂_y}, {@code Y ∂_y}, {@code w u_i (u_j ∂_x + (u_j g' + u_j' Y) ∂_y)} and {@code w Y (u_j ∂_x + (u_j g' + u_j' Y)
 * ∂_y)}. Source: Lie 1883; Olver, Applications of Lie Groups to Differential Equations, example 2.41 and exercise 2.26.
 */
final class LinearEquationSymmetries {
    private LinearEquationSymmetries() {}

    /**
     * Empty where the equation is not linear.
     *
     * @param always false: empty too where the equation is homogeneous and its solutions have a closed form
     */
    static Optional<List<List<IExpr>>> of(DifferentialSystem system, FreshNames names, boolean always) {
        ISymbol x = system.independent();
        ISymbol y = system.states().get(0);
        ISymbol slope = system.jetSpace().symbol(0, 1);
        List<Assumption> assumptions = system.assumptions();
        IExpr rhs = system.equations().get(0).rhs();
        IExpr p = shortest(Differentiation.derivative(rhs, slope), assumptions);
        IExpr q = shortest(Differentiation.derivative(rhs, y), assumptions);
        if (!List.of(y, slope).stream().allMatch(s -> Expr.isFreeOf(p, s) && Expr.isFreeOf(q, s))) {
            return Optional.empty();
        }
        LinearOde odes = new LinearOde(assumptions, names);
        List<IExpr> law = List.of(q, p);
        List<IExpr> u = odes.fundamental(x, law, List.of(x, y));
        boolean kept = u.stream()
                .anyMatch(f -> !Expr.subtrees(f, LinearKernel::isKernel).isEmpty());
        IExpr source = shortest(Expr.substitute(rhs, Map.of(y, Expr.ZERO, slope, Expr.ZERO)), assumptions);
        boolean wanted = always || kept || !source.equals(Expr.ZERO);
        Optional<IExpr> weight = u.size() == 2 && wanted ? odes.exponential(Expr.negate(p), x) : Optional.empty();
        if (weight.isEmpty()) {
            return Optional.empty();
        }
        IExpr g = source.equals(Expr.ZERO)
                ? Expr.ZERO
                : kept ? odes.kernel(x, law, source) : odes.particular(x, law, u, source);
        return Optional.of(fields(x, Expr.minus(y, g), g, u, weight.get(), assumptions));
    }

    /** As it is written or in normal form, where logarithms are of absolute values. */
    private static IExpr shortest(IExpr e, List<Assumption> assumptions) {
        IExpr normal = Normal.form(e, assumptions);
        return Expr.size(normal) < Expr.size(e) ? normal : e;
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
