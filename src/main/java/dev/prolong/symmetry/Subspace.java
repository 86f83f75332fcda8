package dev.prolong.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** A space of vectors of rational numbers, by a reduced echelon basis that grows. */
final class Subspace {
    private final int width;
    private final TreeMap<Integer, Fraction[]> rows = new TreeMap<>();

    Subspace(int width) {
        this.width = width;
    }

    int dimension() {
        return rows.size();
    }

    /** The columns in which basis vectors lead. */
    java.util.Set<Integer> pivots() {
        return rows.keySet();
    }

    List<Fraction[]> basis() {
        return new ArrayList<>(rows.values());
    }

    /** What is left of a vector modulo the space. */
    Fraction[] reduce(Fraction[] v) {
        Fraction[] out = v.clone();
        rows.forEach((pivot, row) -> subtract(out, row, out[pivot]));
        return out;
    }

    /** Adds a vector; whether the space grew. */
    boolean add(Fraction[] v) {
        Fraction[] rest = reduce(v);
        for (int c = 0; c < width; c++) {
            if (!rest[c].isZero()) {
                Fraction lead = rest[c];
                for (int k = 0; k < width; k++) {
                    rest[k] = rest[k].over(lead);
                }
                int pivot = c;
                rows.values().forEach(row -> subtract(row, rest, row[pivot]));
                rows.put(c, rest);
                return true;
            }
        }
        return false;
    }

    /** The vectors on which all of the space vanish, as linear forms. */
    List<Fraction[]> annihilator() {
        List<Fraction[]> out = new ArrayList<>();
        for (int free = 0; free < width; free++) {
            if (!rows.containsKey(free)) {
                Fraction[] v = new Fraction[width];
                for (int c = 0; c < width; c++) {
                    v[c] = rows.containsKey(c)
                            ? Fraction.ZERO.minus(Objects.requireNonNull(rows.get(c))[free])
                            : Fraction.ZERO;
                }
                v[free] = Fraction.of(java.math.BigInteger.ONE, java.math.BigInteger.ONE);
                out.add(v);
            }
        }
        return out;
    }

    private static void subtract(Fraction[] v, Fraction[] row, Fraction factor) {
        if (!factor.isZero()) {
            for (int k = 0; k < v.length; k++) {
                v[k] = v[k].minus(row[k].times(factor));
            }
        }
    }
}
