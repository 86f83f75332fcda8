package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Linear dependence over the rational numbers among elements of a field. */
final class RationalSpan {
    private RationalSpan() {}

    /** An exact fraction of integers, used only for the coefficients of a relation. */
    record Ratio(BigInteger n, BigInteger d) {
        static Ratio of(BigInteger n, BigInteger d) {
            BigInteger g = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
            return new Ratio(n.divide(g), d.divide(g));
        }

        Ratio minus(Ratio o) {
            return of(n.multiply(o.d).subtract(o.n.multiply(d)), d.multiply(o.d));
        }

        Ratio times(Ratio o) {
            return of(n.multiply(o.n), d.multiply(o.d));
        }

        Ratio over(Ratio o) {
            return of(n.multiply(o.d), d.multiply(o.n));
        }

        boolean isZero() {
            return n.signum() == 0;
        }
    }

    /** The rational {@code q_j} with {@code target = Σ q_j basis_j}, if there are any; the basis must be independent. */
    static Optional<List<Ratio>> coordinates(FieldElement target, List<FieldElement> basis) {
        return vectorCoordinates(List.of(target), basis.stream().map(List::of).toList());
    }

    /** The same for vectors of elements. */
    static Optional<List<Ratio>> vectorCoordinates(List<FieldElement> target, List<List<FieldElement>> basis) {
        List<Ratio[]> stacked = new ArrayList<>();
        for (int i = 0; i < target.size(); i++) {
            int component = i;
            List<FieldElement> all =
                    new ArrayList<>(basis.stream().map(b -> b.get(component)).toList());
            all.add(target.get(i));
            stacked.addAll(Arrays.asList(matrix(all)));
        }
        return solve(stacked.toArray(Ratio[][]::new), basis.size());
    }

    private static Optional<List<Ratio>> solve(Ratio[][] rows, int n) {
        int rank = 0;
        for (int c = 0; c < n; c++) {
            int pivot = pivot(rows, rank, c);
            if (pivot < 0) {
                return Optional.empty();
            }
            Ratio[] swap = rows[pivot];
            rows[pivot] = rows[rank];
            rows[rank] = swap;
            eliminate(rows, rank, c);
            rank++;
        }
        for (int r = rank; r < rows.length; r++) {
            if (!rows[r][n].isZero()) {
                return Optional.empty();
            }
        }
        List<Ratio> out = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            out.add(rows[c][n].over(rows[c][c]));
        }
        return Optional.of(out);
    }

    private static int pivot(Ratio[][] rows, int from, int c) {
        for (int r = from; r < rows.length; r++) {
            if (!rows[r][c].isZero()) {
                return r;
            }
        }
        return -1;
    }

    private static void eliminate(Ratio[][] rows, int pivot, int c) {
        for (int r = 0; r < rows.length; r++) {
            if (r != pivot && !rows[r][c].isZero()) {
                Ratio factor = rows[r][c].over(rows[pivot][c]);
                for (int k = 0; k < rows[r].length; k++) {
                    rows[r][k] = rows[r][k].minus(factor.times(rows[pivot][k]));
                }
            }
        }
    }

    /** One row for each monomial over a common denominator, one column for each element. */
    private static Ratio[][] matrix(List<FieldElement> elements) {
        Polynomial common = elements.get(0).denominator();
        for (FieldElement e : elements) {
            common = common.times(e.denominator().over(common.gcd(e.denominator())));
        }
        Map<List<Integer>, Ratio[]> rows = new TreeMap<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int c = Integer.compare(a.get(i), b.get(i));
                if (c != 0) {
                    return c;
                }
            }
            return 0;
        });
        Ratio zero = new Ratio(BigInteger.ZERO, BigInteger.ONE);
        for (int c = 0; c < elements.size(); c++) {
            FieldElement e = elements.get(c);
            for (Polynomial.Term t :
                    e.numerator().times(common.over(e.denominator())).terms()) {
                Ratio[] row = rows.computeIfAbsent(t.exponents(), k -> {
                    Ratio[] fresh = new Ratio[elements.size()];
                    Arrays.fill(fresh, zero);
                    return fresh;
                });
                row[c] = new Ratio(t.coefficient(), BigInteger.ONE);
            }
        }
        return rows.values().toArray(Ratio[][]::new);
    }
}
