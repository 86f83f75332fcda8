package dev.prolong.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What is written for ε near 0 has the same values there. */
class NearStartTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol EPS = Expr.symbol("eps");
    private static final long SEED = 3;

    private static IExpr near(String expression, String speed) {
        return NearStart.of(EPS, List.of(read(speed)), List.of()).of(read(expression));
    }

    private static IExpr read(String expression) {
        DifferentialSystem system = Read.system("x' = eps*x; y' = x");
        return Read.generator("y: " + expression, system).along(Expr.symbol("y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sqrt((eps + sqrt(x))^2)          | sqrt(x)      | eps + sqrt(x)
                    sqrt((eps - sqrt(x))^2)          | sqrt(x)      | sqrt(x) - eps
                    (x^(5/2) + eps)^(2/5)            | x^(3/2)      | (x^(5/2) + eps)^(2/5)
                    ((x^2 + 1 + eps)^(1/3))^(3/2)    | x            | sqrt(x^2 + eps + 1)
                    atan(tan(eps + atan(x)))         | x            | eps + atan(x)
                    atan(tan(eps + x))               | x            | atan(tan(eps + x))
                    asin(sin(eps*x + asin(x)))       | x            | eps*x + asin(x)
                    abs(exp(eps)*sign(x))            | x            | exp(eps)
                    log(abs(exp(x + eps)*sign(x)))   | x            | x + eps
                    """)
    void writtenForTheStart(String expression, String speed, String expected) {
        assertThat(near(expression, speed)).isEqualTo(read(expected));
    }

    /** On both sides of zero, where the sign at the start decides. */
    @Test
    void hasTheSameValuesNearTheStart() {
        List<String> all = List.of(
                "sqrt((eps + x)^2)",
                "abs(x + eps)*sign(x - eps)",
                "sqrt(x^2*(1 + eps)^2)",
                "(x^2*exp(eps))^(3/2)",
                "log(abs(x)*(1 + eps)^2)",
                "sqrt((x - 2*eps*x)^2 + 4*eps*x^2)",
                "acos(cos(eps + acos(x/4)))",
                "atan(tan(eps + x))");
        SplittableRandom random = new SplittableRandom(SEED);
        for (String text : all) {
            IExpr before = read(text);
            IExpr after = near(text, "x");
            for (int i = 0; i < 20; i++) {
                double[] point = {random.nextDouble(-3, 3), random.nextDouble(-1e-3, 1e-3)};
                double expected = DoubleEvaluation.of(before, List.of(X, EPS)).at(point);
                double value = DoubleEvaluation.of(after, List.of(X, EPS)).at(point);
                assertThat(value)
                        .as(text + " -> " + InputForm.of(after) + " seed " + SEED)
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-12));
            }
        }
    }
}
