package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
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

    @Test
    void productsAreInLowestTermsAndWithRootsReduced() {
        Random random = new Random(2);
        Arithmetic plain = new Arithmetic(VARIABLES, List.of());
        // z is the square root of x
        Kernel root = new Kernel.Root(
                dev.prolong.algebra.Expr.symbol("r"),
                2,
                new FieldElement(Polynomial.variable(VARIABLES, 0), Polynomial.constant(VARIABLES, BigInteger.ONE)));
        Kernel x = new Kernel.Free(dev.prolong.algebra.Expr.symbol("x"));
        Kernel y = new Kernel.Free(dev.prolong.algebra.Expr.symbol("y"));
        Arithmetic withRoot = new Arithmetic(VARIABLES, List.of(x, y, root));
        for (Arithmetic k : List.of(plain, withRoot)) {
            for (int i = 0; i < TRIES / 3; i++) {
                Polynomial common = random(random, 1);
                FieldElement a = k.quotient(random(random, 2).times(common), random(random, 1));
                FieldElement b = k.quotient(random(random, 1), random(random, 2).times(common));
                FieldElement product = k.multiply(a, b);
                assertThat(product)
                        .isEqualTo(k.quotient(
                                a.numerator().times(b.numerator()),
                                a.denominator().times(b.denominator())));
                assertThat(k.multiply(product, k.inverse(b))).isEqualTo(a);
            }
        }
    }
}
