package dev.prolong.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.ISymbol;

/** Powers as they are written. */
class PowersTest {
    private static final ISymbol X = Expr.symbol("x");

    @Test
    void anEvenPowerHasNoAbsoluteValue() {
        assertThat(Expr.power(Expr.abs(X), 2)).isEqualTo(Expr.power(X, 2));
        assertThat(Expr.power(Expr.abs(X), -4)).isEqualTo(Expr.power(X, -4));
        assertThat(Expr.power(Expr.abs(X), 3)).isNotEqualTo(Expr.power(X, 3));
    }
}
