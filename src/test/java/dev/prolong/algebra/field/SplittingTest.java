package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sums {@code Σ a_k u_k}, and the conditions on the u that make them vanish. */
final class SplittingTest {
    private final FieldText text = new FieldText("a*b", "exp(x)", "exp(x*y)");
    private final DifferentialField field = text.field();

    @Test
    void oneConditionForEachFunctionOfTheCoordinates() {
        assertThat(field.split(text.elements("a*x + b*exp(x) - 2", "x", "exp(x)/y")))
                .containsExactlyInAnyOrder(
                        text.elements("a", "1", "0"),
                        text.elements("b", "0", "0"),
                        text.elements("-2", "0", "0"),
                        text.elements("0", "0", "1"));
        assertThat(field.split(text.elements("x^2*y/a", "(x^2*y + x*y^2)/b")))
                .containsExactlyInAnyOrder(text.elements("b", "a"), text.elements("0", "a"));
    }

    @Test
    void whatDoesNotMoveIsACoefficient() {
        assertThat(field.split(text.elements("a*x*y + x^2*y + b", "exp(x)*y^2"), Set.of(Expr.symbol("y"))))
                .containsExactlyInAnyOrder(
                        text.elements("a*x + x^2", "0"), text.elements("b", "0"), text.elements("0", "exp(x)"));
    }

    @Test
    void kernelsInBothMove() {
        assertThat(field.split(text.elements("x*exp(x*y)", "1"), Set.of(Expr.symbol("y"))))
                .containsExactlyInAnyOrder(text.elements("x", "0"), text.elements("0", "1"));
    }

    @Test
    void zeroHasNoCondition() {
        assertThat(field.split(text.elements("0", "0"))).isEmpty();
        assertThat(field.split(List.of())).isEmpty();
    }
}
