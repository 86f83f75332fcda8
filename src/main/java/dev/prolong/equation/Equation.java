package dev.prolong.equation;

import dev.prolong.jet.JetVariable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** One equation solved for its leading derivative: {@code state^(order) = rhs}, where {@code rhs} has only lower derivatives. */
public record Equation(ISymbol state, int order, IExpr rhs) {
    public Equation {
        if (order < 1) {
            throw new IllegalArgumentException("order of an equation: " + order);
        }
    }

    /** The symbol of the leading derivative. */
    public ISymbol leading() {
        return new JetVariable(state, order).symbol();
    }
}
