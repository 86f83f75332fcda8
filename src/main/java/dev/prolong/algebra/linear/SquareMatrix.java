package dev.prolong.algebra.linear;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of n rows and n columns over a field.
 *
 * @param rows its entries, row by row
 */
public record SquareMatrix(DifferentialField field, List<List<FieldElement>> rows) {
    public SquareMatrix {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The unit matrix of this many rows. */
    public static SquareMatrix identity(DifferentialField field, int n) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<FieldElement> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(field.integer(i == j ? 1 : 0));
            }
            out.add(row);
        }
        return new SquareMatrix(field, out);
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** The entry of a row and a column, counted from 0. */
    public FieldElement at(int row, int column) {
        return rows.get(row).get(column);
    }

    /** The product with a matrix of the same size on the right. */
    public SquareMatrix times(SquareMatrix right) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (List<FieldElement> row : rows) {
            List<FieldElement> r = new ArrayList<>();
            for (int c = 0; c < size(); c++) {
                FieldElement sum = field.integer(0);
                for (int j = 0; j < size(); j++) {
                    if (!row.get(j).isZero() && !right.at(j, c).isZero()) {
                        sum = field.add(sum, field.multiply(row.get(j), right.at(j, c)));
                    }
                }
                r.add(sum);
            }
            out.add(r);
        }
        return new SquareMatrix(field, out);
    }

    /** With c added to each entry of the diagonal. */
    public SquareMatrix plus(FieldElement c) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            List<FieldElement> row = new ArrayList<>(rows.get(i));
            row.set(i, field.add(row.get(i), c));
            out.add(row);
        }
        return new SquareMatrix(field, out);
    }

    /** The sum of the diagonal. */
    public FieldElement trace() {
        FieldElement sum = field.integer(0);
        for (int i = 0; i < size(); i++) {
            sum = field.add(sum, at(i, i));
        }
        return sum;
    }
}
