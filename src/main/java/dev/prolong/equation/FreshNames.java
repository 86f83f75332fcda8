package dev.prolong.equation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Gives out names for what prolong makes itself ({@code c1}, {@code K1}, {@code eps}, {@code adj_z}), never one that the user has taken.
 * Not for use by several threads at once.
 */
public final class FreshNames {
    /** Before the name of a coordinate: its infinitesimal, where its capital is taken. Formulas for readers write ξ with an index. */
    public static final String INFINITESIMAL = "Inf_";

    /** Names that mean something by themselves in the input language. */
    private static final List<String> CONSTANTS = List.of("e", "pi");

    private final Set<String> taken = new TreeSet<>(CONSTANTS);

    /** Names other than these. */
    public FreshNames(Collection<String> taken) {
        this.taken.addAll(taken);
    }

    /** Names other than those in a system. */
    public static FreshNames avoiding(DifferentialSystem system) {
        FreshNames names = new FreshNames(List.of(system.independent().getSymbolName()));
        for (List<ISymbol> symbols : List.of(system.states(), system.parameters(), system.functions())) {
            symbols.forEach(s -> names.taken.add(s.getSymbolName()));
        }
        return names;
    }

    /** The same state, to give out names for what may be thrown away. */
    public FreshNames copy() {
        return new FreshNames(taken);
    }

    /** Whether a name can still be given out. */
    public boolean isFree(String name) {
        return !taken.contains(name);
    }

    /** The name itself if it is free, else with the first number that makes it free; it is taken from now on. */
    public String take(String name) {
        return taken.add(name) ? name : takeNumbered(name);
    }

    /** The first free name out of {@code base1, base2, ...}; it is taken from now on. */
    public String takeNumbered(String base) {
        int k = 1;
        while (!taken.add(base + k)) {
            k++;
        }
        return base + k;
    }
}
