package dev.prolong.conservation.direct;

import dev.prolong.algebra.linear.ModularMatrix;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The linear span of candidates, examined modulo a prime: which combinations are conserved, and the largest part that the flow maps into
 * itself.
 *
 * <p>The candidates are made linearly independent, and are independent of the constant 1.
 */
final class Span {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private static final int SPARE = 8;

    private final Flow flow;
    private final List<int[]> candidates;

    /** The span of these, of which the first is the constant 1. */
    Span(Flow flow, List<int[]> monomials) {
        this.flow = flow;
        this.candidates = independent(monomials);
    }

    List<int[]> candidates() {
        return candidates;
    }

    int size() {
        return candidates.size();
    }

    private List<int[]> independent(List<int[]> monomials) {
        ModularMatrix m = new ModularMatrix(monomials.size());
        for (int i = 0; i < monomials.size() + SPARE; i++) {
            Flow.Point p = flow.point(i);
            m.add(monomials.stream().mapToLong(p::value).toArray());
        }
        return m.pivots().stream()
                .map(monomials::get)
                .filter(e -> IntStream.of(e).anyMatch(k -> k != 0))
                .toList();
    }

    /** A basis of the combinations with {@code D_t I = 0}. */
    List<long[]> conserved() {
        ModularMatrix m = new ModularMatrix(size());
        for (int i = 0; i < size() + SPARE; i++) {
            Flow.Point p = flow.point(i);
            m.add(candidates.stream().mapToLong(p::rate).toArray());
        }
        return m.kernel();
    }

    /**
     * Of these combinations as many as are functionally independent, the first ones preferred.
     *
     * @param gradients of what they are to be independent of too, at the first point; theirs are added
     */
    List<long[]> independent(List<long[]> combinations, ModularMatrix gradients) {
        List<long[]> out = new ArrayList<>();
        for (long[] c : combinations) {
            if (gradients.add(gradient(c))) {
                out.add(c);
            }
        }
        return out;
    }

    private long[] gradient(long[] combination) {
        long[] sum = new long[flow.coordinates().size()];
        for (int k = 0; k < combination.length; k++) {
            if (combination[k] != 0) {
                long[] g = flow.point(0).gradient(candidates.get(k));
                for (int v = 0; v < sum.length; v++) {
                    sum[v] = FIELD.add(sum[v], FIELD.multiply(combination[k], g[v]));
                }
            }
        }
        return sum;
    }

    /**
     * The candidates that occur in the largest subspace U of the span of the candidates and 1 that the flow maps into itself; the constant
     * 1, which is in U, has the number −1 and is left out.
     */
    List<Integer> invariantSupport() {
        int k = size();
        ModularMatrix m = new ModularMatrix(2 * k + 1);
        for (int i = 0; i < 2 * k + 1 + SPARE; i++) {
            Flow.Point p = flow.point(i);
            long[] row = new long[2 * k + 1];
            for (int c = 0; c < k; c++) {
                row[c] = p.rate(candidates.get(c));
                row[k + c] = p.value(candidates.get(c));
            }
            row[2 * k] = 1;
            m.add(row);
        }
        // each pair: a combination, and minus its image without the multiple of 1
        List<long[]> pairs = m.kernel();
        while (!pairs.isEmpty()) {
            List<long[]> kept = invariant(pairs, k);
            if (kept.size() == pairs.size()) {
                break;
            }
            pairs = kept;
        }
        Set<Integer> support = new LinkedHashSet<>();
        for (int c = 0; c < k; c++) {
            for (long[] pair : pairs) {
                if (pair[c] != 0) {
                    support.add(c);
                }
            }
        }
        return List.copyOf(support);
    }

    /** The combinations of the pairs whose images are combinations of their first halves. */
    private static List<long[]> invariant(List<long[]> pairs, int k) {
        int n = pairs.size();
        ModularMatrix m = new ModularMatrix(2 * n);
        for (int row = 0; row < k; row++) {
            long[] r = new long[2 * n];
            for (int j = 0; j < n; j++) {
                r[j] = pairs.get(j)[k + row];
                r[n + j] = pairs.get(j)[row];
            }
            m.add(r);
        }
        ModularMatrix combined = new ModularMatrix(2 * k + 1);
        for (long[] y : m.kernel()) {
            long[] sum = new long[2 * k + 1];
            for (int j = 0; j < n; j++) {
                for (int c = 0; c <= 2 * k && y[j] != 0; c++) {
                    sum[c] = FIELD.add(sum[c], FIELD.multiply(y[j], pairs.get(j)[c]));
                }
            }
            combined.add(sum);
        }
        return combined.basis();
    }
}
