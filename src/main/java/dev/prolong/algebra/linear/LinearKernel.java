package dev.prolong.algebra.linear;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The vectors on which linear forms over a differential field vanish, by Gauss–Jordan elimination with the sparsest pivot rows. */
public final class LinearKernel {
    private LinearKernel() {}

    /** A basis of the solutions of {@code Σ_k rows[r][k] x_k = 0}, one for each free unknown: 1 there, 0 at the other free ones. */
    public static List<List<FieldElement>> of(DifferentialField field, List<List<FieldElement>> rows, int unknowns) {
        List<List<FieldElement>> m = new ArrayList<>();
        rows.forEach(r -> m.add(new ArrayList<>(r)));
        int[] pivotRow = new int[unknowns];
        int rank = 0;
        for (int c = 0; c < unknowns; c++) {
            int best = best(m, rank, c);
            pivotRow[c] = -1;
            if (best >= 0) {
                Collections.swap(m, rank, best);
                eliminate(field, m, rank, c);
                pivotRow[c] = rank++;
            }
        }
        List<List<FieldElement>> out = new ArrayList<>();
        for (int free = 0; free < unknowns; free++) {
            if (pivotRow[free] < 0) {
                List<FieldElement> v = new ArrayList<>();
                for (int c = 0; c < unknowns; c++) {
                    v.add(
                            pivotRow[c] >= 0
                                    ? field.negate(m.get(pivotRow[c]).get(free))
                                    : field.integer(c == free ? 1 : 0));
                }
                out.add(v);
            }
        }
        return out;
    }

    private static int best(List<List<FieldElement>> m, int from, int c) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int r = from; r < m.size(); r++) {
            if (!m.get(r).get(c).isZero()) {
                long cost = m.get(r).stream()
                        .filter(a -> !a.isZero())
                        .mapToLong(FieldElement::size)
                        .sum();
                if (cost < least) {
                    least = cost;
                    best = r;
                }
            }
        }
        return best;
    }

    private static void eliminate(DifferentialField field, List<List<FieldElement>> m, int pivot, int c) {
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("interrupted");
        }
        FieldElement p = m.get(pivot).get(c);
        m.get(pivot).replaceAll(a -> a.isZero() ? a : field.divide(a, p));
        for (int r = 0; r < m.size(); r++) {
            FieldElement factor = m.get(r).get(c);
            if (r != pivot && !factor.isZero()) {
                for (int k = 0; k < m.get(r).size(); k++) {
                    FieldElement a = m.get(pivot).get(k);
                    if (!a.isZero()) {
                        m.get(r).set(k, field.subtract(m.get(r).get(k), field.multiply(factor, a)));
                    }
                }
            }
        }
    }
}
