package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of {@code dx/dτ = √q(x)} for a quadratic q: {@code d²x/dτ² = q'(x)/2} is linear, so {@code x̄ = x C + q'(x)/2 · (C − 1)/α + √q(x)
 * S} with the {@link Waves} C and S of {@code α = q''/2}.
 */
final class RootOfQuadratic {
    private RootOfQuadratic() {}

    /** Lawful where {@code (dx̄/dτ)² = q(x̄)} is decided: both roots are positive as long as x has not reached a zero of q. */
    static Optional<Image> flow(IExpr g, ISymbol x, IExpr tau, List<Assumption> assumptions) {
        IExpr q = Expr.power(g, 2);
        IExpr alpha = Expr.times(Expr.HALF, Differentiation.derivative(q, x, 2));
        if (Expr.isFreeOf(g, x) || Expr.factors(g).stream().noneMatch(f -> isRoot(f, x))) {
            return Optional.empty();
        }
        return Constant.value(alpha, x, assumptions)
                .filter(a -> !a.equals(Expr.ZERO))
                .map(a -> {
                    ISymbol time = Expr.symbol("tau$");
                    Waves waves = Waves.of(a, assumptions);
                    IExpr slope = Differentiation.derivative(q, x);
                    IExpr centre = Expr.divide(Expr.substitute(slope, x, Expr.ZERO), Expr.times(Expr.TWO, a));
                    IExpr moved = Expr.plus(
                            Expr.times(Expr.plus(x, centre), waves.even(time)),
                            Expr.times(g, waves.odd(time)),
                            Expr.negate(centre));
                    IExpr speed = Differentiation.derivative(moved, time);
                    boolean lawful = FlowCheck.isZero(
                            Expr.minus(Expr.power(speed, 2), Expr.substitute(q, x, moved)), assumptions);
                    return new Image(
                            Expr.substitute(moved, time, tau),
                            Optional.empty(),
                            lawful,
                            false,
                            Image.Standing.CANDIDATE);
                });
    }

    private static boolean isRoot(IExpr f, ISymbol x) {
        return Expr.isPower(f) && Expr.arguments(f).get(1).equals(Expr.HALF) && !Expr.isFreeOf(f, x);
    }
}
