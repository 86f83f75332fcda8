package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** Claims in x, y and a free constant c at points. */
final class SamplingTest {
    private static final DifferentialSystem SYSTEM = Read.system("y' = 1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is claimed, its residual, its gradient
                "y | 0 | 1 | true",
                "y | (c - 2)*x | 1 | true",
                "y | (c - 3)*x | 1 | false",
                "y | (c - 2)*x + 1e-20 | 1 | false",
                "y | 0 | (c - 2)*y | false",
                "y | 0 | (c - 2)*y + 1e-20 | true",
                "log(1 - c + x - x) | 0 | 1 | false",
            })
    void holdWithAConstantWhereTheResidualVanishesAndTheContentDoesNot(
            String claimed, String residual, String gradient, boolean holds) {
        Claim claim = claim(claimed, residual, gradient);
        assertThat(sampling().holdsWith(claim, Map.of(Expr.symbol("c"), BigDecimal.valueOf(2))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is claimed, its residual, what is to be positive
                "y | x | y - 3 | true",
                "y | x | -1 - y^2 | false",
                "sqrt(2 - y) | x | y - 3 | false",
                "y | log(2 - y) | y - 3 | false",
                "y | log(y - 2) | y - 3 | true",
            })
    void areSomewhereWhereAllIsRealAndTheConditionHolds(
            String claimed, String residual, String positive, boolean somewhere) {
        IExpr condition = Condition.compare(Read.expression(positive, SYSTEM), S.Greater, Expr.ZERO);
        assertThat(sampling().isSomewhere(claim(claimed, residual, "1"), condition))
                .isEqualTo(somewhere);
    }

    private static Sampling sampling() {
        return new Sampling(SYSTEM, Verification.SEED);
    }

    private static Claim claim(String claimed, String residual, String gradient) {
        return new Claim(
                List.of(Read.expression(claimed, SYSTEM)),
                Optional.empty(),
                Set.of(Expr.symbol("c")),
                List.of(new Residual("rate", Read.expression(residual, SYSTEM))),
                List.of(Read.expression(gradient, SYSTEM)));
    }
}
