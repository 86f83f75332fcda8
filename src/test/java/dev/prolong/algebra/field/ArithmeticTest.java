package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotients of polynomials in r, x, y, where r is a root of a polynomial: one form for each element, and limited work. */
final class ArithmeticTest {
    private static final int VARIABLES = 3;
    private static final int TRIES = 20;
    private static final Polynomial R = Polynomial.variable(VARIABLES, 0);
    private static final Polynomial X = Polynomial.variable(VARIABLES, 1);
    private static final Polynomial Y = Polynomial.variable(VARIABLES, 2);
    /** {@code r^n = x² + 2 y}. */
    private static final Polynomial RADICAND = X.times(X).plus(Y).plus(Y);

    private static Arithmetic arithmetic(int n) {
        Kernel root = new Kernel.Root(Expr.symbol("r"), n, RADICAND);
        return new Arithmetic(
                VARIABLES, List.of(root, new Kernel.Free(Expr.symbol("x")), new Kernel.Free(Expr.symbol("y"))));
    }

    private static Polynomial number(long n) {
        return Polynomial.constant(VARIABLES, BigInteger.valueOf(n));
    }

    private static Polynomial random(Random random, int rootDegree) {
        List<Polynomial.Term> terms = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int[] exponents = {random.nextInt(rootDegree + 1), random.nextInt(2), random.nextInt(2)};
            terms.add(new Polynomial.Term(exponents, BigInteger.valueOf(1 + random.nextInt(5))));
        }
        terms.add(new Polynomial.Term(new int[VARIABLES], BigInteger.valueOf(random.nextInt(7) - 3)));
        return Polynomial.of(VARIABLES, terms);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void rootsAreBroughtDown(int n) {
        Arithmetic k = arithmetic(n);
        FieldElement r = k.variable(0);
        assertThat(k.power(r, n)).isEqualTo(k.of(RADICAND));
        assertThat(k.power(r, 3 * n + 1)).isEqualTo(k.of(R.times(RADICAND.power(3))));
        assertThat(k.of(R.power(2 * n).plus(R.power(n))))
                .isEqualTo(k.of(RADICAND.power(2).plus(RADICAND)));
        assertThat(k.multiply(r, k.power(r, n - 1))).isEqualTo(k.of(RADICAND));
        assertThat(k.divide(k.of(R.power(n).minus(RADICAND).plus(X)), k.of(X)).isOne())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void rootsAloneLeaveTheDenominator(int n) {
        Arithmetic k = arithmetic(n);
        for (int i = 1; i < n; i++) {
            FieldElement inverse = new FieldElement(R.power(n - i), RADICAND.times(Y));
            assertThat(k.inverse(k.of(R.power(i).times(Y)))).isEqualTo(inverse);
            assertThat(k.power(k.of(R), -i)).isEqualTo(new FieldElement(R.power(n - i), RADICAND));
        }
        // what is left of a product may be a root alone
        FieldElement sum = k.of(R.plus(number(1)));
        FieldElement quotient = k.multiply(k.inverse(k.of(R.times(R.plus(number(1))))), sum);
        assertThat(quotient).isEqualTo(k.inverse(k.of(R)));
    }

    /** {@code 1/(a + b r) = (a − b r)/(a² − b² g)}. */
    @Test
    void squareRootsLeaveTheDenominator() {
        Arithmetic k = arithmetic(2);
        Random random = new Random(4);
        for (int i = 0; i < TRIES; i++) {
            Polynomial a = random(random, 0);
            Polynomial b = random(random, 0);
            FieldElement inverse = k.inverse(k.of(a.plus(b.times(R))));
            assertThat(inverse.denominator().degree(0)).isZero();
            assertThat(inverse.numerator().degree(0)).isEqualTo(1);
            assertThat(inverse)
                    .isEqualTo(k.quotient(
                            a.minus(b.times(R)), a.times(a).minus(b.times(b).times(RADICAND))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theLawsOfAField(int n) {
        Arithmetic k = arithmetic(n);
        Random random = new Random(n);
        for (int i = 0; i < TRIES; i++) {
            FieldElement a = k.quotient(random(random, n), random(random, n));
            FieldElement b = k.quotient(random(random, n), random(random, n));
            FieldElement c = k.quotient(random(random, 1), random(random, 0));
            assertThat(k.subtract(k.multiply(a, b), k.multiply(b, a)).isZero()).isTrue();
            assertThat(k.subtract(k.multiply(k.add(a, b), c), k.add(k.multiply(a, c), k.multiply(b, c)))
                            .isZero())
                    .isTrue();
            assertThat(k.subtract(k.multiply(k.divide(a, b), b), a).isZero()).isTrue();
            for (FieldElement e : List.of(a, b, k.multiply(a, b), k.add(a, c))) {
                assertThat(e.numerator().degree(0)).isLessThan(n);
                assertThat(e.denominator().degree(0)).isLessThan(n == 2 ? 1 : n);
                assertThat(e.denominator().signum()).isPositive();
                assertThat(e.numerator().gcd(e.denominator()).isOne()).isTrue();
            }
        }
    }

    @Test
    void workIsCounted() {
        FieldElement a = new FieldElement(X, number(1));
        FieldElement b = new FieldElement(number(1), Y.plus(X));
        // 2 terms by 3; the same, and then the quotient of x (x + y) + 1 by x + y; 2 terms by 1
        assertWork(7, k -> k.multiply(a, b));
        assertWork(7 + 7, k -> k.add(a, b));
        assertWork(3, k -> k.quotient(X.plus(Y), Y));
        assertWork(0, k -> k.multiply(a, k.constant(1)));
        assertWork(0, k -> k.add(a, k.constant(0)));
    }

    private static void assertWork(long work, java.util.function.Consumer<Arithmetic> operation) {
        assertThatCode(limited(work, operation)).doesNotThrowAnyException();
        if (work > 0) {
            assertThatThrownBy(limited(work - 1, operation)).isInstanceOf(WorkLimitException.class);
        }
    }

    private static ThrowingCallable limited(long work, java.util.function.Consumer<Arithmetic> operation) {
        Arithmetic k = new Arithmetic(VARIABLES, List.of());
        k.limit(work);
        return () -> operation.accept(k);
    }
}
