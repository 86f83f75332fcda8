package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * {@code ∫ F(g(u)) g'(u) du = ∫ F(t) dt} for a part g of the integrand; and {@code ∫ F(log u, u) du = ∫ F(t, e^t) e^t dt}.
 *
 * <p>Source: the "derivative divides" method of Moses' SIN (1967).
 */
final class SubstitutionIntegration {
    private SubstitutionIntegration() {}

    static Optional<IExpr> integrate(IExpr f, ISymbol u, Integrator integrator) {
        ISymbol t = Fresh.inner(u);
        Set<IExpr> parts = Expr.subtrees(
                f,
                e -> e instanceof IAST
                        && !Expr.isFreeOf(e, u)
                        && Affine.in(e, u).isEmpty());
        for (IExpr g : parts) {
            if (g.equals(f) || !isDifferentiable(g)) {
                continue;
            }
            IExpr derivative = Differentiation.derivative(g, u);
            IExpr quotient = replace(Expr.divide(f, derivative), g, t);
            if (Expr.isFreeOf(quotient, u)) {
                Optional<IExpr> s = integrator.integrate(quotient, t).map(r -> Expr.substitute(r, t, g));
                if (s.isPresent()) {
                    return s;
                }
            }
        }
        IExpr logarithm = Expr.log(u);
        if (parts.contains(logarithm)) {
            IExpr form = Expr.substitute(Expr.substitute(f, logarithm, t), u, Expr.exp(t));
            return integrator.integrate(Expr.times(form, Expr.exp(t)), t).map(s -> Expr.substitute(s, t, logarithm));
        }
        return Optional.empty();
    }

    /** Puts t for g, and for powers of the base of g the matching powers of t. */
    private static IExpr replace(IExpr e, IExpr g, ISymbol t) {
        IExpr once = Expr.substitute(e, g, t);
        if (!Expr.isPower(g) || !(((IAST) g).arg2() instanceof IRational n)) {
            return once;
        }
        Map<IExpr, IExpr> powers = new HashMap<>();
        for (IExpr p :
                Expr.subtrees(once, p -> Expr.isPower(p) && ((IAST) p).arg1().equals(((IAST) g).arg1()))) {
            IExpr k = Expr.divide(((IAST) p).arg2(), n);
            if (k instanceof IRational q && q.toBigDenominator().equals(java.math.BigInteger.ONE)) {
                powers.put(p, Expr.power(t, k));
            }
        }
        return Expr.substitute(once, powers);
    }

    private static boolean isDifferentiable(IExpr g) {
        return Expr.subtrees(
                        g,
                        e -> e instanceof IAST a
                                && Elementary.byHead(a.head())
                                        .filter(h -> !h.smooth())
                                        .isPresent())
                .isEmpty();
    }
}
