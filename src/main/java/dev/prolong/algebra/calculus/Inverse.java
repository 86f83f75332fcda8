package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Inverse functions: the real x with {@code S(x) = y}, branch by branch. Used for closed solutions {@code z(t)} and for the group flow
 * {@code z̄ = S⁻¹(e^ε S(z))}.
 */
public final class Inverse {
    /** How sure a branch is. */
    public enum Certainty {
        /** {@code S(x(y)) = y} was decided exactly. */
        PROVED,
        /** {@code S(x(y)) = y} holds to 30 digits at points of the branch. */
        NUMERIC
    }

    /**
     * One branch.
     *
     * @param condition on x: where {@code x = value} undoes S
     * @param value {@code x(y)}
     * @param period if present, the same holds with x shifted by its integer multiples
     * @param certainty how {@code S(value) = y} was checked
     */
    public record Branch(IExpr condition, IExpr value, Optional<IExpr> period, Certainty certainty) {}

    private Inverse() {}

    /** The branches of the inverse of S, those that pass the check; none where S cannot be undone. */
    public static List<Branch> of(IExpr s, ISymbol x, ISymbol y) {
        return of(s, x, y, List.of());
    }

    /** The same under assumptions on the parameters. */
    public static List<Branch> of(IExpr s, ISymbol x, ISymbol y, List<Assumption> assumptions) {
        if (!Expr.isFreeOf(s, y)) {
            throw new IllegalArgumentException("the value's name occurs in the function: " + y.getSymbolName());
        }
        InverseCheck check = new InverseCheck(s, x, y, assumptions);
        List<Branch> out = new ArrayList<>();
        for (RealSolution solution : solutions(s, x, y, assumptions)) {
            check.certainty(solution)
                    .ifPresent(c -> out.add(new Branch(solution.condition(), solution.value(), solution.period(), c)));
        }
        return out;
    }

    private static List<RealSolution> solutions(IExpr s, ISymbol x, ISymbol y, List<Assumption> assumptions) {
        InnerArgument itself = new InnerArgument(x, x, Expr.ONE, s);
        for (InnerArgument inner : List.of(itself, InnerArgument.of(s, x))) {
            Optional<List<RealSolution>> solved =
                    new RealSolver(inner.symbol(), assumptions).solve(inner.function(), y);
            if (solved.isPresent()) {
                return solved.get().stream().map(u -> inX(u, inner, s, x, y)).toList();
            }
        }
        return List.of();
    }

    /** The solution for the inner argument {@code u = a x + b} as one for x; a condition may speak of y, which is S. */
    private static RealSolution inX(RealSolution solution, InnerArgument inner, IExpr s, ISymbol x, ISymbol y) {
        IExpr offset = Expr.substitute(inner.argument(), x, Expr.ZERO);
        IExpr condition =
                Expr.substitute(Expr.substitute(solution.condition(), inner.symbol(), inner.argument()), y, s);
        IExpr value = Expr.divide(Expr.minus(solution.value(), offset), inner.slope());
        return new RealSolution(
                IntervalUnion.simplified(condition), value, solution.period().map(p -> Expr.divide(p, inner.slope())));
    }
}
