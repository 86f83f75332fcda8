package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Equilibria;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
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
    private static final long SEED = 37;
    private static final int POINTS = 60;
    private static final int DIGITS = 12;

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
        List<IExpr> out = Equilibria.of(e.rhs(), e.state(), system.assumptions()).branches().stream()
                .filter(b -> isReal(system, e, b))
                .toList();
        return out.size() == 1 ? List.of() : out;
    }

    /** Not at all points of the branch that were looked at the equation has no real right side. */
    private static boolean isReal(DifferentialSystem system, Equation e, IExpr branch) {
        Set<ISymbol> constants = new LinkedHashSet<>(Expr.symbols(e.rhs()));
        constants.addAll(Expr.symbols(branch));
        constants.remove(e.state());
        SamplePoints points = new SamplePoints(List.of(e.state()), constants, system.assumptions(), SEED);
        boolean seen = false;
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (NumericEvaluation.holds(branch, point).orElse(false)) {
                if (NumericEvaluation.evaluate(e.rhs(), point, DIGITS) instanceof Value.Real) {
                    return true;
                }
                seen = true;
            }
        }
        return !seen;
    }
}
