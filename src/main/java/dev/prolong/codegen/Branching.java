package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Decides the conditions of {@code piecewise} trees one by one, so that code can branch once for all results. */
final class Branching {
    private Branching() {}

    /** A condition to branch on: the first one of the outermost piecewise tree; none in trees without pieces. */
    static Optional<IExpr> condition(Collection<IExpr> trees) {
        for (IExpr e : trees) {
            Optional<IExpr> found = condition(e);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static boolean hasPieces(IExpr e) {
        return condition(e).isPresent();
    }

    private static Optional<IExpr> condition(IExpr e) {
        if (Expr.isPiecewise(e)) {
            IExpr first = Expr.branches((IAST) e).get(0).condition();
            Optional<IExpr> inside = condition(Expr.arguments(first));
            return inside.isPresent() ? inside : Optional.of(first);
        }
        return Expr.isIntegral(e) ? Optional.empty() : condition(Expr.arguments(e));
    }

    /** The tree where the condition is known to hold, or known not to. */
    static IExpr given(IExpr e, IExpr condition, boolean holds) {
        if (Expr.isPiecewise(e)) {
            return piecewise((IAST) e, condition, holds);
        }
        if (e.equals(condition)) {
            return holds ? Condition.TRUE : Condition.FALSE;
        }
        if (Condition.isComparison(e) && Condition.not(e).equals(condition)) {
            return holds ? Condition.FALSE : Condition.TRUE;
        }
        if (holds && condition.isAST(S.And)) {
            return Expr.arguments(condition).stream().reduce(e, (tree, each) -> given(tree, each, true));
        }
        if (!holds && condition.isAST(S.Or)) {
            return Expr.arguments(condition).stream().reduce(e, (tree, each) -> given(tree, each, false));
        }
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        List<IExpr> arguments =
                Expr.arguments(a).stream().map(x -> given(x, condition, holds)).toList();
        return e.isAST(S.And)
                ? Condition.and(arguments)
                : e.isAST(S.Or) ? Condition.or(arguments) : Expr.rebuild(a.head(), arguments);
    }

    private static IExpr piecewise(IAST e, IExpr condition, boolean holds) {
        List<Expr.Branch> open = new ArrayList<>();
        for (Expr.Branch branch : Expr.branches(e)) {
            IExpr left = given(branch.condition(), condition, holds);
            IExpr value = given(branch.value(), condition, holds);
            if (left.equals(Condition.TRUE)) {
                return Expr.piecewise(open, value);
            }
            if (!left.equals(Condition.FALSE)) {
                open.add(new Expr.Branch(left, value));
            }
        }
        return Expr.piecewise(open, given(e.arg2(), condition, holds));
    }
}
