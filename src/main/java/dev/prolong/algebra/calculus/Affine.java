package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** {@code slope * x + offset} with slope and offset free of x and slope not zero. */
record Affine(IExpr slope, IExpr offset) {
    static Optional<Affine> in(IExpr e, ISymbol x) {
        if (Expr.isFreeOf(e, x) || !isPolynomial(e, x)) {
            return Optional.empty();
        }
        IExpr slope = Differentiation.derivative(e, x);
        if (!Expr.isFreeOf(slope, x)) {
            return Optional.empty();
        }
        return Optional.of(new Affine(slope, Expr.substitute(e, x, Expr.ZERO)));
    }

    /** Whether the variable occurs only in sums and products of it, so that zero may be put in its place. */
    private static boolean isPolynomial(IExpr e, ISymbol x) {
        if (e.equals(x) || Expr.isFreeOf(e, x)) {
            return true;
        }
        return (Expr.isSum(e) || Expr.isProduct(e))
                && Expr.arguments(e).stream().allMatch(a -> isPolynomial(a, x));
    }

    /** Another function of the same variable, in terms of the value u of this one. */
    IExpr carried(Affine other, IExpr u) {
        IExpr ratio = Expr.divide(other.slope, slope);
        return Expr.plus(Expr.times(ratio, u), Expr.minus(other.offset, Expr.times(ratio, offset)));
    }

    IExpr at(IExpr x) {
        return Expr.plus(Expr.times(slope, x), offset);
    }
}
