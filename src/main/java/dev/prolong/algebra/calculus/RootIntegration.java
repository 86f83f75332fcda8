package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of functions rational in u and {@code t = (a u + b)^(1/n)}: {@code u = (t^n - b)/a} makes them rational in t; and
 * {@code ∫ u^α du = u^(α+1)/(α+1)} for any constant exponent.
 */
final class RootIntegration {
    private RootIntegration() {}

    static Optional<IExpr> integrate(IExpr f, ISymbol u, List<Assumption> assumptions) {
        Optional<IExpr> power = power(f, u);
        return power.isPresent() ? power : root(f, u, assumptions);
    }

    /** {@code ∫ c (a u + b)^α}, for an exponent that is no integer. */
    private static Optional<IExpr> power(IExpr f, ISymbol u) {
        if (!Expr.isPower(f)) {
            return Optional.empty();
        }
        IExpr base = Expr.arguments(f).get(0);
        IExpr exponent = Expr.plus(Expr.arguments(f).get(1), Expr.ONE);
        if (exponent.equals(Expr.ZERO) || !Expr.isFreeOf(exponent, u)) {
            return Optional.empty();
        }
        return Affine.in(base, u).map(a -> Expr.divide(Expr.power(base, exponent), Expr.times(exponent, a.slope())));
    }

    private static Optional<IExpr> root(IExpr f, ISymbol u, List<Assumption> assumptions) {
        Optional<IExpr> base = Radicals.singleBase(f, u);
        Optional<Affine> affine = base.flatMap(b -> Affine.in(b, u));
        if (base.isEmpty() || affine.isEmpty()) {
            return Optional.empty();
        }
        int n = Radicals.degree(f, u);
        ISymbol t = Fresh.inner(u);
        IExpr power = Expr.power(t, n);
        IExpr x = Expr.divide(
                Expr.minus(power, affine.get().offset()), affine.get().slope());
        IExpr speed = Expr.divide(
                Expr.times(Expr.integer(n), Expr.power(t, n - 1L)), affine.get().slope());
        IExpr form = Expr.substitute(
                Expr.substitute(Radicals.replace(f, base.get(), n, t), base.get(), power), Map.of(u, x));
        return RationalIntegration.integrate(Expr.times(form, speed), t, Range.NONNEGATIVE, assumptions)
                .map(s -> Expr.substitute(s, t, Expr.power(base.get(), Expr.rational(1, n))));
    }
}
