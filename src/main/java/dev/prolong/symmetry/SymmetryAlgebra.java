package dev.prolong.symmetry;

import dev.prolong.algebra.Assumption;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries found within an ansatz.
 *
 * @param dimension of the solution space of the determining equations within the ansatz, computed independently of the generators;
 *     empty where it is infinite or was not decided
 * @param infinite whether it is known to be infinite
 * @param basis linearly independent generators
 * @param constants one name for each generator: the general element is {@code Σ constants_i basis_i}
 * @param assumptions what was taken as non-zero on the way
 */
public record SymmetryAlgebra(
        Optional<Integer> dimension,
        boolean infinite,
        List<Generator> basis,
        List<ISymbol> constants,
        Optional<Generator> general,
        List<Assumption> assumptions) {
    public SymmetryAlgebra {
        basis = List.copyOf(basis);
        constants = List.copyOf(constants);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether as many independent generators were found as there are. */
    public boolean complete() {
        return dimension.isPresent() && dimension.get() == basis.size();
    }
}
