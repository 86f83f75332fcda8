package dev.prolong.algebra.calculus;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A real solution x of an equation {@code g(x) = w}.
 *
 * @param condition on x: on which part of the line this one is meant
 * @param value the solution, free of x
 * @param period with a solution every {@code value + n period} is one (for integer n, the condition shifted likewise)
 */
record RealSolution(IExpr condition, IExpr value, Optional<IExpr> period) {
    static RealSolution unique(IExpr value) {
        return new RealSolution(dev.prolong.algebra.Condition.TRUE, value, Optional.empty());
    }
}
