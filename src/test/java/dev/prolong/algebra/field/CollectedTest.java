package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What is zero term by term: the rate of {@code u·f} along backpropagation through a network, whose common denominator is out of reach. */
final class CollectedTest {
    private static final int STATES = 3;
    private static final int HIDDEN = 5;

    private static ISymbol symbol(String name, int... indices) {
        StringBuilder out = new StringBuilder(name);
        for (int i : indices) {
            out.append(i);
        }
        return Expr.symbol(out.toString());
    }

    private static IExpr activation(int j) {
        List<IExpr> sum = new ArrayList<>(List.of(symbol("b", j)));
        for (int k = 0; k < STATES; k++) {
            sum.add(Expr.times(symbol("w", j, k), symbol("z", k)));
        }
        return Expr.divide(Expr.ONE, Expr.plus(Expr.ONE, Expr.exp(Expr.negate(Expr.plus(sum)))));
    }

    private static IExpr rightSide(int i) {
        List<IExpr> sum = new ArrayList<>();
        for (int j = 0; j < HIDDEN; j++) {
            sum.add(Expr.times(symbol("v", i, j), activation(j)));
        }
        return Expr.plus(sum);
    }

    /** {@code Σ_ik u_i ∂_k f_i f_k − u_k ∂_i f_k f_i}, the second part times a number. */
    private static IExpr rate(IExpr factor) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            for (int k = 0; k < STATES; k++) {
                terms.add(Expr.times(
                        symbol("u", i), Differentiation.derivative(rightSide(i), symbol("z", k)), rightSide(k)));
                terms.add(Expr.times(List.of(
                        Expr.negate(factor),
                        symbol("u", k),
                        Differentiation.derivative(rightSide(k), symbol("z", i)),
                        rightSide(i))));
            }
        }
        return Expr.plus(terms);
    }

    @Test
    void aLargeSumIsZero() {
        assertThat(ZeroDecision.of(rate(Expr.ONE))).isEqualTo(ZeroDecision.ZERO);
    }

    @Test
    void aLargeSumIsSurelyNotZero() {
        assertThat(ZeroDecision.of(rate(Expr.rational(2, 3)))).isEqualTo(ZeroDecision.NONZERO);
    }

    @Test
    void powersAreCollected() {
        IExpr x = symbol("x");
        IExpr y = symbol("y");
        // (x + e^y)^2 - x^2 - 2 x e^y - e^y
        IExpr e = Expr.minus(
                Expr.power(Expr.plus(x, Expr.exp(y)), Expr.integer(2)),
                Expr.plus(Expr.power(x, Expr.integer(2)), Expr.times(Expr.integer(2), x, Expr.exp(y)), Expr.exp(y)));
        assertThat(Collected.coefficients(e, 100))
                .hasSize(3)
                .filteredOn(c -> ZeroDecision.isZero(c, List.of()))
                .hasSize(2);
        assertThat(Collected.coefficients(e, 3)).containsExactly(e);
    }

    @Test
    void symbolsInFunctionsStayInTheCoefficients() {
        IExpr x = symbol("x");
        IExpr y = symbol("y");
        IExpr e = Expr.plus(Expr.times(y, Expr.exp(x)), Expr.divide(x, Expr.times(y, y)));
        assertThat(Collected.coefficients(e, 100)).hasSize(1);
    }
}
