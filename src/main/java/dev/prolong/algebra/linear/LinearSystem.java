package dev.prolong.algebra.linear;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linear equations over a differential field, by Gauss–Jordan elimination; the pivot with the fewest terms is taken. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * One solution of {@code Σ_k rows[r][k] x_k = rows[r][unknowns]}, unknowns that stay free set to zero.
     *
     * @return empty where there is none
     */
    public static Optional<List<FieldElement>> solve(
            DifferentialField field, List<List<FieldElement>> rows, int unknowns) {
        List<List<FieldElement>> m = new ArrayList<>();
        rows.forEach(r -> m.add(new ArrayList<>(r)));
        int[] pivotRow = new int[unknowns];
        int rank = 0;
        for (int c = 0; c < unknowns; c++) {
            int best = smallest(m, rank, c);
            pivotRow[c] = -1;
            if (best >= 0) {
                java.util.Collections.swap(m, rank, best);
                pivotRow[c] = rank;
                eliminate(field, m, rank, c);
                rank++;
            }
        }
        for (int r = rank; r < m.size(); r++) {
            if (!m.get(r).get(unknowns).isZero()) {
                return Optional.empty();
            }
        }
        List<FieldElement> out = new ArrayList<>();
        for (int c = 0; c < unknowns; c++) {
            out.add(pivotRow[c] < 0 ? field.integer(0) : m.get(pivotRow[c]).get(unknowns));
        }
        return Optional.of(out);
    }

    static int smallest(List<List<FieldElement>> m, int from, int c) {
        int best = -1;
        for (int r = from; r < m.size(); r++) {
            FieldElement a = m.get(r).get(c);
            if (!a.isZero() && (best < 0 || a.size() < m.get(best).get(c).size())) {
                best = r;
            }
        }
        return best;
    }

    static void eliminate(DifferentialField field, List<List<FieldElement>> m, int pivot, int c) {
        FieldElement p = m.get(pivot).get(c);
        m.get(pivot).replaceAll(a -> field.divide(a, p));
        for (int r = 0; r < m.size(); r++) {
            FieldElement factor = m.get(r).get(c);
            if (r != pivot && !factor.isZero()) {
                for (int k = 0; k < m.get(r).size(); k++) {
                    FieldElement product = field.multiply(factor, m.get(pivot).get(k));
                    m.get(r).set(k, field.subtract(m.get(r).get(k), product));
                }
            }
        }
    }
}
