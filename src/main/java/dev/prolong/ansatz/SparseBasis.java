package dev.prolong.ansatz;

import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.List;

/**
 * Another basis of the same space modulo a prime, with fewer entries: a vector gives way to its sum with a multiple of another. Entries of
 * some columns may weigh more.
 */
final class SparseBasis {
    private static final int MOST_ROUNDS = 20;

    private final PrimeField p;
    private final int[] weights;

    SparseBasis(PrimeField p, int[] weights) {
        this.p = p;
        this.weights = weights;
    }

    List<long[]> of(List<long[]> basis) {
        List<long[]> out = new ArrayList<>(basis);
        boolean progress = true;
        for (int round = 0; round < MOST_ROUNDS && progress; round++) {
            progress = false;
            for (int i = 0; i < out.size(); i++) {
                for (int j = 0; j < out.size(); j++) {
                    long[] better = i == j ? out.get(i) : improved(out.get(i), out.get(j));
                    progress |= better != out.get(i);
                    out.set(i, better);
                }
            }
        }
        return out;
    }

    /** {@code a - c b} for the c that leaves the fewest entries, or a itself. */
    private long[] improved(long[] a, long[] b) {
        long[] best = a;
        int fewest = entries(a);
        List<Long> tried = new ArrayList<>();
        for (int k = 0; k < a.length; k++) {
            if (a[k] != 0 && b[k] != 0) {
                long c = p.multiply(a[k], p.inverse(b[k]));
                if (!tried.contains(c)) {
                    tried.add(c);
                    long[] sum = difference(a, c, b);
                    if (entries(sum) < fewest) {
                        fewest = entries(sum);
                        best = sum;
                    }
                }
            }
        }
        return best;
    }

    private long[] difference(long[] a, long c, long[] b) {
        long[] out = a.clone();
        for (int k = 0; k < a.length; k++) {
            if (b[k] != 0) {
                out[k] = p.subtract(a[k], p.multiply(c, b[k]));
            }
        }
        return out;
    }

    private int entries(long[] a) {
        int n = 0;
        for (int k = 0; k < a.length; k++) {
            n += a[k] == 0 ? 0 : weights[k];
        }
        return n;
    }
}
