package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Equilibria;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Names the branches of a first integral of an autonomous equation: the intervals between neighbouring equilibria, which no trajectory
 * leaves.
 */
public final class Branches {
    private Branches() {}

    /** The same quantity with the branches on which it is smooth; of a periodic family, those of one period. */
    public static ConservedQuantity named(ConservedQuantity q, DifferentialSystem system) {
        for (Equation e : system.equations()) {
            boolean own = e.order() == 1
                    && !Expr.isFreeOf(q.expression(), e.state())
                    && system.jetSpace().free().stream()
                            .allMatch(s -> s.equals(e.state()) || Expr.isFreeOf(e.rhs(), s));
            if (own) {
                return new ConservedQuantity(q.expression(), q.kind(), q.from(), q.domain(), branches(system, e));
            }
        }
        return q;
    }

    private static List<IExpr> branches(DifferentialSystem system, Equation e) {
        ISymbol x = Expr.symbol(FreshNames.avoiding(system).take("x"));
        IExpr argument = argument(e, x);
        IExpr sigma = inArgument(e.rhs(), argument, x);
        List<IExpr> out = Equilibria.of(sigma, x, system.assumptions()).branches(argument);
        return out.size() == 1 ? List.of() : out;
    }

    /** The affine function of the state through which alone the right side depends on it: {@code θ1 z + θ2}. */
    private static IExpr argument(Equation e, ISymbol x) {
        ISymbol z = e.state();
        Set<IExpr> affine = Expr.subtrees(e.rhs(), a -> !Expr.isFreeOf(a, z)
                && Expr.isFreeOf(Differentiation.derivative(a, z), z));
        return affine.stream()
                .filter(a -> Expr.isFreeOf(inArgument(e.rhs(), a, x), z))
                .findFirst()
                .orElse(z);
    }

    private static IExpr inArgument(IExpr f, IExpr argument, ISymbol x) {
        return Expr.substitute(f, Map.of(argument, x, Expr.negate(argument), Expr.negate(x)));
    }
}
