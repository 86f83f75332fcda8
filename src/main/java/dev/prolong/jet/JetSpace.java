package dev.prolong.jet;

import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The coordinates of a jet bundle over the line: {@code t} and, for each state {@code x_i}, its derivatives up to {@code orders[i]}.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.3.
 */
public record JetSpace(ISymbol independent, List<ISymbol> states, List<Integer> orders) {
    public JetSpace {
        states = List.copyOf(states);
        orders = List.copyOf(orders);
        if (states.size() != orders.size()) {
            throw new IllegalArgumentException("one order for each state");
        }
    }

    /** The symbol of the k-th derivative of the i-th state. */
    public ISymbol symbol(int i, int k) {
        return new JetVariable(states.get(i), k).symbol();
    }

    /** {@code t, x_1 .. x_k}: the coordinates on which point transformations act. */
    public List<ISymbol> base() {
        List<ISymbol> out = new ArrayList<>();
        out.add(independent);
        out.addAll(states);
        return out;
    }

    /** The coordinates that are free on solutions: {@code t} and every {@code x_i^(k)} with {@code k < orders[i]}. */
    public List<ISymbol> free() {
        List<ISymbol> out = new ArrayList<>();
        out.add(independent);
        for (int i = 0; i < states.size(); i++) {
            for (int k = 0; k < orders.get(i); k++) {
                out.add(symbol(i, k));
            }
        }
        return out;
    }
}
