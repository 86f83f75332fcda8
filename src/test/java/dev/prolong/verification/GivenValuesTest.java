package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Values of c that depend on d, with what is said of d. */
final class GivenValuesTest {
    private static final ISymbol C = Expr.symbol("c");
    private static final ISymbol D = Expr.symbol("d");
    private static final IExpr ONE = equal(D, Expr.ONE);

    @Test
    void takeWhatTheConditionSaysOfOtherConstants() {
        assertThat(given("2 - d").with(ONE)).isEqualTo(Condition.and(List.of(equal(C, Expr.ONE), ONE)));
        assertThat(given("2 - d").and(Map.of(D, Expr.ONE)).with(Condition.TRUE))
                .isEqualTo(Condition.and(List.of(equal(C, Expr.ONE), ONE)));
        IExpr open = equal(Read.expression("d^2 - 2"), Expr.ZERO);
        assertThat(given("2 - d").with(open))
                .isEqualTo(Condition.and(List.of(equal(C, Read.expression("2 - d")), open)));
        assertThat(GivenValues.NONE.with(open)).isEqualTo(open);
    }

    @Test
    void takeValuesThatDependOnEachOther() {
        ISymbol a = Expr.symbol("a");
        IExpr condition = equal(a, Expr.TWO);
        assertThat(given("d + a").and(Map.of(D, Read.expression("3*a"))).with(condition))
                .isEqualTo(Condition.and(List.of(equal(C, Expr.integer(8)), equal(D, Expr.integer(6)), condition)));
    }

    @Test
    void doNotExistWhereTheyWouldBeOneByZero() {
        assertThat(given("1/(d - 1)").exist(ONE, List.of())).isFalse();
        assertThat(given("d/sqrt(d^2 - 1)").exist(ONE, List.of())).isFalse();
        assertThat(given("1/(d - 1)").exist(Condition.and(List.of(equal(Expr.symbol("a"), Expr.ONE), ONE)), List.of()))
                .isFalse();
        assertThat(given("1/(d - 2)").exist(ONE, List.of())).isTrue();
        assertThat(given("(d - 1)^2").exist(ONE, List.of())).isTrue();
        assertThat(given("1/(d - 1)").exist(Condition.TRUE, List.of())).isTrue();
    }

    private static GivenValues given(String c) {
        return GivenValues.NONE.and(Map.of(C, Read.expression(c)));
    }

    private static IExpr equal(IExpr e, IExpr f) {
        return Condition.compare(e, S.Equal, f);
    }
}
