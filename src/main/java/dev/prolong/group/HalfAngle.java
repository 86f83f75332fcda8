package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Harmonics;
import dev.prolong.algebra.Polynomials;
import dev.prolong.algebra.field.NormalForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The field {@code A + B cos u + C sin u}, {@code u = ax + b}: in {@code w = tan(u/2)} it is {@code dw/dτ = a/2 (A + B + 2C w + (A − B)
 * w²)}, whose flow is a Möbius transformation; the angle between w and its image, {@code 2 atan((w̄ − w)/(1 + w w̄))}, written in sin u and
 * cos u, has no branches but those of the motion itself.
 */
record HalfAngle(ISymbol x, IExpr a, IExpr u, IExpr level, IExpr cosine, IExpr sine) {
    /** The field g in this form. */
    static Optional<HalfAngle> of(IExpr g, ISymbol x, List<Assumption> assumptions) {
        return bySine(g, x).or(() -> Harmonics.of(g).flatMap(h -> bySine(h, x))).or(() -> byTangent(g, x, assumptions));
    }

    /** Quadratic in {@code w = tan(u/2)}: {@code dw/dτ = a (1 + w²)/2 g}. */
    private static Optional<HalfAngle> byTangent(IExpr g, ISymbol x, List<Assumption> assumptions) {
        Set<IExpr> tangents = Expr.subtrees(g, e -> e.isAST(Elementary.TAN.head()) && !Expr.isFreeOf(e, x));
        if (tangents.size() != 1) {
            return Optional.empty();
        }
        IExpr tangent = tangents.iterator().next();
        IExpr u = Expr.times(Expr.TWO, ((IAST) tangent).arg1());
        IExpr a = Differentiation.derivative(u, x);
        ISymbol w = Expr.symbol("w$");
        IExpr plain = Expr.substitute(g, tangent, w);
        if (!Expr.isFreeOf(plain, x) || !Expr.isFreeOf(a, x)) {
            return Optional.empty();
        }
        IExpr rate = Expr.times(Expr.HALF, a, Expr.plus(Expr.ONE, Expr.power(w, 2)), plain);
        return NormalForm.ifAny(rate, assumptions)
                .flatMap(normal -> Polynomials.coefficients(normal, Set.of(w)))
                .filter(c -> List.of(Expr.ONE, w, Expr.power(w, 2)).containsAll(c.keySet()))
                .map(c -> {
                    IExpr constant = Expr.divide(c.getOrDefault(Expr.ONE, Expr.ZERO), a);
                    IExpr square = Expr.divide(c.getOrDefault(Expr.power(w, 2), Expr.ZERO), a);
                    IExpr sine = Expr.divide(c.getOrDefault(w, Expr.ZERO), a);
                    return new HalfAngle(x, a, u, Expr.plus(constant, square), Expr.minus(constant, square), sine);
                });
    }

    private static Optional<HalfAngle> bySine(IExpr g, ISymbol x) {
        Set<IExpr> waves = Expr.subtrees(
                g, e -> (e.isAST(Elementary.SIN.head()) || e.isAST(Elementary.COS.head())) && !Expr.isFreeOf(e, x));
        Optional<IExpr> u = waves.stream().map(w -> ((IAST) w).arg1()).findFirst();
        if (u.isEmpty()) {
            return Optional.empty();
        }
        IExpr sin = Expr.apply(Elementary.SIN, u.get());
        IExpr cos = Expr.apply(Elementary.COS, u.get());
        ISymbol s = Expr.symbol("sin$");
        ISymbol c = Expr.symbol("cos$");
        IExpr plain = Expr.substitute(g, java.util.Map.of(sin, s, cos, c));
        IExpr slope = Differentiation.derivative(u.get(), x);
        IExpr inCosine = Differentiation.derivative(plain, c);
        IExpr inSine = Differentiation.derivative(plain, s);
        boolean linear = Expr.isFreeOf(plain, x)
                && Expr.isFreeOf(slope, x)
                && java.util.stream.Stream.of(inCosine, inSine)
                        .allMatch(e -> Expr.isFreeOf(e, s) && Expr.isFreeOf(e, c));
        if (!linear) {
            return Optional.empty();
        }
        IExpr level = Expr.substitute(plain, java.util.Map.of(s, Expr.ZERO, c, Expr.ZERO));
        return Optional.of(new HalfAngle(x, slope, u.get(), level, inCosine, inSine));
    }

    /** The image of x at time τ: w moves by the flow of Riccati's equation, whatever the coefficients. */
    Image flow(IExpr tau, List<Assumption> assumptions) {
        IExpr half = Expr.times(Expr.HALF, a);
        IExpr constant = Expr.times(half, Expr.plus(level, cosine));
        IExpr linear = Expr.times(a, sine);
        IExpr square = Expr.times(half, Expr.minus(level, cosine));
        IExpr image = image(Moebius.balanced(constant, linear, square, tau, assumptions));
        return new Image(image, Optional.empty(), true, false, Image.Standing.CANDIDATE);
    }

    /** {@code w = tan(u/2)}; top and bottom of {@code (w̄ − w)/(1 + w w̄)} are multiplied by {@code cos²(u/2)}. */
    private IExpr image(Moebius m) {
        IExpr sin = Expr.apply(Elementary.SIN, u);
        IExpr cos = Expr.apply(Elementary.COS, u);
        // α + δ = 2 for the balanced form, and all is halved
        IExpr odd = Expr.times(Expr.HALF, Expr.minus(m.alpha(), m.delta()));
        IExpr even = Expr.plus(halved(m.beta()), halved(m.gamma()));
        IExpr top = Expr.plus(
                Expr.times(odd, sin), Expr.times(even, cos), halved(m.beta()), Expr.negate(halved(m.gamma())));
        IExpr bottom = Expr.plus(Expr.times(even, sin), Expr.negate(Expr.times(odd, cos)), Expr.ONE);
        IExpr angle = Expr.apply(Elementary.ATAN, Expr.divide(top, bottom));
        return Expr.plus(x, Expr.divide(Expr.times(Expr.TWO, angle), a));
    }

    private static IExpr halved(IExpr e) {
        return Expr.times(Expr.HALF, e);
    }
}
