package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What is positive because something must be real, and nothing else: {@code (|p| − p) F(± p^i q^j)} with a logarithm, a root or a power F is
 * called zero only where it is, and where one factor decides the sign it is called so.
 */
class SignsTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final ISymbol A = Expr.symbol("a");
    private static final List<IExpr> FACTORS = List.of(X, Y, Expr.minus(X, Y), Expr.plus(Expr.power(X, 3), Y));
    private static final int POINTS = 40;
    private static final int DIGITS = 20;
    private static final int COUNT = 60;

    private enum Function {
        LOGARITHM,
        SQUARE_ROOT,
        FOURTH_ROOT,
        POWER;

        IExpr of(IExpr e) {
            return switch (this) {
                case LOGARITHM -> Expr.log(e);
                case SQUARE_ROOT -> Expr.sqrt(e);
                case FOURTH_ROOT -> Expr.power(e, Expr.rational(1, 4));
                case POWER -> Expr.power(e, A);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void arePositiveWhereTheyMustBe(Function f) {
        SplittableRandom random = new SplittableRandom(f.name().length());
        int zero = 0;
        int not = 0;
        for (int i = 0; i < COUNT; i++) {
            List<IExpr> inside = new ArrayList<>();
            inside.add(random.nextInt(3) == 0 ? Expr.MINUS_ONE : Expr.TWO);
            IExpr p = FACTORS.get(random.nextInt(FACTORS.size()));
            inside.add(Expr.power(p, 1 + random.nextInt(3)));
            if (random.nextBoolean()) {
                inside.add(Expr.power(FACTORS.get(random.nextInt(FACTORS.size())), 1 + random.nextInt(2)));
            }
            IExpr e = Expr.times(Expr.minus(Expr.abs(p), p), f.of(Expr.times(inside)));
            boolean called = ZeroDecision.isZero(e, List.of());
            if (called) {
                assertThat(nonzeroPoints(e, i)).as(InputForm.of(e)).isZero();
                zero++;
            } else {
                not++;
            }
        }
        assertThat(zero).isGreaterThan(COUNT / 10);
        assertThat(not).isGreaterThan(COUNT / 10);
    }

    private static int nonzeroPoints(IExpr e, long seed) {
        SamplePoints points = new SamplePoints(Expr.symbols(e), List.of(), List.of(), seed);
        int out = 0;
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            out += NumericEvaluation.evaluate(e, point, DIGITS) instanceof Value.Real v && v.isNonZero() ? 1 : 0;
        }
        return out;
    }

    static Stream<IExpr> unsigned() {
        IExpr arcs = Expr.plus(Expr.apply(Elementary.ATAN, X), Expr.apply(Elementary.ATAN, Expr.power(X, -1)));
        return Stream.of(
                Expr.minus(Expr.exp(Expr.plus(Y, Expr.log(Expr.abs(X)))), Expr.times(X, Expr.exp(Y))),
                Expr.minus(
                        Expr.apply(Elementary.SINH, Expr.log(Expr.abs(X))),
                        Expr.times(Expr.HALF, Expr.minus(X, Expr.power(X, -1)))),
                // 0 at 1, and without slope
                Expr.apply(Elementary.ATAN, Expr.minus(Expr.apply(Elementary.SIGN, X), Expr.ONE)),
                // a constant of integration has a sign of its own
                Expr.minus(Expr.abs(arcs), arcs),
                Expr.minus(
                        Expr.apply(Elementary.ATAN, Expr.apply(Elementary.TAN, Expr.times(Expr.HALF, X))),
                        Expr.times(Expr.HALF, X)),
                Expr.minus(Expr.log(Expr.times(Expr.integer(2003), Expr.abs(X))), Expr.log(Expr.abs(X))),
                Expr.minus(Expr.apply(Elementary.SIGN, Expr.minus(X, Expr.PI)), Expr.ONE),
                Expr.minus(Expr.power(Expr.abs(X), A), Expr.power(X, A)).negate(),
                Expr.minus(Expr.sqrt(Expr.power(X, 4)), Expr.times(X, Expr.abs(X))));
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void areNotTakenForGranted(IExpr e) {
        assertThat(nonzeroPoints(e, 5) > 0 && ZeroDecision.of(e) == ZeroDecision.ZERO)
                .as(InputForm.of(e))
                .isFalse();
    }

    @Test
    void followFromAssumptions() {
        IExpr gap = Expr.minus(Expr.abs(A), A);
        assertThat(ZeroDecision.of(gap, List.of(new Assumption(A, Assumption.Relation.POSITIVE))))
                .isEqualTo(ZeroDecision.ZERO);
        assertThat(ZeroDecision.of(gap)).isEqualTo(ZeroDecision.NONZERO);
        assertThat(ZeroDecision.of(Expr.plus(Expr.abs(A), A), List.of(new Assumption(A, Assumption.Relation.POSITIVE))))
                .isEqualTo(ZeroDecision.NONZERO);
    }

    /** The relation holds on one branch; the field does not know it, and at points that the assumption admits nothing else is seen. */
    @Test
    void aValueIsSoughtWhereTheAssumptionsHold() {
        IExpr gap = Expr.minus(Expr.apply(Elementary.LAMBERTW, Expr.times(X, Expr.exp(X))), X);
        assertThat(ZeroDecision.of(gap)).isEqualTo(ZeroDecision.NONZERO);
        assertThat(ZeroDecision.of(gap, List.of(new Assumption(X, Assumption.Relation.POSITIVE))))
                .isEqualTo(ZeroDecision.UNDECIDED);
        assertThat(ZeroDecision.isZero(gap, List.of())).isFalse();
        assertThat(ZeroDecision.isZero(
                        Expr.minus(Expr.apply(Elementary.MAX, X, Y), Expr.apply(Elementary.MAX, Y, X)), List.of()))
                .isTrue();
    }
}
