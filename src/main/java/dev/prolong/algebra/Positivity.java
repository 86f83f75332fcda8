package dev.prolong.algebra;

import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Sufficient syntactic conditions for a tree to be positive wherever it is real. */
final class Positivity {
    private Positivity() {}

    static boolean isPositive(IExpr e) {
        if (e instanceof IRational) {
            return Numbers.signum(e) > 0;
        }
        if (e.equals(Expr.PI) || e.equals(Expr.E)) {
            return true;
        }
        if (Expr.isPower(e)) {
            IExpr base = ((IAST) e).arg1();
            return isPositive(base);
        }
        if (Expr.isProduct(e)) {
            return Expr.arguments(e).stream().allMatch(Positivity::isPositive);
        }
        if (Expr.isSum(e)) {
            return Expr.arguments(e).stream().allMatch(Positivity::isNonNegative)
                    && Expr.arguments(e).stream().anyMatch(Positivity::isPositive);
        }
        return Elementary.byHead(e.head())
                .map(f -> f == Elementary.COSH || f == Elementary.SECH)
                .orElse(false);
    }

    static boolean isNonNegative(IExpr e) {
        if (isPositive(e) || e.equals(Expr.ZERO)) {
            return true;
        }
        if (Expr.isPower(e)) {
            IExpr q = ((IAST) e).arg2();
            return q instanceof IRational
                    && (Numbers.numerator(q).testBit(0) == false
                            || !Numbers.isInteger(q) && !Numbers.denominator(q).testBit(0));
        }
        if (Expr.isProduct(e)) {
            return Expr.arguments(e).stream().allMatch(Positivity::isNonNegative);
        }
        return Elementary.byHead(e.head()).map(f -> f == Elementary.ABS).orElse(false);
    }
}
