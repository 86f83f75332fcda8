package dev.prolong.algebra.linear;

import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.List;

/**
 * The row space of a matrix of residues modulo {@link PrimeField#FIRST}, in reduced echelon form, built row by row.
 *
 * <p>Pivots are taken from the left, so each free column is expressed by columns before it.
 */
public final class ModularMatrix {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private final int columns;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private boolean reduced = true;

    public ModularMatrix(int columns) {
        this.columns = columns;
    }

    /** Adds a row to the space; false where it is in it already. The array is kept and changed. */
    public boolean add(long[] row) {
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("interrupted");
        }
        for (int r = 0; r < rows.size(); r++) {
            long factor = row[pivots.get(r)];
            if (factor != 0) {
                subtract(row, factor, rows.get(r), pivots.get(r));
            }
        }
        int pivot = 0;
        while (pivot < columns && row[pivot] == 0) {
            pivot++;
        }
        if (pivot == columns) {
            return false;
        }
        long inverse = FIELD.inverse(row[pivot]);
        for (int c = pivot; c < columns; c++) {
            row[c] = FIELD.multiply(row[c], inverse);
        }
        int at = 0;
        while (at < pivots.size() && pivots.get(at) < pivot) {
            at++;
        }
        rows.add(at, row);
        pivots.add(at, pivot);
        reduced = false;
        return true;
    }

    private void subtract(long[] row, long factor, long[] of, int from) {
        long f = FIELD.negate(factor);
        for (int c = from; c < columns; c++) {
            row[c] = FIELD.multiplyAdd(row[c], f, of[c]);
        }
    }

    private void reduce() {
        if (reduced) {
            return;
        }
        for (int r = rows.size() - 1; r > 0; r--) {
            for (int above = 0; above < r; above++) {
                long factor = rows.get(above)[pivots.get(r)];
                if (factor != 0) {
                    subtract(rows.get(above), factor, rows.get(r), pivots.get(r));
                }
            }
        }
        reduced = true;
    }

    public int rank() {
        return rows.size();
    }

    /** The columns of the pivots, in increasing order. */
    public List<Integer> pivots() {
        return List.copyOf(pivots);
    }

    /** The basis rows in reduced echelon form. */
    public List<long[]> basis() {
        reduce();
        return List.copyOf(rows);
    }

    /** A basis of the vectors on which all rows vanish, one for each free column: 1 there, 0 at the other free columns. */
    public List<long[]> kernel() {
        reduce();
        List<long[]> out = new ArrayList<>();
        int next = 0;
        for (int free = 0; free < columns; free++) {
            if (next < pivots.size() && pivots.get(next) == free) {
                next++;
                continue;
            }
            long[] v = new long[columns];
            v[free] = 1;
            for (int r = 0; r < rows.size(); r++) {
                v[pivots.get(r)] = FIELD.negate(rows.get(r)[free]);
            }
            out.add(v);
        }
        return out;
    }
}
