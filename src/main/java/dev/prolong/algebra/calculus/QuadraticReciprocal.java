package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code ∫ dx/p} for a quadratic {@code p = a x² + b x + c}, by the sign of the discriminant {@code D = b² - 4ac}: {@code (2/√-D)
 * atan(p'/√-D)} or {@code (1/√D) log|(p'-√D)/(p'+√D)|}.
 *
 * <p>Where the sign of D is not known the first is taken: it is real for D < 0, which its root {@code √-D} then assumes.
 */
final class QuadraticReciprocal {
    private QuadraticReciprocal() {}

    static IExpr integrate(IExpr derivative, IExpr discriminant, List<Assumption> assumptions) {
        if (Range.of(discriminant, assumptions).isPositive()) {
            IExpr root = Expr.sqrt(discriminant);
            IExpr quotient = Expr.divide(Expr.minus(derivative, root), Expr.plus(derivative, root));
            return Expr.divide(Expr.log(Expr.abs(quotient)), root);
        }
        IExpr root = Expr.sqrt(Expr.negate(discriminant));
        return Expr.times(Expr.TWO, Expr.power(root, -1), Expr.apply(Elementary.ATAN, Expr.divide(derivative, root)));
    }
}
