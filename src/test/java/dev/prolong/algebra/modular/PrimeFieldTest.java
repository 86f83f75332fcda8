package dev.prolong.algebra.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PrimeFieldTest {
    private static final long SEED = 7;

    @Test
    void allAreSafePrimes() {
        assertThat(PrimeField.ALL).allSatisfy(f -> {
            assertThat(BigInteger.valueOf(f.modulus()).isProbablePrime(60)).isTrue();
            assertThat(BigInteger.valueOf((f.modulus() - 1) / 2).isProbablePrime(60))
                    .isTrue();
        });
    }

    @Test
    void productsAreThoseOfWholeNumbers() {
        PrimeField f = PrimeField.ALL.get(0);
        BigInteger p = BigInteger.valueOf(f.modulus());
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            long a = i < 4 ? f.modulus() - 1 - i % 2 : random.nextLong(f.modulus());
            long b = i < 4 ? f.modulus() - 1 - i / 2 : random.nextLong(f.modulus());
            BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
            assertThat(f.multiply(a, b)).isEqualTo(product.mod(p).longValue());
            long c = i < 8 ? (f.modulus() - 1) * (i % 2) : random.nextLong(f.modulus());
            assertThat(f.multiplyAdd(c, a, b))
                    .isEqualTo(product.add(BigInteger.valueOf(c)).mod(p).longValue());
        }
    }

    @Test
    void rootsHaveTheirPowers() {
        PrimeField f = PrimeField.ALL.get(1);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 2; n <= 8; n++) {
            long a = f.power(random.nextLong(2, f.modulus()), n);
            assertThat(f.power(f.root(a, n).orElseThrow(), n)).isEqualTo(a);
        }
        assertThat(f.root(f.negate(1), 2)).isEmpty();
        assertThat(f.root(f.negate(8), 3)).contains(f.negate(2));
    }

    @Test
    void fractionsComeBackFromResidues() {
        PrimeField f = PrimeField.ALL.get(2);
        assertThat(f.rational(f.multiply(f.negate(355), f.inverse(113)))).contains(new PrimeField.Fraction(-355, 113));
    }

    @Test
    void theNullSpaceSolvesTheRows() {
        PrimeField f = PrimeField.ALL.get(0);
        SplittableRandom random = new SplittableRandom(SEED);
        int width = 12;
        long[][] rows = new long[7][width];
        SparseElimination elimination = new SparseElimination(f, width);
        for (long[] row : rows) {
            for (int c = 0; c < width; c++) {
                row[c] = random.nextInt(3) == 0 ? random.nextLong(f.modulus()) : 0;
                elimination.put(c, row[c]);
            }
            elimination.endRow();
        }
        List<long[]> space = elimination.nullspace();
        assertThat(space).hasSize(width - elimination.rank());
        for (long[] v : space) {
            for (long[] row : rows) {
                long sum = 0;
                for (int c = 0; c < width; c++) {
                    sum = f.add(sum, f.multiply(row[c], v[c]));
                }
                assertThat(sum).isZero();
            }
        }
    }
}
