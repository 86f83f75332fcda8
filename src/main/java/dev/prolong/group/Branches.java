package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** One branch of the inverse of a function in which the variable occurs once: its steps undone from the outside. */
final class Branches {
    private Branches() {}

    /** {@code R(y)} with {@code G(R(y)) = y}. */
    static Optional<IExpr> of(IExpr straight, ISymbol x, IExpr y) {
        IExpr left = straight;
        IExpr right = y;
        while (!left.equals(x)) {
            List<IExpr> moving = new ArrayList<>();
            List<IExpr> still = new ArrayList<>();
            for (IExpr part : Expr.isSum(left) ? Expr.arguments(left) : Expr.factors(left)) {
                (Expr.isFreeOf(part, x) ? still : moving).add(part);
            }
            if (moving.size() != 1) {
                return Optional.empty();
            }
            if (!still.isEmpty()) {
                right = Expr.isSum(left) ? Expr.minus(right, Expr.plus(still)) : Expr.divide(right, Expr.times(still));
                left = moving.get(0);
                continue;
            }
            Optional<IExpr> undone = undone((IAST) left, right);
            if (undone.isEmpty()) {
                return Optional.empty();
            }
            right = undone.get();
            left = Expr.isPower(left) && Expr.isFreeOf(((IAST) left).arg1(), x)
                    ? ((IAST) left).arg2()
                    : ((IAST) left).arg1();
        }
        return Optional.of(right);
    }

    private static Optional<IExpr> undone(IAST f, IExpr y) {
        if (Expr.isPower(f)) {
            if (f.arg1().equals(Expr.E)) {
                return Optional.of(Expr.log(y));
            }
            return f.arg2() instanceof IRational q ? Optional.of(Expr.power(y, Expr.power(q, -1))) : Optional.empty();
        }
        return Elementary.byHead(f.head())
                .flatMap(Branches::inverse)
                .map(g -> g.equals(Elementary.LOG) ? y : Expr.apply(g, y));
    }

    private static Optional<Elementary> inverse(Elementary f) {
        return Optional.ofNullable(
                switch (f) {
                    case SIN -> Elementary.ASIN;
                    case COS -> Elementary.ACOS;
                    case TAN -> Elementary.ATAN;
                    case SINH -> Elementary.ASINH;
                    case COSH -> Elementary.ACOSH;
                    case TANH -> Elementary.ATANH;
                    case ASIN -> Elementary.SIN;
                    case ACOS -> Elementary.COS;
                    case ATAN -> Elementary.TAN;
                    case ASINH -> Elementary.SINH;
                    case ACOSH -> Elementary.COSH;
                    case ATANH -> Elementary.TANH;
                    default -> null;
                });
    }
}
