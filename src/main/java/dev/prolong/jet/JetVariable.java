package dev.prolong.jet;

import dev.prolong.algebra.Expr;
import org.matheclipse.core.interfaces.ISymbol;

/** The coordinate {@code x^(k)} of jet space: the k-th derivative of a state as a variable of its own; {@code x^(0) = x}. */
public record JetVariable(ISymbol state, int order) {
    public JetVariable {
        if (order < 0) {
            throw new IllegalArgumentException("order of a derivative: " + order);
        }
    }

    /** Its symbol, named like the derivative in the input language: {@code z''}. */
    public ISymbol symbol() {
        return order == 0 ? state : Expr.symbol(state.getSymbolName() + "'".repeat(order));
    }
}
