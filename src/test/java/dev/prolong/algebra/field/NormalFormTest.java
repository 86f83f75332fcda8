package dev.prolong.algebra.field;

import static dev.prolong.algebra.Expr.abs;
import static dev.prolong.algebra.Expr.exp;
import static dev.prolong.algebra.Expr.log;
import static dev.prolong.algebra.Expr.minus;
import static dev.prolong.algebra.Expr.plus;
import static dev.prolong.algebra.Expr.power;
import static dev.prolong.algebra.Expr.rational;
import static dev.prolong.algebra.Expr.sqrt;
import static dev.prolong.algebra.Expr.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A normal form has the value of the expression wherever that is real: what a field makes of an expression is the same function. */
class NormalFormTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final ISymbol A = Expr.symbol("a");
    private static final long WORK = 500_000;
    private static final int DIGITS = 30;
    private static final int POINTS = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void ofRandomExpressions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int met = 0;
        for (int i = 0; i < 120; i++) {
            met += pointsWithTheSameValue(SoundnessTest.expression(random, 3), seed + i);
        }
        assertThat(met).isGreaterThan(300);
    }

    static Stream<IExpr> some() {
        IExpr both = plus(power(X, 2), power(Y, 2));
        return Stream.of(
                power(power(X, 2), rational(1, 4)),
                power(power(times(X, Y), 2), rational(1, 6)),
                power(times(power(X, 4), power(Y, 2)), rational(1, 6)),
                power(times(power(X, 6), power(Y, -2)), rational(1, 4)),
                sqrt(times(power(X, 4), power(minus(Y, X), 2))),
                sqrt(times(X, power(Y, 3))),
                power(times(X, power(Y, -1)), rational(2, 3)),
                exp(plus(Y, log(abs(X)))),
                exp(plus(Y, times(Expr.TWO, log(X)))),
                times(power(abs(X), A), power(X, Expr.TWO)),
                exp(times(A, log(abs(minus(X, Y))))),
                Expr.apply(Elementary.SINH, log(abs(X))),
                times(Expr.apply(Elementary.SIN, X), Expr.apply(Elementary.TAN, times(Expr.integer(3), X))),
                power(X, plus(A, rational(1, 2))),
                log(times(Expr.E, both)),
                log(times(Expr.integer(2003), X)),
                log(plus(X, sqrt(plus(Expr.ONE, power(X, 2))))),
                log(times(Expr.MINUS_ONE, power(X, 3), power(Y, 2))),
                Expr.divide(Expr.ONE, plus(sqrt(X), Y)),
                Expr.divide(X, plus(power(X, rational(1, 3)), Expr.ONE)),
                Expr.divide(Expr.ONE, plus(abs(X), Y)));
    }

    @ParameterizedTest
    @MethodSource("some")
    void ofRootsPowersAndLogarithms(IExpr e) {
        assertThat(pointsWithTheSameValue(e, 7)).isGreaterThan(POINTS / 4);
    }

    /** At how many points both are real; there they must agree. */
    static int pointsWithTheSameValue(IExpr e, long seed) {
        Optional<IExpr> normal = normal(e);
        int met = 0;
        SamplePoints points = new SamplePoints(Expr.symbols(e), List.of(), List.of(), seed);
        for (int i = 0; i < POINTS && normal.isPresent(); i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (NumericEvaluation.evaluate(e, point, DIGITS) instanceof Value.Real
                    && NumericEvaluation.evaluate(minus(e, normal.get()), point, DIGITS) instanceof Value.Real gap) {
                assertThat(gap.isNonZero() && !gap.vanishes(DIGITS))
                        .as("%s made %s at %s", InputForm.of(e), InputForm.of(normal.get()), point)
                        .isFalse();
                met++;
            }
        }
        return met;
    }

    private static Optional<IExpr> normal(IExpr e) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), List.of(), WORK);
            return Optional.of(field.tree(field.element(e)));
        } catch (NotSmoothException | ArithmeticException | WorkLimitException none) {
            return Optional.empty();
        }
    }
}
