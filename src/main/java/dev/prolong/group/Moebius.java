package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * The flow {@code w ↦ (α w + β)/(γ w + δ)} of Riccati's equation {@code dw/dτ = A + B w + C w²} with constant coefficients: the matrix is
 * the exponential of {@code τ (B/2, A; −C, −B/2)}, up to a factor.
 *
 * <p>Source: E. L. Ince, Ordinary Differential Equations, section 2.15; S. Lie's vector fields of sl(2).
 */
record Moebius(IExpr alpha, IExpr beta, IExpr gamma, IExpr delta) {
    /** The flow at time τ; empty where the sign of {@code B²/4 − AC} is not known. */
    static Optional<Moebius> flow(IExpr a, IExpr b, IExpr c, IExpr tau) {
        if (!a.equals(Expr.ZERO) && !c.equals(Expr.ZERO)) {
            return balanced(a, b, c, tau);
        }
        if (b.equals(Expr.ZERO)) {
            return Optional.of(new Moebius(Expr.ONE, Expr.times(a, tau), Expr.negate(Expr.times(c, tau)), Expr.ONE));
        }
        IExpr grown = Expr.exp(Expr.times(b, tau));
        IExpr gain = Expr.divide(Expr.minus(grown, Expr.ONE), b);
        return Optional.of(new Moebius(grown, Expr.times(a, gain), Expr.negate(Expr.times(c, gain)), Expr.ONE));
    }

    /** The same with {@code α + δ = 2} whatever the coefficients. */
    static Optional<Moebius> balanced(IExpr a, IExpr b, IExpr c, IExpr tau) {
        IExpr square = normal(Expr.minus(Expr.times(Expr.rational(1, 4), Expr.power(b, 2)), Expr.times(a, c)));
        if (square.equals(Expr.ZERO)) {
            return Optional.of(of(a, b, c, tau));
        }
        Optional<IExpr> real = root(square);
        Optional<IExpr> imaginary = root(Expr.negate(square));
        if (real.isPresent()) {
            IExpr d = real.get();
            return Optional.of(of(a, b, c, Expr.divide(Expr.apply(Elementary.TANH, Expr.times(d, tau)), d)));
        }
        return imaginary.map(d -> of(a, b, c, Expr.divide(Expr.apply(Elementary.TAN, Expr.times(d, tau)), d)));
    }

    private static IExpr normal(IExpr e) {
        return NormalForm.ifAny(e, List.of()).orElse(e);
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

    /** A square root of e that is real: of a positive number, or of a product of even powers. */
    static Optional<IExpr> root(IExpr e) {
        Optional<IExpr> byFactors = rootOfFactors(e);
        return byFactors.isPresent() ? byFactors : rootOfSquare(e);
    }

    private static Optional<IExpr> rootOfSquare(IExpr e) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), List.of());
            return field.squareRoot(field.element(e)).map(field::tree);
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    private static Optional<IExpr> rootOfFactors(IExpr e) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : Expr.factors(e)) {
            if (factor instanceof IRational q) {
                if (q.toBigNumerator().signum() < 0) {
                    return Optional.empty();
                }
                out.add(Expr.sqrt(factor));
            } else if (factor instanceof IAST p
                    && Expr.isPower(factor)
                    && p.arg2() instanceof IRational q
                    && q.toBigDenominator().bitLength() == 1
                    && !q.toBigNumerator().testBit(0)) {
                out.add(Expr.power(p.arg1(), Expr.times(Expr.HALF, q)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Expr.times(out));
    }
}
