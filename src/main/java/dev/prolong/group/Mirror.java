package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Inverse;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The branches {@code c ± r} of an inverse for the two signs of an expression h, as one: {@code c + σ r} with {@code σ = sign h}. A single
 * branch has {@code r = 0}.
 *
 * @param middle c
 * @param reach r
 * @param positive h
 */
record Mirror(IExpr middle, IExpr reach, IExpr positive) {
    /** Of one branch that holds everywhere, or of two for opposite signs; none of them repeats. */
    static Optional<Mirror> of(List<Inverse.Branch> branches) {
        return branches.stream().allMatch(b -> b.period().isEmpty()) ? ofAny(branches) : Optional.empty();
    }

    /** The same of branches that may repeat. */
    static Optional<Mirror> ofAny(List<Inverse.Branch> branches) {
        if (branches.isEmpty() || branches.size() > 2) {
            return Optional.empty();
        }
        IExpr first = branches.get(0).value();
        if (branches.size() == 1) {
            return Optional.of(new Mirror(first, Expr.ZERO, Expr.ONE));
        }
        Optional<IExpr> h = positive(branches.get(0).condition());
        if (h.isEmpty() || !positive(branches.get(1).condition()).equals(h.map(Expr::negate))) {
            return Optional.empty();
        }
        IExpr middle = Expr.times(Expr.HALF, Expr.plus(first, branches.get(1).value()));
        return Optional.of(new Mirror(middle, Expr.plus(Expr.terms(Expr.minus(first, middle))), h.get()));
    }

    /** h of a condition {@code h > 0} or {@code −h < 0}; whatever else it says is left out. */
    private static Optional<IExpr> positive(IExpr condition) {
        List<IExpr> parts = condition.isAST(S.And) ? Expr.arguments(condition) : List.of(condition);
        for (IExpr part : parts) {
            boolean sign = part.isAST(S.Greater) || part.isAST(S.Less);
            if (sign && ((IAST) part).arg2().equals(Expr.ZERO)) {
                IExpr h = ((IAST) part).arg1();
                return Optional.of(part.isAST(S.Greater) ? h : Expr.negate(h));
            }
        }
        return Optional.empty();
    }

    /** σ. */
    IExpr sign() {
        return positive.equals(Expr.ONE) ? Expr.ONE : Expr.apply(Elementary.SIGN, positive);
    }

    /** {@code c + σ r}. */
    IExpr value(IExpr sigma) {
        return Expr.plus(middle, Expr.times(sigma, reach));
    }
}
