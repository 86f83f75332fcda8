package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.equation.DifferentialSystem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;

class IndependenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x; y; x*y                    | [0, 1]",
                "x^2; x; y + x                | [0, 2]",
                // with a coordinate of its own, as a summand
                "x*y; x^2*y^2; t - exp(x*y)   | [0, 2]",
                "t - log(x); x; log(x); y     | [0, 1, 3]",
                // the same twice, and a constant
                "t - x; t - x; y              | [0, 2]",
                "y - t; t; x + y              | [0, 1, 2]",
                "x - x; y                     | [1]",
            })
    void thoseIndependentOfTheOnesBefore(String quantities, String expected) {
        DifferentialSystem system = Read.system("x' = y*t; y' = x");
        List<IExpr> q = Arrays.stream(quantities.split(";"))
                .map(e -> Read.expression(e.strip(), system))
                .toList();
        assertThat(Independence.independent(system, q)).hasToString(expected);
    }
}
