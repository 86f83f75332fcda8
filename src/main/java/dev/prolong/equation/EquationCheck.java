package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Looks at each equation by itself: it must have a derivative that does not cancel, and no state may have two of its own. */
final class EquationCheck {

    private final List<String> states;
    private final Diagnostics diagnostics;
    private final List<IExpr> sides = new ArrayList<>();
    private final Map<String, Span> own = new HashMap<>();

    EquationCheck(List<String> states, Diagnostics diagnostics) {
        this.states = states;
        this.diagnostics = diagnostics;
    }

    void equation(Statement.Equation equation, IExpr left, IExpr right) {
        sides.add(left);
        sides.add(right);
        if (!RealDomain.admits(left) || !RealDomain.admits(right)) {
            IExpr bad = RealDomain.admits(left) ? right : left;
            Span span =
                    bad.equals(left) ? equation.left().span() : equation.right().span();
            diagnostics.report(
                    DiagnosticKind.NOT_REAL, span, "see what it divides by and takes roots and logarithms of");
        }
        List<ISymbol> before = derivatives(left);
        before = before.isEmpty() ? derivatives(right) : before;
        if (before.isEmpty()) {
            diagnostics.report(DiagnosticKind.NO_DERIVATIVE, equation.span());
        } else if (derivatives(Expr.minus(left, right)).isEmpty()) {
            diagnostics.report(
                    DiagnosticKind.DERIVATIVE_VANISHES,
                    equation.span(),
                    before.get(0).getSymbolName());
        } else if (left instanceof ISymbol symbol && LeadingDerivatives.isDerivative(symbol)) {
            ownEquation(LeadingDerivatives.stateOf(symbol), equation);
        }
    }

    private void ownEquation(String state, Statement.Equation equation) {
        Span first = own.putIfAbsent(state, equation.span());
        if (first != null) {
            int line = diagnostics.source().position(first.start()).line();
            diagnostics.report(DiagnosticKind.SECOND_EQUATION, equation.span(), state, Integer.toString(line));
        }
    }

    boolean hasOwnEquation(String state) {
        return own.containsKey(state);
    }

    LeadingDerivatives leading() {
        return LeadingDerivatives.of(states, sides);
    }

    private static List<ISymbol> derivatives(IExpr e) {
        return Expr.symbols(e).stream().filter(LeadingDerivatives::isDerivative).toList();
    }
}
