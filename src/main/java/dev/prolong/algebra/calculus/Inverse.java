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
        List<RealSolution> solutions = new RealSolver(x, assumptions).solve(s, y).orElse(List.of());
        List<Branch> out = new ArrayList<>();
        for (RealSolution solution : solutions) {
            new InverseCheck(s, x, y, assumptions)
                    .certainty(solution)
                    .ifPresent(c -> out.add(new Branch(solution.condition(), solution.value(), solution.period(), c)));
        }
        return out;
    }
}
