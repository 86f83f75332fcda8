package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of {@code dx/dτ = g(x)} on a line.
 *
 * <p>Where g is a quadratic polynomial in x, or {@code A + B cos u + C sin u} with {@code u = ax + b} (quadratic in {@code tan(u/2)}), it is
 * a Möbius transformation. Else a function G is sought with {@code g G' = 1} ({@code G = ∫dx/g}) or {@code g G' = k G}, which the flow
 * takes to {@code G + τ} or {@code e^{kτ} G}; G is inverted. Where the inverse R is right on one branch only, {@code x + R(Ḡ) − R(G)} or
 * {@code x + sign(G')(R(Ḡ) − R(G))} is right on all. Candidates are not yet checked.
 */
final class LineFlow {
    private final IExpr g;
    private final ISymbol x;
    private final IExpr tau;
    private final List<Assumption> assumptions;

    LineFlow(IExpr g, ISymbol x, IExpr tau, List<Assumption> assumptions) {
        this.g = g;
        this.x = x;
        this.tau = tau;
        this.assumptions = assumptions;
    }

    /** Candidates for the image of x, the most compact first. */
    List<IExpr> candidates() {
        List<IExpr> out = new ArrayList<>();
        HalfAngle.of(g, x).flatMap(h -> h.flow(tau)).ifPresent(out::add);
        riccati().ifPresent(out::add);
        for (IExpr factor : Expr.factors(g)) {
            rate(factor).ifPresent(k -> straightened(factor, Expr.times(Expr.exp(Expr.times(k, tau)), factor), out));
        }
        if (Expr.subtrees(g, Expr::isIntegral).isEmpty()) {
            Antiderivative.of(Expr.power(g, -1), x, assumptions).ifPresent(s -> along(s, out));
        }
        return out;
    }

    /** Along {@code S = ∫ dx/g} the flow is a translation. An integral that is kept could not be inverted. */
    private void along(IExpr s, List<IExpr> out) {
        exponentiated(s)
                .forEach(e ->
                        rate(e).ifPresent(k -> straightened(e, Expr.times(Expr.exp(Expr.times(k, tau)), e), out)));
        straightened(s, Expr.plus(s, tau), out);
    }

    private Optional<IExpr> riccati() {
        IExpr c = Expr.times(Expr.HALF, Differentiation.derivative(g, x, 2));
        if (!Expr.isFreeOf(c, x)) {
            return Optional.empty();
        }
        IExpr b = Expr.substitute(Differentiation.derivative(g, x), x, Expr.ZERO);
        return Moebius.flow(Expr.substitute(g, x, Expr.ZERO), b, c, tau).map(m -> m.of(x));
    }

    /** The constant k of {@code g G' = k G}. */
    private Optional<IExpr> rate(IExpr straight) {
        IExpr slope = Differentiation.derivative(straight, x);
        if (slope.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        IExpr k = Expr.divide(Expr.times(g, slope), straight);
        if (ZeroDecision.of(Differentiation.derivative(k, x), assumptions) != ZeroDecision.ZERO) {
            return Optional.empty();
        }
        return Constant.value(k, x, assumptions);
    }

    /** Functions {@code e^{kS}} for an S that is a logarithm or an inverse hyperbolic tangent. */
    private static List<IExpr> exponentiated(IExpr s) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : Expr.factors(s)) {
            IExpr argument = Expr.arguments(factor).isEmpty()
                    ? Expr.ONE
                    : Expr.arguments(factor).get(0);
            if (factor.isAST(Elementary.LOG.head())) {
                out.add(
                        argument.isAST(Elementary.ABS.head())
                                ? Expr.arguments(argument).get(0)
                                : argument);
            } else if (factor.isAST(Elementary.ATANH.head())) {
                out.add(Expr.divide(Expr.plus(Expr.ONE, argument), Expr.minus(Expr.ONE, argument)));
            }
        }
        return out;
    }

    private void straightened(IExpr straight, IExpr moved, List<IExpr> out) {
        ISymbol y = Expr.symbol(x.getSymbolName() + "$");
        Branches.of(straight, x, y, assumptions).ifPresent(r -> {
            IExpr image = Expr.substitute(r, y, moved);
            IExpr step = Expr.minus(image, Expr.substitute(r, y, straight));
            IExpr sign = Expr.apply(Elementary.SIGN, Differentiation.derivative(straight, x));
            out.add(image);
            out.add(Expr.plus(x, step));
            out.add(Expr.plus(x, Expr.times(sign, step)));
        });
    }
}
