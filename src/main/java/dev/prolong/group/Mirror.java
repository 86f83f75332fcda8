package dev.prolong.group;

import dev.prolong.algebra.Condition;
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
        if (branches.isEmpty() || branches.size() > 2 || branches.stream().anyMatch(b -> b.period().isPresent())) {
            return Optional.empty();
        }
        IExpr first = branches.get(0).value();
        if (branches.size() == 1) {
            return Optional.of(new Mirror(first, Expr.ZERO, Expr.ONE));
        }
        IExpr condition = branches.get(0).condition();
        if (!condition.isAST(S.Greater) || !((IAST) condition).arg2().equals(Expr.ZERO)) {
            return Optional.empty();
        }
        IExpr h = ((IAST) condition).arg1();
        if (!branches.get(1).condition().equals(Condition.compare(h, S.Less, Expr.ZERO))) {
            return Optional.empty();
        }
        IExpr middle = Expr.times(Expr.HALF, Expr.plus(first, branches.get(1).value()));
        return Optional.of(new Mirror(middle, Expr.plus(Expr.terms(Expr.minus(first, middle))), h));
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
