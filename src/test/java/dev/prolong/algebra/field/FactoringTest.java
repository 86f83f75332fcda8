package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

/** Polynomials with many terms: products are told from what is irreducible. */
final class FactoringTest {
    private static final List<IExpr> PARAMETERS =
            List.of(Expr.symbol("a"), Expr.symbol("b"), Expr.symbol("c"), Expr.symbol("d"));
    private static final IExpr X = Expr.symbol("x");

    /** {@code x^degree + Σ c_k x^k}, each c_k a form of degree one or two in the parameters with random coefficients. */
    private static IExpr monic(int degree, Random random) {
        List<IExpr> terms = new ArrayList<>(List.of(Expr.power(X, degree)));
        for (int k = 0; k < degree; k++) {
            for (IExpr p : PARAMETERS) {
                for (IExpr q : PARAMETERS) {
                    terms.add(Expr.times(Expr.integer(random.nextInt(9) - 4), p, q, Expr.power(X, k)));
                }
                terms.add(Expr.times(Expr.integer(1 + random.nextInt(4)), p, Expr.power(X, k)));
            }
        }
        return Expr.plus(terms);
    }

    private static int factors(IExpr e) {
        DifferentialField field = DifferentialField.of(List.of(e), Set.of(), List.of());
        return field.factored(field.element(e)).powers().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void productsHaveAsManyFactors(long seed) {
        Random random = new Random(seed);
        IExpr one = monic(2, random);
        IExpr other = monic(1, random);
        assertThat(factors(one)).isEqualTo(1);
        assertThat(factors(Expr.times(one, other))).isEqualTo(2);
        assertThat(factors(Expr.power(other, 3))).isEqualTo(3);
        assertThat(factors(Expr.times(PARAMETERS.get(0), one))).isEqualTo(2);
        assertThat(factors(Expr.times(Expr.integer(6), one, other, other))).isEqualTo(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void factorsMultiplyToWhatTheyAreFactorsOf(long seed) {
        Random random = new Random(seed);
        IExpr y = Expr.symbol("y");
        List<IExpr> factors = List.of(
                Expr.minus(X, y),
                Expr.plus(X, y),
                Expr.minus(Expr.ONE, y),
                Expr.plus(X, Expr.ONE),
                Expr.minus(y, Expr.TWO));
        for (int i = 0; i < 40; i++) {
            List<IExpr> product = new ArrayList<>(List.of(Expr.integer(random.nextBoolean() ? 3 : -1)));
            for (int k = 0; k < 3; k++) {
                product.add(Expr.power(factors.get(random.nextInt(factors.size())), 1 + random.nextInt(8)));
            }
            IExpr e = Expr.times(product);
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), List.of());
            DifferentialField.Factored found = field.factored(field.element(e));
            List<IExpr> back = new ArrayList<>(List.of(found.content()));
            found.powers().forEach((f, n) -> back.add(Expr.power(f, n)));
            assertThat(field.subtract(field.element(e), field.element(Expr.times(back)))
                            .isZero())
                    .as(e.toString())
                    .isTrue();
        }
    }

    /** So that one run names and orders things as another. */
    @Test
    void factorsComeInOneOrder() {
        FieldText text = new FieldText("x", "y", "a");
        Polynomial p = text.element("-6*y^2*x*(x - y)*(a - x)^3*(x*y + a)").numerator();
        Polynomial.Factorization found = p.factor();
        assertThat(found.factors()).isSorted().hasSize(5);
        assertThat(found.exponents()).containsExactlyInAnyOrder(1, 1, 1, 2, 3);
        assertThat(found.factors()).allMatch(f -> f.signum() > 0);
        Polynomial back = Polynomial.constant(p.variables(), found.content());
        for (int i = 0; i < found.factors().size(); i++) {
            back = back.times(found.factors().get(i).power(found.exponents().get(i)));
        }
        assertThat(back).isEqualTo(p);
    }
}
