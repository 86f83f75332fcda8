package dev.prolong.symmetry;

import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What the structure constants say of a Lie algebra over the real numbers; parameters in them are taken as generic.
 *
 * @param name of the algebra up to isomorphism where it is a known one
 * @param derivedSeries dimensions of {@code g ⊃ [g, g] ⊃ ..} until they repeat
 * @param lowerCentralSeries dimensions of {@code g ⊃ [g, g] ⊃ [g, [g, g]] ⊃ ..} until they repeat
 * @param center its dimension
 * @param radical the dimension of the greatest solvable ideal
 */
public record AlgebraStructure(
        Optional<String> name, List<Integer> derivedSeries, List<Integer> lowerCentralSeries, int center, int radical) {
    public AlgebraStructure {
        derivedSeries = List.copyOf(derivedSeries);
        lowerCentralSeries = List.copyOf(lowerCentralSeries);
    }

    /** Of a commutator table, entries in the symbols {@code X1, X2, ..}; empty where there is none. */
    public static Optional<AlgebraStructure> of(List<List<IExpr>> commutators) {
        return LieAlgebra.of(commutators).map(LieAlgebra::structure);
    }

    public int dimension() {
        return derivedSeries.get(0);
    }

    public boolean isAbelian() {
        return center == dimension();
    }

    public boolean isNilpotent() {
        return lowerCentralSeries.get(lowerCentralSeries.size() - 1) == 0;
    }

    public boolean isSolvable() {
        return derivedSeries.get(derivedSeries.size() - 1) == 0;
    }

    public boolean isSemisimple() {
        return dimension() > 0 && radical == 0;
    }

    /** The strongest of the properties, in a word. */
    public String kind() {
        return isAbelian()
                ? "abelian"
                : isNilpotent()
                        ? "nilpotent"
                        : isSolvable() ? "solvable" : isSemisimple() ? "semisimple" : "not solvable";
    }
}
