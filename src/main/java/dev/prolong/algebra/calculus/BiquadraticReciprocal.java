package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * {@code ∫ (a3 x³ + a2 x² + a1 x + a0)/(x⁴ + b x² + c) dx}. The odd part is a quadratic in {@code x²}; for the even part the
 * denominator is {@code (x² + αx + β)(x² - αx + β)} with {@code β = √c, α² = 2β - b}, or a product of two quadratics in {@code x²}.
 */
final class BiquadraticReciprocal {
    private final ISymbol x;
    private final List<Assumption> assumptions;

    BiquadraticReciprocal(ISymbol x, List<Assumption> assumptions) {
        this.x = x;
        this.assumptions = assumptions;
    }

    /** Coefficients from degree 0 to 4; empty where the signs that matter are not known. */
    Optional<IExpr> integrate(List<IExpr> numerator, List<IExpr> denominator) {
        IExpr lead = denominator.get(4);
        IExpr b = Expr.divide(denominator.get(2), lead);
        IExpr c = Expr.divide(denominator.get(0), lead);
        List<IExpr> a = numerator.stream().map(n -> Expr.divide(n, lead)).toList();
        Optional<IExpr> odd = odd(a.get(1), a.get(3), b, c);
        Optional<IExpr> even = even(a.get(0), a.get(2), b, c);
        return odd.isPresent() && even.isPresent() ? Optional.of(Expr.plus(odd.get(), even.get())) : Optional.empty();
    }

    private Optional<IExpr> odd(IExpr a1, IExpr a3, IExpr b, IExpr c) {
        ISymbol y = Fresh.inner(x);
        IExpr quotient =
                Expr.divide(Expr.plus(a1, Expr.times(a3, y)), Expr.plus(Expr.power(y, 2), Expr.times(b, y), c));
        return RationalIntegration.integrate(quotient, y, Range.NONNEGATIVE, assumptions)
                .map(s -> Expr.times(Expr.HALF, Expr.substitute(s, y, Expr.power(x, 2))));
    }

    private Optional<IExpr> even(IExpr a0, IExpr a2, IExpr b, IExpr c) {
        if (a0.equals(Expr.ZERO) && a2.equals(Expr.ZERO)) {
            return Optional.of(Expr.ZERO);
        }
        IExpr beta = Expr.sqrt(c);
        IExpr square = Expr.minus(Expr.times(Expr.TWO, beta), b);
        if (Range.of(c, assumptions).isPositive()
                && Range.of(square, assumptions).isPositive()
                && Range.of(Expr.plus(Expr.times(Expr.TWO, beta), b), assumptions)
                        .isPositive()) {
            IExpr alpha = Expr.sqrt(square);
            IExpr f = Expr.times(Expr.HALF, a0, Expr.power(beta, -1));
            IExpr e = Expr.divide(Expr.minus(Expr.times(Expr.TWO, f), a2), Expr.times(Expr.TWO, alpha));
            return Optional.of(
                    Expr.plus(linearOver(e, f, alpha, beta), linearOver(Expr.negate(e), f, Expr.negate(alpha), beta)));
        }
        IExpr discriminant = Expr.minus(Expr.power(b, 2), Expr.times(Expr.integer(4), c));
        if (!Range.of(discriminant, assumptions).isPositive()) {
            return Optional.empty();
        }
        // (a2 y + a0)/((y - r)(y - s)) at y = x²
        IExpr root = Expr.sqrt(discriminant);
        IExpr r = Expr.times(Expr.HALF, Expr.minus(root, b));
        IExpr s = Expr.times(Expr.HALF, Expr.negate(Expr.plus(root, b)));
        IExpr first = Expr.divide(Expr.plus(Expr.times(a2, r), a0), root);
        IExpr second = Expr.negate(Expr.divide(Expr.plus(Expr.times(a2, s), a0), root));
        return Optional.of(Expr.plus(Expr.times(first, overSquare(r)), Expr.times(second, overSquare(s))));
    }

    /** {@code ∫ dx/(x² - r)}. */
    private IExpr overSquare(IExpr r) {
        return QuadraticReciprocal.integrate(Expr.times(Expr.TWO, x), Expr.times(Expr.integer(4), r), assumptions);
    }

    /** {@code ∫ (e x + f)/(x² + αx + β) dx} for a positive denominator. */
    private IExpr linearOver(IExpr e, IExpr f, IExpr alpha, IExpr beta) {
        IExpr p = Expr.plus(Expr.power(x, 2), Expr.times(alpha, x), beta);
        IExpr discriminant = Expr.minus(Expr.power(alpha, 2), Expr.times(Expr.integer(4), beta));
        IExpr rest = Expr.minus(f, Expr.times(Expr.HALF, e, alpha));
        return Expr.plus(
                Expr.times(Expr.HALF, e, Expr.log(p)),
                Expr.times(
                        rest,
                        QuadraticReciprocal.integrate(Differentiation.derivative(p, x), discriminant, assumptions)));
    }
}
