package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Invariants of a field of the plane from the equation of its orbits {@code dy/dx = r(x, y)}, where that is separable, or linear in one of
 * the variables. Source: Ince, Ordinary Differential Equations, sections 2.11 and 2.13.
 */
record OrbitInvariants(ISymbol x, ISymbol y, List<Assumption> assumptions) {
    private static final long LARGEST = 60;

    /** Functions that the field {@code X ∂_x + Y ∂_y} leaves as they are. */
    List<IExpr> of(IExpr alongX, IExpr alongY) {
        List<IExpr> out = new ArrayList<>();
        if (alongX.equals(Expr.ZERO) || alongY.equals(Expr.ZERO)) {
            return out;
        }
        NormalForm.ifAny(Expr.divide(alongY, alongX), assumptions)
                .filter(r -> Expr.size(r) <= LARGEST)
                .ifPresent(r -> {
                    separated(r).ifPresent(out::add);
                    linear(r, x, y).ifPresent(out::add);
                    linear(Expr.power(r, -1), y, x).ifPresent(out::add);
                });
        return out;
    }

    /** {@code dy/dx = p(x) q(y)}: {@code ∫ dy/q − ∫ p dx}. */
    private Optional<IExpr> separated(IExpr r) {
        List<IExpr> p = new ArrayList<>();
        List<IExpr> q = new ArrayList<>();
        for (IExpr f : Expr.factors(r)) {
            if (!Expr.isFreeOf(f, x) && !Expr.isFreeOf(f, y)) {
                return Optional.empty();
            }
            (Expr.isFreeOf(f, y) ? p : q).add(f);
        }
        Optional<IExpr> left = Antiderivative.of(Expr.power(Expr.times(q), -1), y, assumptions);
        return left.flatMap(
                l -> Antiderivative.of(Expr.times(p), x, assumptions).map(s -> Expr.minus(l, s)));
    }

    /** {@code dv/du = a(u) v + b(u)}: {@code v/E − ∫ b/E du, E = e^{∫ a du}}. */
    private Optional<IExpr> linear(IExpr r, ISymbol u, ISymbol v) {
        return Constant.value(Differentiation.derivative(r, v), v, assumptions).flatMap(a -> {
            IExpr b = Expr.substitute(r, v, Expr.ZERO);
            return Antiderivative.of(a, u, assumptions).flatMap(exponent -> {
                IExpr decay = Powers.gathered(Expr.exp(Expr.negate(exponent)));
                return Antiderivative.of(Expr.times(b, decay), u, assumptions)
                        .map(gain -> Expr.minus(Expr.times(v, decay), gain));
            });
        });
    }
}
