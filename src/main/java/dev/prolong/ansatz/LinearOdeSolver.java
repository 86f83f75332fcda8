package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solves {@code X^(k) = Σ_{i<k} a_i X^(i) + Σ_c c s_c(x)} for one function of one coordinate.
 *
 * <p>Order 1 by an integrating factor, higher orders where the own coefficients vanish by repeated integration. Integrals that have no
 * closed form are kept.
 */
final class LinearOdeSolver {
    private final ISymbol x;
    private final List<Assumption> assumptions;
    private final List<IExpr> hints;
    private final Supplier<ISymbol> constants;

    /**
     * @param hints functions that may solve the homogeneous equation, tried in turn
     * @param constants gives a new constant of integration at each call
     */
    LinearOdeSolver(ISymbol x, List<Assumption> assumptions, List<IExpr> hints, Supplier<ISymbol> constants) {
        this.x = x;
        this.assumptions = assumptions;
        this.hints = hints;
        this.constants = constants;
    }

    /** Empty where no method applies. */
    Optional<ComponentSolution> solve(List<IExpr> own, Map<ISymbol, IExpr> sources) {
        int order = own.size();
        if (order == 0) {
            return Optional.of(new ComponentSolution(Expr.ONE, sources));
        }
        if (own.stream().allMatch(a -> a.equals(Expr.ZERO))) {
            return Optional.of(repeated(order, sources));
        }
        return order == 1 ? Optional.of(byIntegratingFactor(own.get(0), sources)) : Optional.empty();
    }

    private ComponentSolution repeated(int order, Map<ISymbol, IExpr> sources) {
        Map<ISymbol, IExpr> parts = new LinkedHashMap<>(sources);
        for (int i = 0; i < order; i++) {
            parts.replaceAll((c, s) -> antiderivative(s));
            parts.put(constants.get(), Expr.ONE);
        }
        return new ComponentSolution(Expr.ONE, parts);
    }

    private ComponentSolution byIntegratingFactor(IExpr a, Map<ISymbol, IExpr> sources) {
        IExpr h = homogeneous(a);
        Map<ISymbol, IExpr> parts = new LinkedHashMap<>();
        sources.forEach((c, s) -> parts.put(c, antiderivative(Expr.divide(s, h))));
        parts.put(constants.get(), Expr.ONE);
        return new ComponentSolution(h, parts);
    }

    /** A solution of {@code h' = a h}. */
    private IExpr homogeneous(IExpr a) {
        Set<IExpr> candidates = new LinkedHashSet<>(hints);
        hints.forEach(h -> candidates.addAll(Expr.factors(h)));
        for (IExpr factor : Expr.factors(a)) {
            // a = ± p'/p
            if (Expr.isPower(factor)) {
                IExpr p = Expr.arguments(factor).get(0);
                candidates.add(p);
                candidates.add(Expr.power(p, -1));
            }
        }
        candidates.add(x);
        candidates.add(Expr.power(x, -1));
        for (IExpr h : new ArrayList<>(candidates)) {
            IExpr residual = Expr.minus(Differentiation.derivative(h, x), Expr.times(a, h));
            if (!h.equals(Expr.ZERO) && ZeroDecision.isZero(residual, assumptions)) {
                return h;
            }
        }
        return Expr.exp(antiderivative(a));
    }

    private IExpr antiderivative(IExpr f) {
        return Antiderivative.of(f, x, assumptions).orElseGet(() -> Antiderivative.kept(f, x, assumptions));
    }
}
