package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The flow {@code w ↦ (α w + β)/(γ w + δ)} of Riccati's equation {@code dw/dτ = A + B w + C w²} with constant coefficients: the matrix is
 * the exponential of {@code τ (B/2, A; −C, −B/2)}, up to a factor.
 *
 * <p>Source: E. L. Ince, Ordinary Differential Equations, section 2.15; S. Lie's vector fields of sl(2).
 */
record Moebius(IExpr alpha, IExpr beta, IExpr gamma, IExpr delta) {
    /** The flow at time τ. */
    static Moebius flow(IExpr a, IExpr b, IExpr c, IExpr tau, List<Assumption> assumptions) {
        if (!a.equals(Expr.ZERO) && !c.equals(Expr.ZERO)) {
            return balanced(a, b, c, tau, assumptions);
        }
        if (b.equals(Expr.ZERO)) {
            return new Moebius(Expr.ONE, Expr.times(a, tau), Expr.negate(Expr.times(c, tau)), Expr.ONE);
        }
        IExpr grown = Expr.exp(Expr.times(b, tau));
        IExpr gain = Expr.divide(Expr.minus(grown, Expr.ONE), b);
        return new Moebius(grown, Expr.times(a, gain), Expr.negate(Expr.times(c, gain)), Expr.ONE);
    }

    /** The same with {@code α + δ = 2} whatever the coefficients. */
    static Moebius balanced(IExpr a, IExpr b, IExpr c, IExpr tau, List<Assumption> assumptions) {
        IExpr square = Expr.minus(Expr.times(Expr.rational(1, 4), Expr.power(b, 2)), Expr.times(a, c));
        IExpr normal = NormalForm.ifAny(square, assumptions).orElse(square);
        return of(a, b, c, Waves.of(normal, assumptions).tangent(tau));
    }

    private static Moebius of(IExpr a, IExpr b, IExpr c, IExpr t) {
        IExpr half = Expr.times(Expr.HALF, b, t);
        return new Moebius(
                Expr.plus(Expr.ONE, half), Expr.times(a, t), Expr.negate(Expr.times(c, t)), Expr.minus(Expr.ONE, half));
    }

    /** The image of w. */
    IExpr of(IExpr w) {
        IExpr top = Expr.plus(Expr.times(alpha, w), beta);
        return gamma.equals(Expr.ZERO) && delta.equals(Expr.ONE)
                ? top
                : Expr.divide(top, Expr.plus(Expr.times(gamma, w), delta));
    }
}
