package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.jet.JetVariable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The leading derivatives {@code x_i^(n_i)}: of each state the highest one that occurs.
 *
 * @param variables in the order of the states; those without a derivative are left out
 */
record LeadingDerivatives(List<JetVariable> variables) {

    LeadingDerivatives {
        variables = List.copyOf(variables);
    }

    static LeadingDerivatives of(List<String> states, Collection<IExpr> sides) {
        Map<String, Integer> orders = new TreeMap<>();
        for (IExpr side : sides) {
            for (ISymbol symbol : Expr.symbols(side)) {
                if (isDerivative(symbol)) {
                    String state = stateOf(symbol);
                    orders.merge(state, symbol.getSymbolName().length() - state.length(), Math::max);
                }
            }
        }
        return new LeadingDerivatives(states.stream()
                .filter(orders::containsKey)
                .map(s -> new JetVariable(Expr.symbol(s), orders.getOrDefault(s, 0)))
                .toList());
    }

    /** The leading derivatives that occur in a tree, in the order of the states. */
    List<ISymbol> in(IExpr e) {
        Set<ISymbol> present = Expr.symbols(e);
        return variables.stream()
                .map(JetVariable::symbol)
                .filter(present::contains)
                .toList();
    }

    /** Whether a state has a derivative anywhere. */
    boolean has(String state) {
        return variables.stream().anyMatch(v -> v.state().getSymbolName().equals(state));
    }

    static boolean isDerivative(ISymbol symbol) {
        return symbol.getSymbolName().indexOf('\'') > 0;
    }

    /** The state that a derivative belongs to. */
    static String stateOf(ISymbol derivative) {
        String name = derivative.getSymbolName();
        return name.substring(0, name.indexOf('\''));
    }
}
