package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.ISymbol;

/** The parts into which a first-order system falls: states that occur in each other's equations are in one part. */
final class Parts {
    private Parts() {}

    /** Sets of indices of states, each in order. */
    static List<Set<Integer>> of(DifferentialSystem system) {
        List<ISymbol> states = system.states();
        List<Set<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Set<ISymbol> used = Expr.symbols(system.equations().get(i).rhs());
            Set<Integer> joined = new TreeSet<>(Set.of(i));
            for (int j = 0; j < states.size(); j++) {
                if (used.contains(states.get(j))) {
                    joined.add(j);
                }
            }
            List<Set<Integer>> apart = new ArrayList<>();
            for (Set<Integer> part : parts) {
                if (part.stream().anyMatch(joined::contains)) {
                    joined.addAll(part);
                } else {
                    apart.add(part);
                }
            }
            apart.add(joined);
            parts = apart;
        }
        parts.sort(java.util.Comparator.comparing(p -> p.iterator().next()));
        return parts;
    }
}
