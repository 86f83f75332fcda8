package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

/** Products of conjugates: known ones, and their zeros, which are those of any of the conjugates. */
final class RootNormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + 1 | x + 1",
                "y + sqrt(x) | y^2 - x",
                "y + z*x^(3/2) | y^2 - z^2*x^3",
                "y*sqrt(x) + z*x^(5/2) + 1 | (y*sqrt(x) + z*x^(5/2))^2 - 1",
                "1/sqrt(x) + y | 1 - x*y^2",
            })
    void ofOneRadicand(String polynomial, String norm) {
        IExpr found = norm(polynomial).orElseThrow();
        IExpr ratio = Expr.divide(found, Read.expression(norm));
        assertThat(List.of(Expr.ONE, Expr.MINUS_ONE, Expr.symbol("x")))
                .as("%s", found)
                .anyMatch(unit -> ZeroDecision.isZero(Expr.minus(ratio, unit), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 3/2 - 1/2 = 1 and 1/2 + 1/2 = 1
                "sqrt(x) + sqrt(y) - 1 | 9/4 | 1/4 | 0",
                "sqrt(x) + sqrt(y) - 1 | 1/4 | 1/4 | 0",
                "sqrt(x) + sqrt(y) - 1 | 1/4 | 1/9 | 1",
                // sqrt(2 + sqrt 4) = 2 and sqrt(6 - sqrt 4) = 2
                "sqrt(x + sqrt(y)) - 2 | 2 | 4 | 0",
                "sqrt(x + sqrt(y)) - 2 | 6 | 4 | 0",
                "sqrt(x + sqrt(y)) - 2 | 3 | 4 | 1",
            })
    void vanishesWhereOneOfTheConjugatesDoes(String polynomial, String x, String y, int signum) {
        IExpr found = norm(polynomial).orElseThrow();
        assertThat(Expr.subtrees(found, RootNorm::isRoot)).isEmpty();
        IExpr value = Expr.substitute(
                found, Map.of(Expr.symbol("x"), Read.expression(x), Expr.symbol("y"), Read.expression(y)));
        assertThat(ZeroDecision.isZero(value, List.of())).isEqualTo(signum == 0);
    }

    /** Within other functions, or too many, roots are not taken away; others than square roots are none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(sqrt(x)) - 1",
                "y + log(1 + sqrt(x))",
                "sqrt(x) + sqrt(y) + sqrt(z) + sqrt(x + 1) + sqrt(y + 1) + sqrt(z + 1)",
            })
    void isNotToBeHad(String polynomial) {
        assertThat(norm(polynomial)).isEmpty();
    }

    @Test
    void leavesOtherRadicandsAlone() {
        IExpr polynomial = Read.expression("sqrt(x) + sqrt(y)");
        IExpr norm = RootNorm.of(polynomial, p -> p.equals(Expr.symbol("x")), List.of())
                .orElseThrow();
        assertThat(norm).isIn(Read.expression("x - y"), Read.expression("y - x"));
    }

    private static Optional<IExpr> norm(String polynomial) {
        return RootNorm.of(Read.expression(polynomial), radicand -> true, List.of());
    }
}
