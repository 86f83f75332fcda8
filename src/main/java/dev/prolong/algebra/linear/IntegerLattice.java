package dev.prolong.algebra.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The integer combinations of vectors of integers, in echelon form with positive pivots, built vector by vector.
 *
 * <p>Source: Cohen, A Course in Computational Algebraic Number Theory, section 2.4 (Hermite normal form).
 */
public final class IntegerLattice {
    private final int columns;
    private final List<BigInteger[]> rows = new ArrayList<>();

    public IntegerLattice(int columns) {
        this.columns = columns;
    }

    /** Adds a vector. */
    public void add(long[] vector) {
        BigInteger[] v = reduced(big(vector));
        for (int pivot = pivot(v); pivot < columns; pivot = pivot(v)) {
            int at = 0;
            while (at < rows.size() && pivot(rows.get(at)) < pivot) {
                at++;
            }
            if (at == rows.size() || pivot(rows.get(at)) > pivot) {
                rows.add(at, v[pivot].signum() > 0 ? v : scaled(v, BigInteger.ONE.negate()));
                return;
            }
            // Euclid's algorithm on the two entries: v has the smaller one
            BigInteger[] row = rows.set(at, v[pivot].signum() > 0 ? v : scaled(v, BigInteger.ONE.negate()));
            v = reduced(row);
        }
    }

    /** The representative of a vector modulo the lattice: equal for vectors whose difference is in it. */
    public List<BigInteger> representative(long[] vector) {
        return List.of(reduced(big(vector)));
    }

    private BigInteger[] reduced(BigInteger[] vector) {
        BigInteger[] out = vector;
        for (BigInteger[] row : rows) {
            int pivot = pivot(row);
            BigInteger[] division = out[pivot].divideAndRemainder(row[pivot]);
            BigInteger floor = division[1].signum() < 0 ? division[0].subtract(BigInteger.ONE) : division[0];
            if (floor.signum() != 0) {
                out = sum(out, scaled(row, floor.negate()));
            }
        }
        return out;
    }

    private int pivot(BigInteger[] row) {
        int c = 0;
        while (c < columns && row[c].signum() == 0) {
            c++;
        }
        return c;
    }

    private static BigInteger[] sum(BigInteger[] a, BigInteger[] b) {
        BigInteger[] out = new BigInteger[a.length];
        Arrays.setAll(out, i -> a[i].add(b[i]));
        return out;
    }

    private static BigInteger[] scaled(BigInteger[] a, BigInteger factor) {
        BigInteger[] out = new BigInteger[a.length];
        Arrays.setAll(out, i -> a[i].multiply(factor));
        return out;
    }

    private static BigInteger[] big(long[] vector) {
        return Arrays.stream(vector).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }
}
