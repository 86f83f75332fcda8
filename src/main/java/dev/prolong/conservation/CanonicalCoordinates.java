package dev.prolong.conservation;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The first integral of {@code y' = f(x, y)} with a symmetry {@code ξ(x) ∂_x + (P(x) y + Q(x)) ∂_y}, in coordinates in which the symmetry
 * acts on x alone.
 *
 * <p>The invariant is {@code r = μ y − ∫ μ Q/ξ dx} with {@code μ = exp(−∫ P/ξ dx)}; in x and r the equation is {@code r' = g(r)/ξ(x)},
 * separable, so {@code ∫ dr/g − ∫ dx/ξ} is constant. One integral in one variable each, where the integrating factor has both at once.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.5; Hydon, Symmetry Methods for Differential
 * Equations, section 2.2.
 */
final class CanonicalCoordinates {
    private final ISymbol x;
    private final ISymbol y;
    private final IExpr f;
    private final List<Assumption> assumptions;

    private CanonicalCoordinates(ISymbol x, Equation e, List<Assumption> assumptions) {
        this.x = x;
        this.y = e.state();
        this.f = e.rhs();
        this.assumptions = assumptions;
    }

    /** Empty where the symmetry is not of this form or the invariant is not rational in y and elementary functions of x. */
    static Optional<IExpr> quantity(ISymbol x, Equation e, Generator symmetry, List<Assumption> assumptions) {
        IExpr xi = symmetry.along(x);
        IExpr eta = symmetry.along(e.state());
        IExpr p = Differentiation.derivative(eta, e.state());
        boolean lawful = !xi.equals(Expr.ZERO) && Expr.isFreeOf(xi, e.state()) && Expr.isFreeOf(p, e.state());
        return lawful
                ? new CanonicalCoordinates(x, e, assumptions)
                        .quantity(xi, p, Expr.substitute(eta, e.state(), Expr.ZERO))
                : Optional.empty();
    }

    private Optional<IExpr> quantity(IExpr xi, IExpr p, IExpr q) {
        Optional<IExpr> mu = multiplier(Expr.divide(Expr.negate(p), xi));
        Optional<IExpr> shift = mu.flatMap(m -> integral(Expr.divide(Expr.times(m, q), xi)));
        if (shift.isEmpty()) {
            return Optional.empty();
        }
        ISymbol r = Expr.symbol("r$");
        IExpr invariant = Expr.minus(Expr.times(mu.get(), y), shift.get());
        IExpr back = Expr.divide(Expr.plus(r, shift.get()), mu.get());
        IExpr rate = Expr.plus(
                Differentiation.derivative(invariant, x), Expr.times(Differentiation.derivative(invariant, y), f));
        IExpr g = Expr.substitute(Expr.times(xi, rate), y, back);
        return NormalForm.ifAny(g, assumptions)
                .filter(n -> Expr.isFreeOf(n, x) && !ZeroDecision.isZero(n, assumptions))
                .flatMap(n -> {
                    IExpr slope = Shortest.of(Expr.power(n, -1), assumptions);
                    IExpr inR = integral(slope, r).orElseGet(() -> Antiderivative.kept(slope, r, assumptions));
                    return integral(Expr.power(xi, -1))
                            .map(s -> Expr.minus(Expr.substitute(inR, r, Shortest.of(invariant, assumptions)), s));
                });
    }

    /** {@code exp(∫ h dx)} up to a constant factor, if that has no root. */
    private Optional<IExpr> multiplier(IExpr h) {
        return integral(h)
                .map(i -> plain(Expr.exp(i)))
                .filter(m -> Expr.subtrees(
                                m,
                                s -> s.isPower()
                                        && !((IAST) s).arg2().isInteger()
                                        && !s.base().isE())
                        .isEmpty());
    }

    /** Absolute values dropped: a sign is a constant factor. */
    private static IExpr plain(IExpr e) {
        Map<IExpr, IExpr> signed = new LinkedHashMap<>();
        for (IExpr s : new ArrayList<>(Expr.subtrees(e, s -> s.isAST(Elementary.ABS.head())))) {
            signed.put(s, ((IAST) s).arg1());
        }
        return Expr.substitute(e, signed);
    }

    private Optional<IExpr> integral(IExpr h) {
        return integral(h, x);
    }

    private Optional<IExpr> integral(IExpr h, ISymbol variable) {
        return h.equals(Expr.ZERO) ? Optional.of(h) : Antiderivative.of(h, variable, assumptions);
    }
}
