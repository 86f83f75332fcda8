package dev.prolong.equation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Adds the adjoint equations of backpropagation to a first-order system {@code x_i' = f_i(t, x, θ)}:
 * {@code a_i' = -Σ_j a_j ∂f_j/∂x_i} for each state and {@code b_k' = -Σ_j a_j ∂f_j/∂θ_k} for each parameter.
 *
 * <p>Source: L. S. Pontryagin et al., The Mathematical Theory of Optimal Processes (1962), ch. 1; R. T. Q. Chen et al., Neural Ordinary
 * Differential Equations (NeurIPS 2018), appendix B. The adjoints of the states come first, then those of the parameters, then the
 * states.
 */
public final class Backpropagation {

    private static final List<String> CLASSIC_PARAMETERS = List.of("theta1", "theta2");
    private static final List<String> CLASSIC_NAMES = List.of("u", "v", "w");
    private static final String PREFIX = "adj_";

    private Backpropagation() {}

    /**
     * The system with its adjoint equations, under the usual names: {@code u, v, w} for one state and the parameters {@code theta1,
     * theta2}, else {@code adj_NAME}.
     *
     * @throws dev.prolong.source.DiagnosticException if the system is not of first order
     */
    public static DifferentialSystem of(DifferentialSystem system, SourceText source) {
        Diagnostics diagnostics = new Diagnostics(source);
        DifferentialSystem whole = of(system, Map.of(), Span.START, diagnostics);
        diagnostics.throwIfAny();
        return whole;
    }

    static DifferentialSystem of(
            DifferentialSystem system, Map<String, String> renamed, Span span, Diagnostics diagnostics) {
        for (Equation e : system.equations()) {
            if (e.order() != 1) {
                String state = e.state().getSymbolName();
                diagnostics.report(DiagnosticKind.BACKPROPAGATION_ORDER, span, state, Integer.toString(e.order()));
                return system;
            }
        }
        List<ISymbol> primal = new ArrayList<>(system.states());
        primal.addAll(system.parameters());
        Map<ISymbol, ISymbol> adjoint = names(system, primal, renamed);
        List<Equation> equations = new ArrayList<>();
        for (ISymbol x : primal) {
            List<IExpr> terms = new ArrayList<>();
            for (Equation e : system.equations()) {
                ISymbol weight = adjoint.getOrDefault(e.state(), e.state());
                terms.add(Expr.times(Expr.MINUS_ONE, weight, Differentiation.derivative(e.rhs(), x)));
            }
            equations.add(new Equation(adjoint.getOrDefault(x, x), 1, Expr.plus(terms)));
        }
        equations.addAll(system.equations());
        return new DifferentialSystem(
                system.name(),
                system.independent(),
                system.parameters(),
                system.functions(),
                equations,
                system.assumptions(),
                system.origin().withAdjoints(adjoint));
    }

    private static Map<ISymbol, ISymbol> names(
            DifferentialSystem system, List<ISymbol> primal, Map<String, String> renamed) {
        FreshNames fresh = FreshNames.avoiding(system);
        renamed.values().forEach(fresh::take);
        boolean classic = system.states().size() == 1
                && system.parameters().stream()
                        .map(ISymbol::getSymbolName)
                        .sorted()
                        .toList()
                        .equals(CLASSIC_PARAMETERS)
                && CLASSIC_NAMES.stream().allMatch(fresh::isFree)
                && renamed.isEmpty();
        Map<ISymbol, ISymbol> names = new LinkedHashMap<>();
        for (ISymbol x : primal) {
            String name = x.getSymbolName();
            String made = renamed.get(name);
            if (made == null) {
                int place = CLASSIC_PARAMETERS.indexOf(name) + 1;
                made = classic ? CLASSIC_NAMES.get(place) : fresh.take(PREFIX + name);
            }
            names.put(x, Expr.symbol(made));
        }
        return names;
    }
}
