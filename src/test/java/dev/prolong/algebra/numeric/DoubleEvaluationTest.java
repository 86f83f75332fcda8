package dev.prolong.algebra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

class DoubleEvaluationTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final double[] POINTS = {-3.7, -0.6, -0.2, 0.3, 0.8, 1.9, 3.1};

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void agreesWithBalls(Elementary f) {
        IExpr[] arguments = f.variadic() ? new IExpr[] {X, Expr.rational(1, 3)} : new IExpr[] {X};
        agree(F.ast(arguments, f.head()));
    }

    @Test
    void composedTreesAgree() {
        IExpr sine = Expr.apply(Elementary.SIN, X);
        agree(Expr.plus(Expr.power(X, -3), Expr.times(Expr.PI, sine), Expr.E, Expr.rational(-1, 3)));
        agree(Expr.power(X, Expr.rational(2, 3)));
        agree(Expr.power(Expr.plus(Expr.ONE, Expr.power(X, 2)), sine));
        agree(Expr.applyDerivative(Expr.symbol("f"), List.of(2), List.of(X)));
        agree(Expr.integral(Expr.exp(Expr.power(X, 2)), X, Expr.ZERO, sine));
        IExpr inside = F.ast(
                new IExpr[] {F.ast(new IExpr[] {X, Expr.ONE}, S.Less), F.ast(new IExpr[] {X, Expr.MINUS_ONE}, S.Greater)
                },
                S.And);
        agree(Expr.piecewise(List.of(new Expr.Branch(inside, Expr.log(X))), Expr.exp(X)));
    }

    private static void agree(IExpr e) {
        DoubleEvaluation fast = DoubleEvaluation.of(e, List.of(X));
        for (double x : POINTS) {
            Value value = NumericEvaluation.evaluate(e, Map.of(X, BigDecimal.valueOf(x)), 20);
            if (value instanceof Value.Real real) {
                double expected = real.value().doubleValue();
                assertThat(fast.at(x))
                        .as("%s at %s", e, x)
                        .isCloseTo(expected, Offset.offset(1e-8 * (1 + Math.abs(expected))));
            } else {
                assertThat(fast.at(x)).as("%s at %s", e, x).isNaN();
            }
        }
    }
}
