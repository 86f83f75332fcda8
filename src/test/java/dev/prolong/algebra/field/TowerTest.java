package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
}
