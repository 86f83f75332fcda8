package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of fractions with one factor for all. */
final class DenominatorsTest {
    private final FieldText text = new FieldText("x", "y");
    private final DifferentialField field = text.field();

    @Test
    void theLeastFactorThatClears() {
        assertThat(field.withoutDenominators(text.elements("x/(y*(y + 1))", "1/y", "3/(2*y^2)")))
                .isEqualTo(text.elements("2*x*y", "2*y*(y + 1)", "3*(y + 1)"));
        List<FieldElement> polynomials = text.elements("2*x", "4*y", "0");
        assertThat(field.withoutDenominators(polynomials)).isEqualTo(polynomials);
    }

    @Test
    void withoutACommonFactor() {
        assertThat(field.primitive(text.elements("x^2/y", "2*x/(y + 1)", "0")))
                .isEqualTo(text.elements("x*(y + 1)", "2*y", "0"));
        assertThat(field.primitive(text.elements("6*x", "4*x*y"))).isEqualTo(text.elements("3", "2*y"));
    }

    @Test
    void withoutACommonNumber() {
        assertThat(field.integral(text.elements("4*x/y", "6*x^2/5"))).isEqualTo(text.elements("10*x", "3*x^2*y"));
        assertThat(field.integral(text.elements("6*x - 9*y", "0"))).isEqualTo(text.elements("2*x - 3*y", "0"));
    }

    @Test
    void zerosStay() {
        List<FieldElement> zeros = text.elements("0", "0");
        assertThat(field.primitive(zeros)).isEqualTo(zeros);
        assertThat(field.integral(zeros)).isEqualTo(zeros);
        assertThat(field.withoutDenominators(List.of())).isEmpty();
    }
}
