package dev.prolong.report;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Two comparisons that bound one expression from both sides, written as a chain {@code low < middle < high}. */
record Chain(IExpr low, IExpr lowRelation, IExpr middle, IExpr highRelation, IExpr high) {

    /** The chain that a conjunction amounts to, if it does. */
    static Optional<Chain> of(IAST junction) {
        List<IExpr> parts = Expr.arguments(junction);
        if (!junction.isAST(S.And) || parts.size() != 2 || !parts.stream().allMatch(Condition::isComparison)) {
            return Optional.empty();
        }
        Optional<IAST> first = ascending((IAST) parts.get(0));
        Optional<IAST> second = ascending((IAST) parts.get(1));
        return first.flatMap(a -> second.flatMap(b -> joined(a, b).or(() -> joined(b, a))));
    }

    private static Optional<Chain> joined(IAST a, IAST b) {
        return a.arg2().equals(b.arg1()) && !Expr.isNumber(a.arg2())
                ? Optional.of(new Chain(a.arg1(), a.head(), a.arg2(), b.head(), b.arg2()))
                : Optional.empty();
    }

    private static Optional<IAST> ascending(IAST comparison) {
        if (comparison.isAST(S.Less) || comparison.isAST(S.LessEqual)) {
            return Optional.of(comparison);
        }
        if (comparison.isAST(S.Greater) || comparison.isAST(S.GreaterEqual)) {
            IExpr turned = Condition.compare(
                    comparison.arg2(), comparison.isAST(S.Greater) ? S.Less : S.LessEqual, comparison.arg1());
            return turned instanceof IAST a ? Optional.of(a) : Optional.empty();
        }
        return Optional.empty();
    }
}
