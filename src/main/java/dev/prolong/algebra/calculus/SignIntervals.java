package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Where a product of powers of affine functions of x with numeric coefficients is positive or negative: as a union of intervals. */
final class SignIntervals {
    private SignIntervals() {}

    /** {@code h > 0} or {@code h < 0} as intervals of x; empty for other functions. */
    static Optional<IExpr> of(IExpr h, IBuiltInSymbol relation, ISymbol x) {
        List<IExpr> roots = new ArrayList<>();
        for (IExpr factor : Expr.factors(h)) {
            if (Expr.isFreeOf(factor, x)) {
                continue;
            }
            IExpr base = Expr.isPower(factor) && ((IAST) factor).arg2() instanceof IRational
                    ? ((IAST) factor).arg1()
                    : factor;
            Optional<Affine> affine = Affine.in(base, x);
            if (affine.isEmpty()) {
                return Optional.empty();
            }
            IExpr root =
                    Expr.divide(Expr.negate(affine.get().offset()), affine.get().slope());
            if (!roots.contains(root)) {
                roots.add(root);
            }
        }
        if (roots.size() < 2 || !Expr.symbols(h).equals(java.util.Set.of(x))) {
            return Optional.empty();
        }
        roots.sort(Comparator.comparingDouble(SignIntervals::value));
        DoubleEvaluation sign = DoubleEvaluation.of(h, List.of(x));
        List<IExpr> parts = new ArrayList<>();
        for (int i = 0; i <= roots.size(); i++) {
            double low = i == 0 ? value(roots.get(0)) - 2 : value(roots.get(i - 1));
            double high = i == roots.size() ? value(roots.get(i - 1)) + 2 : value(roots.get(i));
            double at = sign.at((low + high) / 2);
            if (relation.equals(S.Greater) ? at > 0 : at < 0) {
                parts.add(interval(roots, i, x));
            }
        }
        return Optional.of(Condition.or(parts));
    }

    private static IExpr interval(List<IExpr> ends, int i, IExpr x) {
        List<IExpr> sides = new ArrayList<>();
        if (i > 0) {
            sides.add(Condition.compare(x, S.Greater, ends.get(i - 1)));
        }
        if (i < ends.size()) {
            sides.add(Condition.compare(x, S.Less, ends.get(i)));
        }
        return Condition.and(sides);
    }

    private static double value(IExpr number) {
        return DoubleEvaluation.of(number, List.of()).at();
    }
}
