package dev.prolong.pipeline;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Joins quantities of neighbouring pieces at the kink between them: a constant is added to the later one so that both agree there. Where
 * one of them is infinite at the kink, no trajectory crosses it and nothing is added.
 */
final class Kinks {
    private Kinks() {}

    static void makeContinuous(List<IExpr> parts, List<CaseResult> cases, DifferentialSystem system) {
        for (int i = 1; i < parts.size(); i++) {
            Optional<IExpr> step = step(parts.get(i - 1), parts.get(i), cases.get(i), system);
            if (step.isPresent()) {
                parts.set(i, Expr.plus(parts.get(i), step.get()));
            }
        }
    }

    /** The branches of a quantity on a piece; the piece itself where it has none. */
    static List<IExpr> branches(CaseResult c, int quantity) {
        IExpr piece = c.condition().orElse(Condition.TRUE);
        List<IExpr> inner = c.conserved().get(quantity).claim().branches();
        return inner.isEmpty()
                ? List.of(piece)
                : inner.stream()
                        .map(b -> Pieces.conjunction(List.of(piece, b)))
                        .filter(b -> !b.equals(Condition.FALSE))
                        .toList();
    }

    /** {@code before − after} at the lower end of the later piece, where that is a finite constant. */
    private static Optional<IExpr> step(IExpr before, IExpr after, CaseResult piece, DifferentialSystem system) {
        for (IExpr c : Expr.subtrees(piece.condition().orElse(Condition.TRUE), x -> x.isAST(S.Greater))) {
            IExpr boundary = Expr.minus(((IAST) c).arg1(), ((IAST) c).arg2());
            for (ISymbol state : system.states()) {
                IExpr slope = Differentiation.derivative(boundary, state);
                if (!slope.equals(Expr.ZERO) && Expr.isFreeOf(slope, state)) {
                    IExpr at = Expr.divide(Expr.negate(Expr.substitute(boundary, state, Expr.ZERO)), slope);
                    return difference(before, after, state, at, system);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<IExpr> difference(
            IExpr before, IExpr after, ISymbol state, IExpr at, DifferentialSystem system) {
        try {
            IExpr left = normal(Expr.substitute(before, state, at), system);
            IExpr right = normal(Expr.substitute(after, state, at), system);
            IExpr gap = normal(Expr.minus(left, right), system);
            boolean constant = system.jetSpace().free().stream().allMatch(s -> Expr.isFreeOf(gap, s));
            return constant && !gap.equals(Expr.ZERO) ? Optional.of(gap) : Optional.empty();
        } catch (NotSmoothException | ArithmeticException infinite) {
            return Optional.empty();
        }
    }

    private static IExpr normal(IExpr e, DifferentialSystem system) {
        return NormalForm.of(e, system.assumptions());
    }
}
