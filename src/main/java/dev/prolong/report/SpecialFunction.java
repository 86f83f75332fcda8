package dev.prolong.report;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The usual names of the solutions of {@code u'' = a u' + b u}, known by the coefficients alone: each name stands for an equation with a
 * constant in it, and the coefficients are compared with it exactly. Source: DLMF, chapters 9, 10, 12, 13, 14, 18.
 */
final class SpecialFunction {
    private final ISymbol x;
    private final IExpr b;
    private final IExpr a;

    private SpecialFunction(ISymbol x, IExpr b, IExpr a) {
        this.x = x;
        this.b = b;
        this.a = a;
    }

    /** Empty where the equation is none of those with a name. */
    static Optional<String> name(LinearKernel kernel) {
        List<IExpr> c = kernel.coefficients();
        if (c.size() != 3 || !c.get(2).equals(Expr.ZERO)) {
            return Optional.empty();
        }
        SpecialFunction f = new SpecialFunction(kernel.variable(), c.get(0), c.get(1));
        return isZero(c.get(1)) ? f.withoutSlope() : f.withSlope();
    }

    private Optional<String> withoutSlope() {
        IExpr slope = d(b);
        if (isZero(Expr.minus(b, x))) {
            return Optional.of("Airy function");
        }
        if (!isZero(slope) && isConstant(slope)) {
            return Optional.of("Airy function of a shifted and scaled argument");
        }
        if (!isZero(d(slope)) && isConstant(d(slope))) {
            return Optional.of("parabolic cylinder function of a shifted and scaled argument");
        }
        // b = 1/4 − κ/x + (μ² − 1/4)/x²
        IExpr square = Expr.times(square(x), Expr.minus(b, Expr.rational(1, 4)));
        if (isConstant(d(square)) && !isZero(d(square))) {
            return Optional.of("Whittaker function with kappa = " + at1(Expr.negate(d(square))));
        }
        return Optional.empty();
    }

    private Optional<String> withSlope() {
        IExpr xa = Expr.times(x, a);
        if (isZero(Expr.plus(xa, Expr.ONE))) {
            IExpr order = Expr.times(square(x), Expr.plus(b, Expr.ONE));
            IExpr modified = Expr.times(square(x), Expr.minus(b, Expr.ONE));
            if (isConstant(order)) {
                return Optional.of("Bessel function, square of its order " + at1(order));
            }
            if (isConstant(modified)) {
                return Optional.of("modified Bessel function, square of its order " + at1(modified));
            }
        }
        if (isZero(Expr.minus(a, Expr.times(Expr.TWO, x))) && isConstant(b)) {
            return Optional.of("Hermite function, twice its degree " + at1(Expr.negate(b)));
        }
        if (isZero(Expr.minus(a, x)) && isConstant(b)) {
            return Optional.of("Hermite function He, its degree " + at1(Expr.negate(b)));
        }
        IExpr gap = Expr.minus(Expr.ONE, square(x));
        IExpr degree = Expr.negate(Expr.times(gap, b));
        if (isZero(Expr.minus(Expr.times(gap, a), Expr.times(Expr.TWO, x))) && isConstant(degree)) {
            return Optional.of("Legendre function, n*(n + 1) = " + value(degree, Expr.TWO));
        }
        // x a = x − β, x b = α
        IExpr beta = Expr.minus(x, xa);
        IExpr alpha = Expr.times(x, b);
        return isConstant(beta) && isConstant(alpha)
                ? Optional.of("Kummer function with a = " + at1(alpha) + ", b = " + at1(beta))
                : Optional.empty();
    }

    private String at1(IExpr constant) {
        return value(constant, Expr.ONE);
    }

    private String value(IExpr constant, IExpr place) {
        return InputForm.of(Expr.substitute(constant, x, place));
    }

    private static IExpr square(IExpr e) {
        return Expr.power(e, 2);
    }

    private IExpr d(IExpr e) {
        return Differentiation.derivative(e, x);
    }

    private boolean isConstant(IExpr e) {
        return isZero(d(e));
    }

    private static boolean isZero(IExpr e) {
        return ZeroDecision.isZero(e, List.of());
    }
}
