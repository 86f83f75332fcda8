package dev.prolong.algebra.field;

import static dev.prolong.algebra.Elementary.*;
import static dev.prolong.algebra.Expr.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Identities that hold, and near misses that do not. */
class ZeroDecisionTest {
    private static final ISymbol X = symbol("x");
    private static final ISymbol Y = symbol("y");
    private static final ISymbol A = symbol("a");
    private static final ISymbol B = symbol("b");

    private static IExpr f(Elementary f, IExpr x) {
        return apply(f, x);
    }

    private static IExpr n(long n) {
        return integer(n);
    }

    static Stream<Arguments> identities() {
        IExpr ax = plus(times(A, X), B);
        ISymbol g = symbol("F");
        IExpr w = f(LAMBERTW, X);
        return Stream.of(
                Arguments.of(
                        "tanh by exponentials",
                        minus(f(TANH, X), divide(minus(exp(X), exp(negate(X))), plus(exp(X), exp(negate(X)))))),
                Arguments.of("asin tanh = atan sinh", minus(f(ASIN, f(TANH, X)), f(ATAN, f(SINH, X)))),
                Arguments.of(
                        "log cosh", plus(log(f(COSH, X)), log(TWO), X, negate(log(plus(ONE, exp(times(TWO, X))))))),
                Arguments.of(
                        "sinh 3x",
                        minus(
                                f(SINH, times(n(3), X)),
                                plus(times(n(3), f(SINH, X)), times(n(4), power(f(SINH, X), 3))))),
                Arguments.of("Pythagoras", plus(power(f(SIN, ax), 2), power(f(COS, ax), 2), MINUS_ONE)),
                Arguments.of("double angle", minus(f(SIN, times(TWO, ax)), times(TWO, f(SIN, ax), f(COS, ax)))),
                Arguments.of(
                        "addition",
                        minus(
                                f(SIN, ax),
                                plus(times(f(SIN, times(A, X)), f(COS, B)), times(f(COS, times(A, X)), f(SIN, B))))),
                Arguments.of(
                        "derivative of S for cos",
                        minus(times(f(COS, ax), Differentiation.derivative(divide(f(ATANH, f(SIN, ax)), A), X)), ONE)),
                Arguments.of("exp sum", minus(exp(plus(X, Y)), times(exp(X), exp(Y)))),
                Arguments.of("half exponents", minus(power(exp(divide(X, n(2))), 2), exp(X))),
                Arguments.of("roots", minus(times(sqrt(X), sqrt(Y)), sqrt(times(X, Y)))),
                Arguments.of(
                        "root of a square of a positive", minus(sqrt(power(plus(ONE, exp(X)), 2)), plus(ONE, exp(X)))),
                Arguments.of("fourth root", minus(power(power(X, rational(1, 4)), 2), sqrt(X))),
                Arguments.of("golden", minus(power(plus(ONE, sqrt(n(5))), 2), plus(n(6), times(TWO, sqrt(n(5)))))),
                Arguments.of("lambert", minus(times(w, exp(w)), X)),
                Arguments.of(
                        "derivative of lambert", minus(times(Differentiation.derivative(w, X), plus(X, exp(w))), ONE)),
                Arguments.of(
                        "asinh log",
                        minus(
                                Differentiation.derivative(log(plus(X, sqrt(plus(ONE, power(X, 2))))), X),
                                power(plus(ONE, power(X, 2)), rational(-1, 2)))),
                Arguments.of("abs", minus(times(f(ABS, X), f(SIGN, X)), X)),
                Arguments.of("max", minus(apply(MAX, X, ZERO), divide(plus(X, f(ABS, X)), TWO))),
                Arguments.of("symbolic power", minus(power(X, plus(A, ONE)), times(X, power(X, A)))),
                Arguments.of("log of product", minus(log(times(X, Y)), plus(log(X), log(Y)))),
                Arguments.of(
                        "arbitrary",
                        minus(
                                apply(g, List.of(divide(times(TWO, Y), times(TWO, X)))),
                                apply(g, List.of(divide(Y, X))))),
                Arguments.of(
                        "arbitrary homogeneous",
                        plus(
                                times(X, Differentiation.derivative(apply(g, List.of(divide(Y, X))), X)),
                                times(Y, Differentiation.derivative(apply(g, List.of(divide(Y, X))), Y)))),
                Arguments.of(
                        "erf'",
                        minus(
                                Differentiation.derivative(f(ERF, X), X),
                                times(TWO, exp(negate(power(X, 2))), power(PI, rational(-1, 2))))),
                Arguments.of(
                        "integral'",
                        minus(
                                Differentiation.derivative(
                                        integral(log(plus(ONE, exp(symbol("s")))), symbol("s"), ZERO, ax), X),
                                times(A, log(plus(ONE, exp(ax)))))),
                Arguments.of("acos + asin", minus(plus(f(ACOS, X), f(ASIN, X)), divide(PI, n(2)))),
                Arguments.of("sech", minus(f(SECH, X), divide(n(1), f(COSH, X)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void provesIdentity(String name, IExpr zero) {
        assertThat(ZeroDecision.of(zero)).isEqualTo(ZeroDecision.ZERO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void neverProvesAPerturbedIdentity(String name, IExpr zero) {
        assertThat(ZeroDecision.of(Expr.plus(zero, times(rational(1, 1_000_000), X))))
                .isNotEqualTo(ZeroDecision.ZERO);
        assertThat(ZeroDecision.of(Expr.plus(zero, exp(n(-50))))).isNotEqualTo(ZeroDecision.ZERO);
    }

    /** Its argument's sign is not known to the engine, so a constant may hide; what matters is that it is not called false. */
    @Test
    void leavesOpenWhatItCannotDecide() {
        IExpr zero = minus(f(ASINH, X), log(plus(X, sqrt(plus(ONE, power(X, 2))))));
        assertThat(ZeroDecision.of(zero)).isEqualTo(ZeroDecision.UNDECIDED);
    }

    static Stream<Arguments> falsehoods() {
        return Stream.of(
                Arguments.of("exp(-50)", exp(n(-50))),
                Arguments.of("a exp(-50)", times(A, exp(n(-50)))),
                Arguments.of("sqrt(x^2) - x", minus(sqrt(power(X, 2)), X)),
                Arguments.of("atan(x) + atan(1/x) - pi/2", plus(f(ATAN, X), f(ATAN, power(X, -1)), divide(PI, n(-2)))),
                Arguments.of("abs(x) - x", minus(f(ABS, X), X)),
                Arguments.of("atan(tan x) - x", minus(f(ATAN, f(TAN, X)), X)),
                Arguments.of("atan(sin x/cos x) - x", minus(f(ATAN, divide(f(SIN, X), f(COS, X))), X)),
                Arguments.of("acosh(cosh x) - x", minus(f(ACOSH, f(COSH, X)), X)),
                Arguments.of(
                        "atan(x + sqrt(x^2 - 1)) - atan(sqrt(x^2 - 1))/2 - pi/4",
                        plus(
                                f(ATAN, plus(X, sqrt(plus(power(X, 2), MINUS_ONE)))),
                                times(rational(-1, 2), f(ATAN, sqrt(plus(power(X, 2), MINUS_ONE)))),
                                divide(PI, n(-4)))),
                Arguments.of("asin(sin x) - x", minus(f(ASIN, f(SIN, X)), X)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("falsehoods")
    void neverProvesFalsehood(String name, IExpr e) {
        assertThat(ZeroDecision.of(e)).isNotEqualTo(ZeroDecision.ZERO);
    }

    @Test
    void whatTakesTooMuchWorkIsNotCalledZero() {
        IExpr e = plus(power(f(SIN, X), 2), power(f(COS, X), 2), MINUS_ONE);
        assertThat(ZeroDecision.isZero(e, List.of(), 3)).isFalse();
        assertThat(ZeroDecision.isZero(e, List.of(), 10_000)).isTrue();
    }

    @Test
    void whatIsNonzeroOnlyAgainstTheAssumptionsIsNotNonzero() {
        Assumption larger = new Assumption(minus(A, B), Assumption.Relation.POSITIVE);
        IExpr rest = minus(apply(MAX, A, B), A);
        assertThat(ZeroDecision.of(rest, List.of(larger))).isNotEqualTo(ZeroDecision.NONZERO);
        assertThat(ZeroDecision.of(rest, List.of())).isEqualTo(ZeroDecision.NONZERO);
    }

    @Test
    void tooManyCasesAreUndecided() {
        IExpr sum = plus(IntStream.range(0, 20)
                .mapToObj(i -> apply(MAX, symbol("x" + i), symbol("y" + i)))
                .toList());
        assertThat(ZeroDecision.of(minus(sum, X))).isEqualTo(ZeroDecision.UNDECIDED);
    }
}
