package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.modular.PrimeField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fractions of polynomials in x, y, z: what is said to be coprime is, and products are in lowest terms. */
final class CoprimeTest {
    private static final int VARIABLES = 3;
    private static final int TRIES = 300;

    private static Polynomial random(Random random, int degree) {
        List<Polynomial.Term> terms = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int[] exponents = new int[VARIABLES];
            for (int d = 0; d < degree; d++) {
                exponents[random.nextInt(VARIABLES)]++;
            }
            terms.add(new Polynomial.Term(exponents, BigInteger.valueOf(1 + random.nextInt(9))));
        }
        terms.add(new Polynomial.Term(new int[VARIABLES], BigInteger.valueOf(random.nextInt(9) - 4)));
        return Polynomial.of(VARIABLES, terms);
    }

    @Test
    void aCommonFactorIsNeverOverlooked() {
        Random random = new Random(1);
        int coprime = 0;
        for (int i = 0; i < TRIES; i++) {
            Polynomial p = random(random, 2);
            Polynomial q = random(random, 2);
            Polynomial common = random(random, 1);
            assertThat(Coprime.surely(p.times(common), q.times(common))).isFalse();
            assertThat(p.times(common).gcd(q.times(common)).over(common).degree(0))
                    .isEqualTo(p.gcd(q).degree(0));
            if (Coprime.surely(p, q)) {
                assertThat(p.gcd(q).isConstant()).isTrue();
                coprime++;
            }
        }
        assertThat(coprime).isGreaterThan(TRIES / 2);
    }

    @Test
    void numbersInCommonAreFound() {
        Polynomial x = Polynomial.variable(VARIABLES, 0);
        Polynomial y = Polynomial.variable(VARIABLES, 1);
        Polynomial six = x.times(BigInteger.valueOf(6));
        Polynomial four = y.times(BigInteger.valueOf(4));
        assertThat(six.gcd(four).constantValue().intValue()).isEqualTo(2);
    }

    /** The image of a polynomial is what it is with the other variables at their values. */
    @Test
    void imagesAreValues() {
        Random random = new Random(3);
        PrimeField field = PrimeField.FIRST;
        for (int i = 0; i < TRIES; i++) {
            Polynomial p = random(random, 3);
            long[] values = {5 + random.nextInt(9), 5 + random.nextInt(9), 5 + random.nextInt(9)};
            for (int x = 0; x < VARIABLES; x++) {
                long[] image = p.image(field, values, x);
                BigInteger[] expected = new BigInteger[p.degree(x) + 1];
                Arrays.fill(expected, BigInteger.ZERO);
                for (Polynomial.Term t : p.terms()) {
                    BigInteger c = t.coefficient();
                    for (int v = 0; v < VARIABLES; v++) {
                        c = c.multiply(
                                BigInteger.valueOf(v == x ? 1 : values[v]).pow(t.exponent(v)));
                    }
                    expected[t.exponent(x)] = expected[t.exponent(x)].add(c);
                }
                assertThat(image)
                        .isEqualTo(Arrays.stream(expected).mapToLong(field::of).toArray());
            }
        }
    }
}
