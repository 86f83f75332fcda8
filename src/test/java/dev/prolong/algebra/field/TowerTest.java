package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which functions of x and y are known to be smooth on the whole plane; k is positive, a is any number. */
final class TowerTest {
    private static boolean isSmooth(String function) {
        FieldText text = new FieldText(function);
        return text.field().tower().isSmooth(text.element(function));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*x*y^2 - x + pi",
                "x/(x^2 + y^2 + 1)",
                "x/(k + a^2)",
                "exp(x*y) - exp(-x)",
                "y/(2 + exp(x))",
                "sin(x)",
                "sin(x)*cos(3*y) + x",
                "exp(sin(x + y))",
                "sqrt(x^2 + 1)",
                "y/sqrt(x^2 + k)",
                "log(x^2 + 2)",
                "log(exp(x) + 1)",
                "atan(x*y)",
                "asinh(x)/(1 + y^2)",
                "erf(x + sin(y))",
                "atan(sqrt(1 + y^2))",
                "(x^2 + 1)^(1/3)",
                "asin(x/sqrt(x^2 + 1))",
            })
    void whatIsSmoothIsSeenToBe(String function) {
        assertThat(isSmooth(function)).isTrue();
    }

    /** Real on a half plane or a strip, which is in one piece. */
    @ParameterizedTest
    @ValueSource(strings = {"sqrt(x)", "log(x)", "atan(sqrt(x))", "asin(x)", "asin(x - 2*y + 1)"})
    void whatIsSmoothWhereItIsReal(String function) {
        assertThat(isSmooth(function)).isTrue();
    }

    /** Each has a pole, a kink or an edge somewhere in the plane. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/x",
                "x/(y - 1)",
                "1/(x^2 + y^2)",
                "1/(x^2 + 2*x)",
                "1/(exp(x) - 1)",
                "x/(a + 1)",
                "tan(x)",
                "1/sin(x)",
                "tan(y/2)^3/(1 + tan(y/2)^2)",
                "tan(y/2)^2/(1 + x^2*tan(y/2)^2)",
                "1/(1 + x^2*tan(y/2)^2)",
                "exp(1/x)",
                "exp(tan(x))",
                "sqrt(x^2 + y)",
                "y*sqrt(x^2)",
                "sqrt(1 + tan(x/2))",
                "sqrt(1 + 1/x^2)",
                "x^(1/3)",
                "log(x^2)",
                "log(abs(x - y))",
                "log(1 + 1/x^2)",
                "atan(1/x)",
                "atan(tan(x))",
                "asin(1/x)",
                "asin(x^2 - 2)",
                "asin(x + exp(y))",
                "acosh(x^2 + 1)",
                "Ei(x)",
                "sign(x)",
                "abs(x)*y",
                "erf(1/y)",
            })
    void whatIsNotSmoothIsNotSaidToBe(String function) {
        assertThat(isSmooth(function)).isFalse();
    }

    /** Of x and y; a is a constant, and so is what may be another number on another piece of the plane. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a^2 + pi | true",
                "exp(a) | true",
                "x | false",
                "a*y | false",
                "exp(a*x) | false",
                "atan(x) + atan(1/x) | true",
                "log(abs(a)) + sqrt(a^2 + 1) | true",
            })
    void whatIsConstantInTheCoordinates(String function, boolean constant) {
        FieldText text = new FieldText(function);
        assertThat(text.field().isConstant(text.element(function))).isEqualTo(constant);
    }

    @Test
    void coordinatesMove() {
        Tower tower = new FieldText("a*x").field().tower();
        assertThat(tower.isCoordinate(Expr.symbol("x"))).isTrue();
        assertThat(tower.isCoordinate(Expr.symbol("a"))).isFalse();
        assertThat(tower.moves(Expr.symbol("x"))).isTrue();
        assertThat(tower.moves(Expr.symbol("a"))).isFalse();
    }

    @Test
    void withoutCoordinatesAllSymbolsMove() {
        DifferentialField field = DifferentialField.of(List.of(Expr.symbol("a")), Set.of(), List.of());
        FieldElement a = field.element(Expr.symbol("a"));
        assertThat(field.isConstant(a)).isFalse();
        assertThat(field.tower().isCoordinate(Expr.symbol("a"))).isFalse();
        assertThat(field.tower().room()).isEqualTo(a.numerator().variables());
    }

    /** Roots of products with a factor in common: {@code √(xy) √(xz) = |x| √(yz)} is a relation that the field does not look for. */
    @ParameterizedTest
    @CsvSource({
        "sqrt(x*y) + sqrt(x*z), false",
        "sqrt(x*y) + z, true",
        "(x*y)^(1/4), false",
        "sqrt(x + y) + sqrt(x), true"
    })
    void whetherRelationsMayHide(String function, boolean decisive) {
        assertThat(new FieldText(function).field().isDecisive()).isEqualTo(decisive);
    }

    /** A cube root has the sign of its radicand. */
    @ParameterizedTest
    @CsvSource({"(x + y)^(1/3), false", "(x + y)^(1/2), true", "exp(x), true", "x, false", "pi*x^2 + 1, true"})
    void whatIsPositive(String function, boolean positive) {
        FieldText text = new FieldText(function);
        assertThat(text.field().tower().isPositive(text.element(function).numerator()))
                .isEqualTo(positive);
    }
}
