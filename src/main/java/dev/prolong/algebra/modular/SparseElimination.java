package dev.prolong.algebra.modular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gaussian elimination modulo a prime, row by row as the rows come: each is reduced by those before it and kept, leading entry 1, if
 * something is left. The leading entry of a row is its last one, so columns may be added at the end at any time.
 */
public final class SparseElimination {
    private final PrimeField field;
    private int[][] columns;
    private long[][] values;
    private long[] work;
    private int rank;

    public SparseElimination(PrimeField field, int width) {
        this.field = field;
        this.columns = new int[width][];
        this.values = new long[width][];
        this.work = new long[width];
    }

    public int rank() {
        return rank;
    }

    public void widen(int width) {
        if (width > work.length) {
            columns = Arrays.copyOf(columns, width);
            values = Arrays.copyOf(values, width);
            work = new long[width];
        }
    }

    /** Adds to the row that is being built. */
    public void put(int column, long value) {
        work[column] = field.add(work[column], value);
    }

    /** Ends the row that was built; whether it was independent of the rows before. */
    public boolean endRow() {
        for (int c = work.length - 1; c >= 0; c--) {
            if (work[c] == 0) {
                continue;
            }
            if (columns[c] == null) {
                keep(c);
                return true;
            }
            subtract(work, c);
        }
        return false;
    }

    private void subtract(long[] row, int pivot) {
        int[] cs = columns[pivot];
        long[] vs = values[pivot];
        long factor = field.negate(row[pivot]);
        row[pivot] = 0;
        for (int i = 0; i < cs.length; i++) {
            row[cs[i]] = field.multiplyAdd(row[cs[i]], factor, vs[i]);
        }
    }

    private void keep(int pivot) {
        long scale = field.inverse(work[pivot]);
        work[pivot] = 0;
        int n = 0;
        for (int c = 0; c < pivot; c++) {
            n += work[c] != 0 ? 1 : 0;
        }
        int[] cs = new int[n];
        long[] vs = new long[n];
        n = 0;
        for (int c = 0; c < pivot; c++) {
            if (work[c] != 0) {
                cs[n] = c;
                vs[n++] = field.multiply(work[c], scale);
                work[c] = 0;
            }
        }
        columns[pivot] = cs;
        values[pivot] = vs;
        rank++;
    }

    public boolean isPivot(int column) {
        return columns[column] != null;
    }

    /** The number of columns below a bound that lead no row: what rows on them alone leave free. */
    public int free(int bound) {
        int n = 0;
        for (int c = 0; c < bound; c++) {
            n += columns[c] == null ? 1 : 0;
        }
        return n;
    }

    /** The columns that lead no row. */
    public List<Integer> freeColumns() {
        List<Integer> out = new ArrayList<>();
        for (int c = 0; c < work.length; c++) {
            if (columns[c] == null) {
                out.add(c);
            }
        }
        return out;
    }

    /** For each free column in turn the solution of the homogeneous system that is 1 there and 0 at the other free columns. */
    public List<long[]> nullspace() {
        List<Integer> free = freeColumns();
        List<long[]> out = new ArrayList<>();
        for (int f : free) {
            long[] v = new long[work.length];
            v[f] = 1;
            for (int c = f + 1; c < work.length; c++) {
                if (columns[c] != null) {
                    long sum = 0;
                    int[] cs = columns[c];
                    for (int i = 0; i < cs.length; i++) {
                        if (v[cs[i]] != 0) {
                            sum = field.add(sum, field.multiply(values[c][i], v[cs[i]]));
                        }
                    }
                    v[c] = field.negate(sum);
                }
            }
            out.add(v);
        }
        return out;
    }
}
