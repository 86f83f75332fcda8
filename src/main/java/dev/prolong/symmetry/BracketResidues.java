package dev.prolong.symmetry;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NoPointException;
import dev.prolong.algebra.field.TaylorPoint;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SeriesRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The structure constants of a basis modulo a prime, from values and gradients of the infinitesimals at random points: as many as the
 * basis needs, and two more that must agree.
 */
final class BracketResidues {
    private static final int MOST_POINTS = 400;
    private static final int SPARE_POINTS = 2;

    private final PrimeField p;
    private final int dimension;
    private final int brackets;
    private final List<long[]> echelon = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private boolean closed = true;

    private BracketResidues(PrimeField p, int dimension) {
        this.p = p;
        this.dimension = dimension;
        this.brackets = dimension * (dimension - 1) / 2;
    }

    /**
     * What was found.
     *
     * @param constants for each pair {@code i < j} in order the coordinates of its bracket; empty where some bracket is not in the span
     */
    record Outcome(Optional<List<long[]>> constants) {}

    /** Empty where the field has no points modulo the prime, or the basis is dependent. */
    static Optional<Outcome> of(
            List<List<FieldElement>> basis,
            DifferentialField field,
            List<ISymbol> coordinates,
            PrimeField p,
            long draw) {
        BracketResidues residues = new BracketResidues(p, basis.size());
        SeriesRing ring = new SeriesRing(p, coordinates.size(), 1);
        int spare = 0;
        for (long seed = 1; seed <= MOST_POINTS; seed++) {
            try {
                residues.add(new TaylorPoint(field, coordinates, ring, draw, seed), basis);
                if (!residues.closed) {
                    return Optional.of(new Outcome(Optional.empty()));
                }
                if (residues.echelon.size() == basis.size() && ++spare > SPARE_POINTS) {
                    return Optional.of(new Outcome(Optional.of(residues.solve())));
                }
            } catch (NoPointException unlucky) {
                // the next point
            }
        }
        return Optional.empty();
    }

    private void add(TaylorPoint point, List<List<FieldElement>> basis) {
        int m = basis.get(0).size();
        int[] places = places(point.ring(), m);
        List<List<long[]>> values =
                basis.stream().map(x -> x.stream().map(point::series).toList()).toList();
        for (int c = 0; c < m; c++) {
            long[] row = new long[dimension + brackets];
            int b = dimension;
            for (int i = 0; i < dimension; i++) {
                row[i] = values.get(i).get(c)[0];
                for (int j = i + 1; j < dimension; j++) {
                    row[b++] = bracket(values.get(i), values.get(j), c, places);
                }
            }
            reduce(row);
        }
    }

    /** Where the series of degree one have the derivatives by the coordinates. */
    private static int[] places(SeriesRing ring, int coordinates) {
        int[] out = new int[coordinates];
        for (int d = 0; d < coordinates; d++) {
            int[] unit = new int[coordinates];
            unit[d] = 1;
            out[d] = ring.index(unit);
        }
        return out;
    }

    /** {@code Σ_d X^d ∂_d Y^c − Y^d ∂_d X^c} at the point. */
    private long bracket(List<long[]> x, List<long[]> y, int c, int[] places) {
        long sum = 0;
        for (int d = 0; d < places.length; d++) {
            sum = p.add(sum, product(x.get(d)[0], y.get(c)[places[d]]));
            sum = p.subtract(sum, product(y.get(d)[0], x.get(c)[places[d]]));
        }
        return sum;
    }

    private long product(long a, long b) {
        return a == 0 || b == 0 ? 0 : p.multiply(a, b);
    }

    private void reduce(long[] row) {
        for (int r = 0; r < echelon.size(); r++) {
            long factor = row[pivots.get(r)];
            if (factor != 0) {
                subtract(row, echelon.get(r), factor);
            }
        }
        for (int c = 0; c < dimension; c++) {
            if (row[c] != 0) {
                long scale = p.inverse(row[c]);
                for (int k = 0; k < row.length; k++) {
                    row[k] = p.multiply(row[k], scale);
                }
                for (long[] other : echelon) {
                    if (other[c] != 0) {
                        subtract(other, row, other[c]);
                    }
                }
                echelon.add(row);
                pivots.add(c);
                return;
            }
        }
        for (int k = dimension; k < row.length; k++) {
            closed &= row[k] == 0;
        }
    }

    private void subtract(long[] row, long[] other, long factor) {
        for (int k = 0; k < row.length; k++) {
            if (other[k] != 0) {
                row[k] = p.subtract(row[k], p.multiply(factor, other[k]));
            }
        }
    }

    private List<long[]> solve() {
        List<long[]> out = new ArrayList<>();
        for (int b = 0; b < brackets; b++) {
            long[] c = new long[dimension];
            for (int r = 0; r < dimension; r++) {
                c[pivots.get(r)] = echelon.get(r)[dimension + b];
            }
            out.add(c);
        }
        return out;
    }
}
