package dev.prolong.algebra.linear;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;

/**
 * The reduced row echelon form of a matrix over a differential field.
 *
 * @param rows the rows that are not zero, each with 1 at its pivot
 * @param pivots the column of each row's pivot, increasing
 */
public record RowReduction(List<List<FieldElement>> rows, List<Integer> pivots) {
    public RowReduction {
        rows = rows.stream().map(List::copyOf).toList();
        pivots = List.copyOf(pivots);
    }

    public static RowReduction of(DifferentialField field, List<? extends List<FieldElement>> matrix) {
        List<List<FieldElement>> m = new ArrayList<>();
        matrix.forEach(r -> m.add(new ArrayList<>(r)));
        List<Integer> pivots = new ArrayList<>();
        int columns = m.isEmpty() ? 0 : m.get(0).size();
        for (int c = 0; c < columns && pivots.size() < m.size(); c++) {
            int best = LinearSystem.smallest(m, pivots.size(), c);
            if (best >= 0) {
                java.util.Collections.swap(m, pivots.size(), best);
                LinearSystem.eliminate(field, m, pivots.size(), c);
                pivots.add(c);
            }
        }
        return new RowReduction(m.subList(0, pivots.size()), pivots);
    }

    public int rank() {
        return pivots.size();
    }

    /** A basis of the vectors that the matrix, of this many columns, takes to zero. */
    public List<List<FieldElement>> kernel(DifferentialField field, int columns) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (int free = 0; free < columns; free++) {
            if (!pivots.contains(free)) {
                List<FieldElement> v = new ArrayList<>();
                for (int j = 0; j < columns; j++) {
                    int row = pivots.indexOf(j);
                    v.add(row >= 0 ? field.negate(rows.get(row).get(free)) : field.integer(j == free ? 1 : 0));
                }
                out.add(v);
            }
        }
        return out;
    }
}
