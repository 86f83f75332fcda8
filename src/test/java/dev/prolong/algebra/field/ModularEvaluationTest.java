package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.modular.PrimeField;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values at points modulo a prime: they obey the laws of the field, and constants stay. */
final class ModularEvaluationTest {
    private static final PrimeField P = PrimeField.FIRST;
    private static final int POINTS = 50;

    private static ModularEvaluation evaluation(long seed, String... expressions) {
        FieldText text = new FieldText(expressions);
        return new ModularEvaluation(text.field(), text.elements(expressions), seed);
    }

    private static long quotient(long a, long b) {
        return P.multiply(a, P.inverse(b));
    }

    @Test
    void sumsProductsAndQuotients() {
        ModularEvaluation evaluation =
                evaluation(1, "x", "y", "exp(x)", "x^3*y^2 - 7*exp(x)", "(x + 5/3)/(y*exp(x)^2)", "-4/9", "0");
        for (int i = 0; i < POINTS; i++) {
            long[] v = evaluation.next();
            long product = P.multiply(P.power(v[0], 3), P.power(v[1], 2));
            assertThat(v[3]).isEqualTo(P.subtract(product, P.multiply(7, v[2])));
            assertThat(v[4]).isEqualTo(quotient(P.add(v[0], quotient(5, 3)), P.multiply(v[1], P.multiply(v[2], v[2]))));
            assertThat(v[5]).isEqualTo(quotient(P.negate(4), 9));
            assertThat(v[6]).isZero();
        }
    }

    @Test
    void rootsObeyTheirRelation() {
        ModularEvaluation evaluation = evaluation(2, "sqrt(x/(y + 1))", "x", "y", "(x + y)^(1/3)", "sqrt(a)", "a");
        for (int i = 0; i < POINTS; i++) {
            long[] v = evaluation.next();
            assertThat(P.multiply(v[0], v[0])).isEqualTo(quotient(v[1], P.add(v[2], 1)));
            assertThat(P.power(v[3], 3)).isEqualTo(P.add(v[1], v[2]));
            assertThat(P.multiply(v[4], v[4])).isEqualTo(v[5]);
        }
    }

    @Test
    void everyKernelIsDrawnAnewUnlessConstant() {
        ModularEvaluation evaluation = evaluation(3, "x", "y", "log(x)", "a", "exp(b)", "pi");
        long[] first = evaluation.next();
        Set<Long> moving = new HashSet<>();
        for (int i = 0; i < POINTS; i++) {
            long[] v = evaluation.next();
            moving.addAll(Set.of(v[0], v[1], v[2]));
            for (int k = 3; k < v.length; k++) {
                assertThat(v[k]).isEqualTo(first[k]).isBetween(2L, P.modulus() - 2);
            }
        }
        assertThat(moving).hasSize(3 * POINTS);
        assertThat(new HashSet<>(Set.of(first[3], first[4], first[5]))).hasSize(3);
        assertThat(evaluation(3, "x", "y", "log(x)", "a", "exp(b)", "pi").next())
                .isEqualTo(first);
    }

    @Test
    void signsAreOne() {
        ModularEvaluation evaluation = evaluation(4, "abs(x)", "x");
        for (int i = 0; i < POINTS; i++) {
            long[] v = evaluation.next();
            assertThat(v[0]).isEqualTo(v[1]);
        }
    }

    /** Half of all numbers have a square root modulo the prime. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 11, 13, 17})
    void rootsOfNumbersAreWhatTheyAre(int n) {
        if (P.root(n, 2).isPresent()) {
            assertThat(evaluation(5, "sqrt(" + n + ")").next())
                    .containsExactly(P.root(n, 2).orElseThrow());
        } else {
            assertThatThrownBy(() -> evaluation(5, "sqrt(" + n + ")")).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void noPointWhereADenominatorVanishesModuloThePrime() {
        ModularEvaluation evaluation = evaluation(6, "x", "y/" + P.modulus());
        assertThatThrownBy(evaluation::next).isInstanceOf(ArithmeticException.class);
        ModularEvaluation root = evaluation(6, "(x/" + P.modulus() + ")^(1/3)");
        assertThatThrownBy(root::next).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void coordinatesAreLinearInAPlane() {
        ModularEvaluation evaluation = evaluation(7, "x", "y", "a", "x^2*y/a");
        long[] origin = evaluation.inPlane(0, 0);
        long[] right = evaluation.inPlane(1, 0);
        long[] up = evaluation.inPlane(0, 1);
        long[] v = evaluation.inPlane(12, 345);
        Set<Long> slopes = new HashSet<>();
        for (int k = 0; k < 2; k++) {
            long s = P.subtract(right[k], origin[k]);
            long r = P.subtract(up[k], origin[k]);
            assertThat(v[k]).isEqualTo(P.add(origin[k], P.add(P.multiply(12, s), P.multiply(345, r))));
            slopes.addAll(Set.of(s, r, origin[k]));
        }
        assertThat(slopes).hasSize(6).doesNotContain(0L);
        assertThat(v[2]).isEqualTo(origin[2]).isEqualTo(right[2]);
        assertThat(v[3]).isEqualTo(quotient(P.multiply(P.power(v[0], 2), v[1]), v[2]));
    }

    @Test
    void aPlaneHasNoPolesAndNoOtherFunctions() {
        ModularEvaluation pole = evaluation(8, "1/x", "x/(x + 1)");
        long[] origin = pole.inPlane(0, 0);
        long x = P.inverse(origin[0]);
        long slope = P.subtract(P.inverse(pole.inPlane(1, 0)[0]), x);
        assertThatThrownBy(() -> pole.inPlane(quotient(P.negate(x), slope), 0)).isInstanceOf(ArithmeticException.class);
        ModularEvaluation exponential = evaluation(8, "x", "exp(x)");
        assertThatThrownBy(() -> exponential.inPlane(0, 0)).isInstanceOf(ArithmeticException.class);
    }
}
