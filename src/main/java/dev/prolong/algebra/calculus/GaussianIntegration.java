package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * {@code ∫ P(u) e^q du} for a quadratic {@code q = a u² + b u + c} and a polynomial P: {@code P = Q' + Q q' + λ} gives {@code Q e^q + λ ∫
 * e^q}, and {@code ∫ e^q = e^{c - b²/4a} √(π/4|a|) erfi or erf(√|a| (u + b/2a))} by the sign of a.
 */
final class GaussianIntegration {
    private GaussianIntegration() {}

    static Optional<IExpr> integrate(IExpr f, ISymbol u, List<Assumption> assumptions) {
        List<IExpr> rest = new ArrayList<>();
        List<IExpr> exponents = new ArrayList<>();
        for (IExpr factor : Expr.factors(f)) {
            boolean exponential = Expr.isPower(factor) && ((IAST) factor).arg1().equals(Expr.E);
            (exponential ? exponents : rest).add(exponential ? ((IAST) factor).arg2() : factor);
        }
        Optional<List<IExpr>> q = coefficients(Expr.plus(exponents), u);
        Optional<List<IExpr>> p = coefficients(Expr.times(rest), u);
        return q.isPresent() && p.isPresent() && q.get().size() == 3
                ? integrate(p.get(), q.get(), u, assumptions)
                : Optional.empty();
    }

    private static Optional<IExpr> integrate(
            List<IExpr> polynomial, List<IExpr> quadratic, ISymbol u, List<Assumption> assumptions) {
        IExpr a = quadratic.get(2);
        IExpr b = quadratic.get(1);
        IExpr c = quadratic.get(0);
        List<IExpr> p = new ArrayList<>(polynomial);
        List<IExpr> q = new ArrayList<>();
        for (int n = p.size() - 1; n > 0; n--) {
            IExpr lead = Expr.divide(p.get(n), Expr.times(Expr.TWO, a));
            q.add(Expr.times(lead, Expr.power(u, n - 1L)));
            p.set(n - 1, Expr.minus(p.get(n - 1), Expr.times(lead, b)));
            if (n > 1) {
                p.set(n - 2, Expr.minus(p.get(n - 2), Expr.times(Expr.integer(n - 1L), lead)));
            }
        }
        IExpr power = Expr.exp(Expr.plus(Expr.times(a, Expr.power(u, 2)), Expr.times(b, u), c));
        IExpr elementary = Expr.times(Expr.plus(q), power);
        if (p.get(0).equals(Expr.ZERO)) {
            return Optional.of(elementary);
        }
        Range sign = Range.of(a, assumptions);
        if (!sign.excludesZero()) {
            return Optional.empty();
        }
        Elementary error = sign.isPositive() ? Elementary.ERFI : Elementary.ERF;
        IExpr root = Expr.sqrt(sign.isPositive() ? a : Expr.negate(a));
        IExpr centre = Expr.divide(b, Expr.times(Expr.TWO, a));
        IExpr top = Expr.exp(Expr.minus(c, Expr.divide(Expr.power(b, 2), Expr.times(Expr.integer(4), a))));
        IExpr integral = Expr.times(
                Expr.HALF,
                Expr.sqrt(Expr.PI),
                Expr.power(root, -1),
                top,
                Expr.apply(error, Expr.times(root, Expr.plus(u, centre))));
        return Optional.of(Expr.plus(elementary, Expr.times(p.get(0), integral)));
    }

    /** The coefficients of a polynomial in u, lowest first; empty if it is none. */
    private static Optional<List<IExpr>> coefficients(IExpr e, ISymbol u) {
        return FunctionField.holding(e, List.of(u), Set.of(u)).flatMap(field -> {
            var r = field.of(e);
            if (r.denominator().degree(0) > 0) {
                return Optional.empty();
            }
            var p = field.univariate(r.numerator(), 0);
            List<IExpr> out = new ArrayList<>();
            for (int k = 0; k <= p.degree(); k++) {
                out.add(Expr.divide(field.tree(p.get(k)), field.tree(r.denominator())));
            }
            return Optional.of(out);
        });
    }
}
