package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What the methods of one class compute: the quantity {@code I(t, x, p)} and its partial derivatives, as trees in the form in which they
 * are computed.
 *
 * @param value {@code I}
 * @param byTime {@code ∂I/∂t}
 * @param byStates {@code ∂I/∂x_i}
 * @param byParameters {@code ∂I/∂p_j}
 */
record QuantityFormulas(IExpr value, IExpr byTime, List<IExpr> byStates, List<IExpr> byParameters) {
    QuantityFormulas {
        byStates = List.copyOf(byStates);
        byParameters = List.copyOf(byParameters);
    }

    static QuantityFormulas of(
            IExpr quantity, ISymbol time, List<ISymbol> states, List<ISymbol> parameters, UnaryOperator<IExpr> form) {
        return new QuantityFormulas(
                form.apply(quantity),
                form.apply(Differentiation.derivative(quantity, time)),
                states.stream()
                        .map(s -> form.apply(Differentiation.derivative(quantity, s)))
                        .toList(),
                parameters.stream()
                        .map(s -> form.apply(Differentiation.derivative(quantity, s)))
                        .toList());
    }

    /** {@code dI/dt = ∂I/∂t + Σ ∂I/∂x_i v_i}. */
    IExpr rate(List<ISymbol> velocities) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(byTime);
        for (int i = 0; i < byStates.size(); i++) {
            terms.add(Expr.times(byStates.get(i), velocities.get(i)));
        }
        return Expr.plus(terms);
    }

    /** All partial derivatives in the order of {@code gradient}. */
    List<IExpr> gradient() {
        List<IExpr> out = new ArrayList<>();
        out.add(byTime);
        out.addAll(byStates);
        out.addAll(byParameters);
        return out;
    }
}
