package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Functions of x and y with a free constant c, around x = 0 or x = 1 and some y. */
final class RealNearbyTest {
    private static final DifferentialSystem SYSTEM = Read.system("parameters a; function f; y' = f(y)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(c*x + y)*y + sin(c + x)/(c + x)",
                "sqrt(c^2 + 1 + x)",
                "exp(y + (c^2 + 1 + x)^(-3/2))",
                "exp((c + x)^2)",
                "exp(1/(c^2 + 1 + x))",
                "exp(1/(x - 1 - c^2))",
                "log(c^2 + 1 + x)",
                "log(abs(x - 1 - c^2))",
                "log(c)*x",
                "(x + 1)^c",
                "coth(c^2 + 1 + x)",
                "csch(x - 1 - c^2)",
                "sign(c^2 + 1 + x)",
                "abs(x - 1 - c^2)",
                "Ei(x - 1 - c^2)",
                "tan(c*x)",
                "sec(c*x)",
                "asin(c*x) + acos(c*x) + atanh(c*x)",
                "acosh(c^2 + 2 + x)",
                "lambertw(c^2 + x)",
                "cos(c + x)*tanh(c + x)*atan(c + x)*erf(c + x)",
                "exp(f(c*x))",
                "exp(c*x)*sqrt(y)",
                "exp(c*x)*sqrt(x + 1/2)",
                "exp(c*x)/x",
                "x",
            })
    void areRealNearZeroWhateverTheConstants(String expression) {
        assertThat(areReal(expression, 0, Condition.TRUE, List.of())).isTrue();
    }

    /** For some c, or on a side of x = 0, they are not real or not smooth. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(c + x)",
                "exp(y + (c + x)^(-3/2))",
                "exp(1/(c + x))",
                "exp(1/(c*x))",
                "log(c + x)",
                "log(abs(c + x))",
                "x^c",
                "(x - 1)^c",
                "coth(c + x)",
                "csch(c + x)",
                "sign(c + x)",
                "abs(c + x)",
                "Ei(c + x)",
                "tan(c + x)",
                "sec(c + x)",
                "csc(c + x)",
                "cot(c + x)",
                "max(c + x, y)",
                "piecewise(c*x > 0: y, otherwise: x)",
                "asin(c + x)",
                "acos(c + x)",
                "atanh(c + x)",
                "acosh(c^2 + x)",
                "lambertw(c + x)",
                "sin(sqrt(c + x))",
                "exp(c*x) + sqrt(c + x)",
                "exp(c*x)*sqrt(x)",
                "exp(c*x)*sqrt(-1 - y^2)",
                "exp(c*sqrt(x - 1/2))",
                "exp(c/x)",
                "log(x - 1/2)",
            })
    void areNotKnownToBeRealNearZero(String expression) {
        assertThat(areReal(expression, 0, Condition.TRUE, List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp(c*sqrt(x - 1/2))", "x^c", "exp(c*x) + log(x)"})
    void areRealNearOne(String expression) {
        assertThat(areReal(expression, 1, Condition.TRUE, List.of())).isTrue();
    }

    /** Where cosine and tangent have a pole for some c. */
    @ParameterizedTest
    @ValueSource(strings = {"tan(c*x)", "sec(c*x)"})
    void areNotKnownToBeRealNearOne(String expression) {
        assertThat(areReal(expression, 1, Condition.TRUE, List.of())).isFalse();
    }

    @Test
    void areRealWhereTheConditionHoldsAroundTheSamePoint() {
        assertThat(areReal("exp(c*x)", 0, positive("x + 1/2"), List.of())).isTrue();
        assertThat(areReal("exp(c*x)", 0, positive("x + 1/2000"), List.of()))
                .as("on one side")
                .isFalse();
        assertThat(areReal("exp(c*x)", 0, positive("x - 1/2"), List.of())).isFalse();
        assertThat(areReal("exp(c*x)", 0, positive("y - 3"), List.of())).isTrue();
        assertThat(areReal("exp(c*x)*sqrt(2 - y)", 0, positive("y - 3"), List.of()))
                .isFalse();
        assertThat(areReal("exp(c*x)", 0, positive("y - c"), List.of()))
                .as("for y above c, not for all")
                .isFalse();
    }

    @Test
    void areRealWhereTheAssumptionsHold() {
        List<Assumption> above = List.of(new Assumption(Read.expression("a - 1"), Assumption.Relation.POSITIVE));
        assertThat(areReal("exp(c*x)*sqrt(a - 1)", 0, Condition.TRUE, above)).isTrue();
        assertThat(areReal("exp(c*x)*sqrt(1 - a)", 0, Condition.TRUE, above)).isFalse();
        assertThat(areReal("exp(c*x)*sqrt(1 - a)", 0, Condition.TRUE, List.of()))
                .isTrue();
        List<Assumption> other = List.of(new Assumption(Read.expression("b - 1"), Assumption.Relation.POSITIVE));
        assertThat(areReal("exp(c*x)", 0, Condition.TRUE, other))
                .as("on what is no parameter")
                .isTrue();
        List<Assumption> moving = List.of(new Assumption(Read.expression("y - 3"), Assumption.Relation.POSITIVE));
        assertThat(areReal("exp(c*x)*sqrt(2 - y)", 0, Condition.TRUE, moving)).isFalse();
    }

    private static boolean areReal(String expression, int x, IExpr condition, List<Assumption> assumptions) {
        DifferentialSystem system = new DifferentialSystem(
                SYSTEM.name(),
                SYSTEM.independent(),
                SYSTEM.parameters(),
                SYSTEM.functions(),
                SYSTEM.equations(),
                assumptions);
        Set<ISymbol> constants = new LinkedHashSet<>(List.of(Expr.symbol("c")));
        Map<ISymbol, IExpr> point = Map.of(Expr.symbol("x"), Expr.integer(x));
        return new RealNearby(system, constants, point)
                .areReal(List.of(Read.expression(expression, SYSTEM)), condition);
    }

    private static IExpr positive(String expression) {
        return Condition.compare(Read.expression(expression, SYSTEM), S.Greater, Expr.ZERO);
    }
}
