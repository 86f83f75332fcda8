package dev.prolong.pipeline;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.field.CompiledElements;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NoPointException;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Which laws, linear in the adjoints, are independent of those before them: by the rank of their gradients at a random point. */
final class PairingRank {
    private static final int TRIES = 8;

    private PairingRank() {}

    /**
     * What was found.
     *
     * @param places of those that are independent of the ones before them; of laws with cases, on some smooth piece at least
     * @param rank how many are independent on one piece
     */
    record Independent(List<Integer> places, int rank) {
        Independent {
            places = List.copyOf(places);
        }
    }

    static Independent independent(DifferentialSystem system, List<IExpr> laws) {
        List<ISymbol> adjoints = List.copyOf(system.origin().adjoints().values());
        Set<Integer> places = new TreeSet<>();
        int rank = 0;
        Optional<List<Pieces.Piece>> pieces = Pieces.of(laws);
        for (Pieces.Piece piece : pieces.orElse(List.of())) {
            List<Integer> here = rank(piece.expressions(), adjoints);
            places.addAll(here);
            rank = Math.max(rank, here.size());
            if (rank == laws.size()) {
                break;
            }
        }
        return new Independent(List.copyOf(places), rank);
    }

    private static List<Integer> rank(List<IExpr> laws, List<ISymbol> adjoints) {
        List<IExpr> slopes = new ArrayList<>();
        laws.forEach(q -> adjoints.forEach(a -> slopes.add(Differentiation.derivative(q, a))));
        try {
            DifferentialField field = DifferentialField.of(slopes, Set.of(), List.of());
            CompiledElements compiled = new CompiledElements(
                    field, slopes.stream().map(field::element).toList());
            PrimeField prime = PrimeField.ALL.get(0);
            for (int seed = 1; seed <= TRIES; seed++) {
                try {
                    return rank(compiled.at(prime, Set.of(), seed), adjoints.size(), prime);
                } catch (NoPointException unlucky) {
                    // another point
                }
            }
            return List.of();
        } catch (NotSmoothException outside) {
            return List.of();
        }
    }

    private static List<Integer> rank(long[] values, int width, PrimeField prime) {
        List<Integer> out = new ArrayList<>();
        SparseElimination rows = new SparseElimination(prime, width);
        for (int i = 0; i < values.length; i++) {
            rows.put(i % width, values[i]);
            if (i % width == width - 1 && rows.endRow()) {
                out.add(i / width);
            }
        }
        return out;
    }
}
