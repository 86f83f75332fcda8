package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Equilibria;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

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
        List<IExpr> out =
                Equilibria.of(e.rhs(), e.state(), system.assumptions()).branches();
        return out.size() == 1 ? List.of() : out;
    }
}
