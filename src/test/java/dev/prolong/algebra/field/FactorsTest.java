package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements whose factors are known. */
final class FactorsTest {
    private static final String PRODUCT = "6*x^2*(y + 1)/(5*(x + y)^3)";

    private final FieldText text = new FieldText(PRODUCT, "a", "b", "k", "exp(x)");
    private final DifferentialField field = text.field();

    @Test
    void ofAProductOfPowers() {
        FieldElement e = text.element(PRODUCT);
        assertThat(field.primePowers(e))
                .isEqualTo(Map.of(text.element("x"), 2, text.element("y + 1"), 1, text.element("x + y"), -3));
        assertThat(field.factored(e))
                .isEqualTo(new DifferentialField.Factored(
                        Expr.rational(6, 5),
                        Map.of(
                                Read.expression("x"), 2,
                                Read.expression("y + 1"), 1,
                                Read.expression("x + y"), -3)));
        assertThat(field.factors(e)).containsExactlyInAnyOrderElementsOf(text.elements("x", "y + 1"));
        assertThat(field.poles(e)).isEqualTo(text.elements("x + y"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-3/7", "5/x"})
    void nothingDividesANumber(String above) {
        assertThat(field.factors(text.element(above))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "9/4", "4*x^2*(a + b)^6/(y + 1)^4", "exp(2*x)", "x^2 - 2*x*y + y^2"})
    void squaresHaveTheirRoots(String square) {
        FieldElement e = text.element(square);
        assertThat(field.squareRoot(e).map(r -> field.multiply(r, r))).contains(e);
    }

    @ParameterizedTest
    @CsvSource({"2", "-1", "-4*x^2", "x", "1/y", "x^2*y^3", "8*x^2", "x^2 + y^2"})
    void whatIsNoSquareHasNone(String e) {
        assertThat(field.squareRoot(text.element(e))).isEqualTo(Optional.empty());
    }

    /** A sum of squares and a positive number never vanishes, nor does what is assumed positive. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*(x + exp(x)*y) | a",
                "a*x + b*y | ''",
                "a*x + a*b/(x + y) | a",
                "k*(a + b)*(a^2 + 1)*x - k*(a + b)^2*y | a + b",
                "(k + a^2)*x | ''",
                "b^2*(a + 2*b)*exp(x) + a*b*(a + 2*b) | b;a + 2*b",
                "x | ''",
                "0 | ''",
            })
    void whatAllCoefficientsHaveInCommon(String e, String factors) {
        assertThat(field.constantFactors(text.element(e)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(factors.split(";"))
                        .filter(f -> !f.isEmpty())
                        .map(Read::expression)
                        .toList());
    }
}
