package dev.prolong.algebra.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IntegerLatticeTest {
    private static final int N = 4;

    @Test
    void vectorsThatDifferByACombinationHaveTheSameRepresentative() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 200; run++) {
            IntegerLattice lattice = new IntegerLattice(N);
            long[] v = draw(random);
            long[] w = v.clone();
            for (int k = 0; k < 3; k++) {
                long[] row = draw(random);
                lattice.add(row);
                long multiple = random.nextInt(-5, 6);
                for (int i = 0; i < N; i++) {
                    w[i] += multiple * row[i];
                }
            }
            assertThat(lattice.representative(w)).isEqualTo(lattice.representative(v));
        }
    }

    @Test
    void vectorsThatDifferByNoneHaveOthers() {
        IntegerLattice even = new IntegerLattice(2);
        even.add(new long[] {4, 0});
        even.add(new long[] {6, 0});
        even.add(new long[] {1, 3});
        assertThat(even.representative(new long[] {2, 0})).isEqualTo(even.representative(new long[] {0, 0}));
        assertThat(even.representative(new long[] {1, 0})).isNotEqualTo(even.representative(new long[] {0, 0}));
        assertThat(even.representative(new long[] {0, 3})).isEqualTo(even.representative(new long[] {1, 0}));
        assertThat(even.representative(new long[] {0, 1})).isNotEqualTo(even.representative(new long[] {0, 0}));
    }

    private static long[] draw(SplittableRandom random) {
        long[] out = new long[N];
        Arrays.setAll(out, i -> random.nextInt(-9, 10));
        return out;
    }
}
