package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.jet.JetVariable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The leading derivative {@code x_i^(n_i)} of each state: the highest one that occurs.
 *
 * @param orders {@code n_i} by state
 * @param symbols the symbols of the leading derivatives by state, in the order of the states
 */
record LeadingDerivatives(Map<String, Integer> orders, Map<String, ISymbol> symbols) {

    LeadingDerivatives {
        orders = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(orders));
        symbols = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    }

    static LeadingDerivatives of(List<String> states, Collection<IExpr> sides) {
        Map<String, Integer> orders = new TreeMap<>();
        for (IExpr side : sides) {
            for (ISymbol symbol : Expr.symbols(side)) {
                String name = symbol.getSymbolName();
                int prime = name.indexOf('\'');
                if (prime > 0) {
                    orders.merge(name.substring(0, prime), name.length() - prime, Math::max);
                }
            }
        }
        Map<String, ISymbol> symbols = new LinkedHashMap<>();
        for (String state : states) {
            int order = orders.getOrDefault(state, 0);
            if (order > 0) {
                symbols.put(state, new JetVariable(Expr.symbol(state), order).symbol());
            }
        }
        return new LeadingDerivatives(orders, symbols);
    }

    /** The leading derivatives that occur in a tree, in the order of the states. */
    List<ISymbol> in(IExpr e) {
        Set<ISymbol> present = Expr.symbols(e);
        return symbols.values().stream().filter(present::contains).toList();
    }

    /** The state that a leading derivative belongs to. */
    String stateOf(ISymbol leading) {
        String name = leading.getSymbolName();
        return name.substring(0, name.indexOf('\''));
    }
}
