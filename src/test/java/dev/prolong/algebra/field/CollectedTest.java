package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** {@code ∂f_i/∂z_k} by the derivative {@code s (1 - s)} of an activation. */
    private static IExpr slope(int i, int k) {
        List<IExpr> sum = new ArrayList<>();
        for (int j = 0; j < HIDDEN; j++) {
            IExpr s = activation(j);
            sum.add(Expr.times(List.of(symbol("v", i, j), symbol("w", j, k), s, Expr.minus(Expr.ONE, s))));
        }
        return Expr.plus(sum);
    }

    /** {@code Σ_ik u_i ∂_k f_i f_k − u_k ∂_i f_k f_i}, the second part times a number and with its derivatives in the other form. */
    private static IExpr rate(IExpr factor) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            for (int k = 0; k < STATES; k++) {
                terms.add(Expr.times(
                        symbol("u", i), Differentiation.derivative(rightSide(i), symbol("z", k)), rightSide(k)));
                terms.add(Expr.times(List.of(Expr.negate(factor), symbol("u", k), slope(k, i), rightSide(i))));
            }
        }
        return Expr.plus(terms);
    }

    @Test
    void aLargeSumIsZero() {
        IExpr e = rate(Expr.ONE);
        assertThat(e.leafCount()).isGreaterThan(1000);
        assertThat(Collected.coefficients(e)).hasSizeGreaterThan(100);
        assertThat(ZeroDecision.of(e)).isEqualTo(ZeroDecision.ZERO);
    }

    @Test
    void aLargeSumIsSurelyNotZero() {
        assertThat(ZeroDecision.of(rate(Expr.rational(2, 3)))).isEqualTo(ZeroDecision.NONZERO);
    }

    /** Most of its coefficients vanish. */
    @Test
    void oneCoefficientThatDoesNotVanishIsEnough() {
        IExpr e = Expr.plus(rate(Expr.ONE), Expr.times(symbol("u", 0), activation(0)));
        assertThat(ZeroDecision.of(e)).isEqualTo(ZeroDecision.NONZERO);
    }

    @Test
    void powersAreCollected() {
        IExpr x = symbol("x");
        IExpr y = symbol("y");
        // (x + e^y)^2 - x^2 - 2 x e^y - e^y
        IExpr e = Expr.minus(
                Expr.power(Expr.plus(x, Expr.exp(y)), Expr.integer(2)),
                Expr.plus(Expr.power(x, Expr.integer(2)), Expr.times(Expr.integer(2), x, Expr.exp(y)), Expr.exp(y)));
        assertThat(Collected.coefficients(e)).hasSize(1).noneMatch(c -> ZeroDecision.isZero(c, List.of()));
        // (x + e^y)^100: too large
        IExpr large = Expr.power(Expr.plus(x, Expr.exp(y)), Expr.integer(100));
        assertThat(Collected.coefficients(large)).containsExactly(large);
    }

    @Test
    void symbolsInFunctionsStayInTheCoefficients() {
        IExpr x = symbol("x");
        IExpr y = symbol("y");
        IExpr e = Expr.plus(Expr.times(y, Expr.exp(x)), Expr.divide(x, Expr.times(y, y)));
        assertThat(Collected.coefficients(e)).hasSize(1);
    }

    /** y stands in a function within a power, and outside of it too. */
    @Test
    void functionsInPowersAreFound() {
        IExpr x = symbol("x");
        IExpr y = symbol("y");
        IExpr square = Expr.power(Expr.plus(x, Expr.exp(y)), 2);
        assertThat(Collected.coefficients(Expr.times(y, square)))
                .containsExactlyInAnyOrder(
                        y, Expr.times(Expr.TWO, y, Expr.exp(y)), Expr.times(y, Expr.exp(Expr.times(Expr.TWO, y))));
    }

    /** {@code (e^x + sin y + 1)^8} less the same from its square. */
    private static IExpr zero(int k, IExpr factor) {
        IExpr a = Expr.exp(symbol("x", k));
        IExpr b = Expr.plus(Expr.apply(Elementary.SIN, symbol("y", k)), Expr.ONE);
        IExpr square = Expr.plus(Expr.power(a, 2), Expr.times(factor, a, b), Expr.power(b, 2));
        return Expr.minus(Expr.power(Expr.plus(a, b), 8), Expr.power(square, 4));
    }

    @Test
    void whatIsTooMuchForOneFieldIsDecidedPartByPart() {
        long work = 1;
        while (!ZeroDecision.isZero(zero(0, Expr.TWO), List.of(), work)) {
            work *= 2;
        }
        List<IExpr> parts = new ArrayList<>();
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            parts.add(zero(k, Expr.TWO));
            terms.add(Expr.times(symbol("s", k), parts.get(k)));
        }
        long limit = work;
        assertThatThrownBy(() -> DifferentialField.of(parts, Set.of(), List.of(), limit))
                .isInstanceOf(WorkLimitException.class);
        assertThat(ZeroDecision.isZero(Expr.plus(terms), List.of(), limit)).isTrue();
        terms.set(19, Expr.times(symbol("s", 19), zero(19, Expr.integer(3))));
        assertThat(ZeroDecision.isZero(Expr.plus(terms), List.of(), limit)).isFalse();
        assertThat(ZeroDecision.of(Expr.plus(terms))).isEqualTo(ZeroDecision.NONZERO);
    }
}
