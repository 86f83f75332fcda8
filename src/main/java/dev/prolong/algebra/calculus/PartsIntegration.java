package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** {@code ∫ P L du = V L - ∫ V L' du} with {@code V = ∫ P}, where L has a simpler derivative (log, an inverse function, erf, Ei). */
final class PartsIntegration {
    private PartsIntegration() {}

    static Optional<IExpr> integrate(IExpr f, ISymbol u, Integrator integrator) {
        for (IExpr factor : Expr.factors(f)) {
            boolean simplifies = Elementary.byHead(factor.head())
                    .filter(PartsIntegration::simplifies)
                    .isPresent();
            if (!simplifies || Expr.isFreeOf(factor, u)) {
                continue;
            }
            List<IExpr> rest = new ArrayList<>(Expr.factors(f));
            rest.remove(factor);
            IExpr p = Expr.times(rest);
            if (FunctionField.holding(p, List.of(u), Set.of(u)).isEmpty()) {
                continue;
            }
            Optional<IExpr> v = integrator.integrate(p, u);
            if (v.isPresent()) {
                IExpr remaining = Expr.times(v.get(), Differentiation.derivative(factor, u));
                Optional<IExpr> s = integrator.integrate(remaining, u);
                if (s.isPresent()) {
                    return Optional.of(Expr.minus(Expr.times(v.get(), factor), s.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean simplifies(Elementary f) {
        return switch (f) {
            case LOG, ASIN, ACOS, ATAN, ASINH, ACOSH, ATANH, ERF, ERFI, EI -> true;
            default -> false;
        };
    }
}
