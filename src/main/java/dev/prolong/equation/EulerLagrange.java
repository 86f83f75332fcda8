package dev.prolong.equation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The Euler–Lagrange equations {@code D_t ∂L/∂x_i' − ∂L/∂x_i = 0} of a Lagrangian {@code L(t, x, x')}.
 *
 * <p>A Lagrangian with velocities in which a state has no derivative leaves an algebraic equation for it: that is reported, with the
 * equation. Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), theorem 4.4.
 */
final class EulerLagrange {
    private EulerLagrange() {}

    /** The left sides of the equations, one for each state; with higher derivatives of L than the first, reported. */
    static List<IExpr> of(
            IExpr lagrangian, ISymbol independent, List<ISymbol> states, Span span, Diagnostics diagnostics) {
        JetSpace space = new JetSpace(independent, states, Collections.nCopies(states.size(), 1));
        TotalDerivative dt = TotalDerivative.free(space);
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            ISymbol velocity = space.symbol(i, 1);
            IExpr momentum = Differentiation.derivative(lagrangian, velocity);
            out.add(normal(Expr.minus(dt.of(momentum), Differentiation.derivative(lagrangian, space.symbol(i, 0)))));
        }
        for (ISymbol s : Expr.symbols(lagrangian)) {
            if (LeadingDerivatives.isDerivative(s) && s.getSymbolName().endsWith("''")) {
                diagnostics.report(DiagnosticKind.LAGRANGIAN_ORDER, span, s.getSymbolName());
                return out;
            }
        }
        LeadingDerivatives leading = LeadingDerivatives.of(
                states.stream().map(ISymbol::getSymbolName).toList(), out);
        for (int i = 0; i < states.size(); i++) {
            String state = states.get(i).getSymbolName();
            if (!leading.has(state)) {
                diagnostics.report(
                        DiagnosticKind.DEGENERATE_LAGRANGIAN, span, state, InputForm.of(out.get(i)) + " = 0");
            }
        }
        return out;
    }

    /** Its form in lowest terms, where that is shorter. */
    static IExpr normal(IExpr e) {
        return NormalForm.ifShorter(e, List.of());
    }

    /** The same right sides in lowest terms, where that is shorter. */
    static Map<ISymbol, IExpr> normal(Map<ISymbol, IExpr> solved) {
        solved.replaceAll((s, e) -> normal(e));
        return solved;
    }
}
