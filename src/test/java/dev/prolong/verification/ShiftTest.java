package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Of the coordinates x and y, by functions of the free constants c and d. */
final class ShiftTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqrt(y + c) | sqrt(y)",
                "log(c^2 - y) | log(-y)",
                "lambertw(2*y + c - d) | lambertw(2*y)",
                "sqrt(x^2 + y + c) | sqrt(x^2 + y)",
                "atan(exp(y + c))*c | atan(exp(y))*c",
                "sqrt(y + c) + sqrt(y + d) | sqrt(y) + sqrt(y + d - c)",
                "sqrt(sqrt(y + 1) + sqrt(x + c)) | sqrt(sqrt(y + 1) + sqrt(x))",
            })
    void freesASumOfConstants(String before, String after) {
        IExpr e = Read.expression(before);
        assertThat(within(e).orElseThrow().of(e)).isEqualTo(Read.expression(after));
    }

    /** None takes the constants out of the sum, or there is nothing to take out. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sqrt(y + 1)", "sqrt(c + d)", "sqrt(c*y + 1)", "sqrt(c*y + c)", "sqrt(y^2 + c)", "sqrt(x*y + c)"
            })
    void isNotFound(String expression) {
        assertThat(within(Read.expression(expression))).isEmpty();
    }

    private static Optional<Shift> within(IExpr e) {
        return Shift.within(Set.of(e), symbols("x", "y"), symbols("c", "d"));
    }

    private static Set<ISymbol> symbols(String... names) {
        Set<ISymbol> out = new LinkedHashSet<>();
        List.of(names).forEach(n -> out.add(Expr.symbol(n)));
        return out;
    }
}
