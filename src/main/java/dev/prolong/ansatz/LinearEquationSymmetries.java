package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The eight symmetries of {@code w'' = p(x) w' + q(x) w + r(x)} by its own solutions, where w is the state or a function of it: with {@code
 * y'' = a(y) y'^2 + ..} it is the antiderivative of {@code exp(−∫a dy)}, for which no square of the slope is left.
 *
 * <p>With independent solutions {@code u_1, u_2} of the homogeneous equation, a particular one {@code g}, {@code W = w − g} and {@code m =
 * exp(−∫p)}: {@code u_i ∂_w}, {@code W ∂_w}, {@code m u_i (u_j ∂_x + (u_j g' + u_j' W) ∂_w)} and {@code m W (u_j ∂_x + (u_j g' + u_j' W)
 * ∂_w)}. Source: Lie 1883; Olver, Applications of Lie Groups to Differential Equations, example 2.41 and exercise 2.26.
 */
final class LinearEquationSymmetries {
    private LinearEquationSymmetries() {}

    /** The function in which the equation is linear, and its derivative by the state. */
    private record Function(IExpr value, IExpr slope) {}

    /**
     * Empty where the equation is not linear.
     *
     * @param always false: empty too where the equation is homogeneous in the state itself and its solutions have a closed form
     */
    static Optional<List<List<IExpr>>> of(DifferentialSystem system, FreshNames names, boolean always) {
        ISymbol x = system.independent();
        ISymbol y = system.states().get(0);
        ISymbol slope = system.jetSpace().symbol(0, 1);
        List<Assumption> assumptions = system.assumptions();
        IExpr rhs = system.equations().get(0).rhs();
        LinearOde odes = new LinearOde(assumptions, names);
        Optional<Function> function = function(rhs, x, y, slope, odes, assumptions);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        IExpr w = function.get().value();
        IExpr wy = function.get().slope();
        IExpr p = shortest(
                Expr.substitute(Differentiation.derivative(rhs, slope), Map.of(slope, Expr.ZERO)), assumptions);
        IExpr rest = Expr.times(wy, Expr.substitute(rhs, Map.of(slope, Expr.ZERO)));
        IExpr q = shortest(Expr.divide(Differentiation.derivative(rest, y), wy), assumptions);
        IExpr source = shortest(Expr.minus(rest, Expr.times(q, w)), assumptions);
        if (!List.of(p, q, source).stream().allMatch(e -> Expr.isFreeOf(e, y))) {
            return Optional.empty();
        }
        List<IExpr> law = List.of(q, p);
        List<IExpr> u = odes.fundamental(x, law, List.of(x, y));
        boolean kept = u.stream()
                .anyMatch(f -> !Expr.subtrees(f, LinearKernel::isKernel).isEmpty());
        boolean wanted = always || kept || !source.equals(Expr.ZERO) || !w.equals(y);
        Optional<IExpr> weight = u.size() == 2 && wanted ? odes.exponential(Expr.negate(p), x) : Optional.empty();
        if (weight.isEmpty()) {
            return Optional.empty();
        }
        IExpr g = source.equals(Expr.ZERO)
                ? Expr.ZERO
                : kept ? odes.kernel(x, law, source) : odes.particular(x, law, u, source);
        List<List<IExpr>> fields = fields(x, Expr.minus(w, g), g, u, weight.get(), assumptions);
        return Optional.of(
                wy.equals(Expr.ONE)
                        ? fields
                        : fields.stream()
                                .map(f -> List.of(f.get(0), Normal.readable(Expr.divide(f.get(1), wy), assumptions)))
                                .toList());
    }

    private static Optional<Function> function(
            IExpr rhs, ISymbol x, ISymbol y, ISymbol slope, LinearOde odes, List<Assumption> assumptions) {
        IExpr a =
                NormalForm.of(Expr.times(Expr.rational(1, 2), Differentiation.derivative(rhs, slope, 2)), assumptions);
        if (a.equals(Expr.ZERO)) {
            return Optional.of(new Function(y, Expr.ONE));
        }
        if (!Expr.isFreeOf(a, x) || !Expr.isFreeOf(a, slope)) {
            return Optional.empty();
        }
        return odes.exponential(Expr.negate(a), y)
                .map(e -> Normal.readable(e, assumptions))
                .flatMap(e -> Antiderivative.of(e, y, assumptions)
                        .map(w -> new Function(asReal(Normal.readable(w, assumptions), rhs, y), e)));
    }

    /** Where the equation has a logarithm of the state that is real for one sign only, so have the logarithms of the function. */
    private static IExpr asReal(IExpr w, IExpr rhs, ISymbol y) {
        Map<IExpr, IExpr> plain = new LinkedHashMap<>();
        for (IExpr log : Expr.subtrees(w, e -> e.isAST(Elementary.LOG.head()))) {
            IExpr g = ((IAST) log).arg1();
            if (g.isAST(Elementary.ABS.head())) {
                plain.put(log, Expr.log(((IAST) g).arg1()));
            }
        }
        boolean oneSided = !Expr.subtrees(
                        rhs,
                        e -> e.isAST(Elementary.LOG.head())
                                && !((IAST) e).arg1().isAST(Elementary.ABS.head())
                                && !Expr.isFreeOf(e, y))
                .isEmpty();
        return oneSided ? Expr.substitute(w, plain) : w;
    }

    /** As it is written or in normal form, where logarithms are of absolute values. */
    private static IExpr shortest(IExpr e, List<Assumption> assumptions) {
        IExpr normal = NormalForm.of(e, assumptions);
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
