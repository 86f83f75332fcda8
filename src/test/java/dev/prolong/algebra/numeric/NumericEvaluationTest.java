package dev.prolong.algebra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

class NumericEvaluationTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol SV = Expr.symbol("s");

    static Stream<String> elementary() throws IOException {
        try (InputStream in = NumericEvaluationTest.class.getResourceAsStream("/numeric/elementary.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(l -> !l.startsWith("#")).toList().stream();
        }
    }

    /** The tree {@code f(x)}, not simplified. */
    private static IExpr call(String name) {
        return F.ast(new IExpr[] {X}, Elementary.byName(name).orElseThrow().head());
    }

    @ParameterizedTest
    @MethodSource("elementary")
    void elementaryFunctionsAgreeWithReference(String line) {
        String[] row = line.split("\t", -1);
        Value value = NumericEvaluation.evaluate(call(row[0]), Map.of(X, new BigDecimal(row[1])), 45);
        if (row[2].equals("undefined")) {
            assertThat(value).isInstanceOf(Value.Undefined.class);
        } else {
            assertEqual(value, new BigDecimal(row[2]), 44);
        }
    }

    private static void assertEqual(Value value, BigDecimal expected, int digits) {
        assertThat(value).isInstanceOf(Value.Real.class);
        Value.Real real = (Value.Real) value;
        BigDecimal gap = real.value().subtract(expected).abs();
        BigDecimal allowed = expected.abs().movePointLeft(digits).max(new BigDecimal("1e-300"));
        assertThat(gap).as("%s", value).isLessThanOrEqualTo(allowed);
        assertThat(gap)
                .as("the stated error bounds the true one: %s", value)
                .isLessThanOrEqualTo(
                        new BigDecimal(real.error()).add(expected.abs().movePointLeft(48)));
        if (expected.signum() != 0) {
            assertThat(real.digits()).isGreaterThanOrEqualTo(digits);
        }
    }

    @Test
    void cancellationCostsBitsNotDigits() {
        // 1 - cos(x) at 1e-20
        IExpr e = Expr.minus(Expr.ONE, Expr.apply(Elementary.COS, X));
        Value v = NumericEvaluation.evaluate(e, Map.of(X, new BigDecimal("1e-20")), 40);
        assertEqual(v, new BigDecimal("4.99999999999999999999999999999999999999995833333333333333333333e-41"), 38);
    }

    @Test
    void identitiesVanish() {
        // sinh(3x) - 3 sinh(x) - 4 sinh(x)^3
        IExpr sinh = Expr.apply(Elementary.SINH, X);
        IExpr e = Expr.plus(
                Expr.apply(Elementary.SINH, Expr.times(Expr.integer(3), X)),
                Expr.times(Expr.integer(-3), sinh),
                Expr.times(Expr.integer(-4), Expr.power(sinh, 3)));
        Value.Real v = (Value.Real) NumericEvaluation.evaluate(e, Map.of(X, new BigDecimal("2.7183")), 40);
        assertThat(v.isNonZero()).isFalse();
        assertThat(v.vanishes(40)).isTrue();
    }

    @Test
    void smallIsNotZero() {
        IExpr e = Expr.exp(Expr.times(Expr.integer(-50), X));
        assertThat(NumericEvaluation.nonZero(e, Map.of(X, BigDecimal.ONE), 30)).isPresent();
    }

    @Test
    void powers() {
        assertEqual(
                at(Expr.power(X, Expr.rational(1, 3)), "2"),
                new BigDecimal("1.2599210498948731647672106072782283505702514647015"),
                40);
        assertEqual(at(Expr.power(X, Expr.integer(-3)), "-2"), new BigDecimal("-0.125"), 40);
        assertEqual(
                at(Expr.power(X, X), "0.5"), new BigDecimal("0.7071067811865475244008443621048490392848359376885"), 40);
        assertThat(at(Expr.power(X, Expr.rational(1, 3)), "-2")).isEqualTo(new Value.Undefined(Status.NOT_REAL));
        assertThat(at(Expr.power(X, Expr.integer(-1)), "0")).isEqualTo(new Value.Undefined(Status.NOT_REAL));
        assertThat(at(Expr.exp(Expr.exp(X)), "7")).isEqualTo(new Value.Undefined(Status.OVERFLOW));
        assertThat(at(Expr.minus(X, Expr.E), "0")).matches(v -> ((Value.Real) v).isNonZero());
    }

    @Test
    void piecewiseAndExtrema() {
        IExpr relu = Expr.piecewise(
                List.of(new Expr.Branch(F.ast(new IExpr[] {X, Expr.ZERO}, S.Greater), X)),
                Expr.apply(Elementary.ABS, Expr.log(X)));
        assertEqual(at(relu, "1.5"), new BigDecimal("1.5"), 40);
        assertThat(at(relu, "-1")).isInstanceOf(Value.Undefined.class);
        IExpr max = Expr.apply(Elementary.MAX, X, Expr.power(X, 2), Expr.rational(1, 7));
        assertEqual(at(max, "0.5"), new BigDecimal("0.5"), 40);
        assertEqual(at(max, "3"), new BigDecimal("9"), 40);
    }

    @Test
    void integrals() {
        // softplus: reference by mpmath
        IExpr softplus = Expr.log(Expr.plus(Expr.ONE, Expr.exp(SV)));
        IExpr e = Expr.integral(Expr.power(softplus, -1), SV, Expr.ZERO, X);
        assertEqual(at(e, "2"), new BigDecimal("1.6485760096306314274068078478467604318644949552261"), 38);
        IExpr root = Expr.integral(Expr.power(SV, Expr.rational(-1, 2)), SV, Expr.ZERO, X);
        assertEqual(at(root, "2.25"), new BigDecimal("3"), 38);
        IExpr kink = Expr.integral(Expr.abs(SV), SV, Expr.integer(-1), X);
        assertEqual(at(kink, "0.7"), new BigDecimal("0.745"), 36);
        IExpr odd = Expr.integral(Expr.power(SV, 3), SV, Expr.negate(X), X);
        assertThat(((Value.Real) at(odd, "0.7")).isNonZero()).isFalse();
    }

    @Test
    void divergentIntegralsHaveNoValue() {
        IExpr pole = Expr.integral(Expr.power(SV, -1), SV, Expr.ZERO, X);
        assertThat(at(pole, "0.7")).isEqualTo(new Value.Undefined(Status.DIVERGENT));
        IExpr within = Expr.integral(Expr.power(Expr.minus(SV, Expr.rational(1, 3)), -1), SV, Expr.ZERO, X);
        assertThat(at(within, "0.7")).isInstanceOf(Value.Undefined.class);
        IExpr notReal = Expr.integral(Expr.log(SV), SV, Expr.integer(-1), X);
        assertThat(at(notReal, "0.7")).isEqualTo(new Value.Undefined(Status.NOT_REAL));
    }

    @Test
    void standInsHaveConsistentDerivatives() {
        ISymbol f = Expr.symbol("f");
        ISymbol y = Expr.symbol("y");
        BigDecimal h = new BigDecimal("1e-15");
        IExpr mixed = Expr.applyDerivative(f, List.of(1, 2), List.of(X, y));
        IExpr twice = Expr.applyDerivative(f, List.of(0, 2), List.of(X, y));
        BigDecimal at = new BigDecimal("0.3");
        BigDecimal up = real(twice, Map.of(X, at.add(h), y, at));
        BigDecimal down = real(twice, Map.of(X, at.subtract(h), y, at));
        BigDecimal quotient = up.subtract(down).divide(h.add(h), MathContext.DECIMAL128);
        assertThat(quotient.subtract(real(mixed, Map.of(X, at, y, at))).abs()).isLessThan(new BigDecimal("1e-24"));
    }

    @Test
    void pointsAreSeeded() {
        SamplePoints a = new SamplePoints(List.of(X), List.of(SV), List.of(), 3);
        SamplePoints b = new SamplePoints(List.of(X), List.of(SV), List.of(), 3);
        for (int i = 0; i < 12; i++) {
            assertThat(a.next()).isEqualTo(b.next());
        }
    }

    private static BigDecimal real(IExpr e, Map<ISymbol, BigDecimal> point) {
        return ((Value.Real) NumericEvaluation.evaluate(e, point, 50)).value();
    }

    private static Value at(IExpr e, String x) {
        return NumericEvaluation.evaluate(e, Map.of(X, new BigDecimal(x)), 42);
    }
}
