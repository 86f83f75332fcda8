package dev.prolong.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Parts of a space of parameters, and what is ordered on all of one. */
final class SignsTest {
    private static final ISymbol A = Expr.symbol("a");
    private static final ISymbol B = Expr.symbol("b");

    private static List<Assumption> positive(ISymbol... parameters) {
        return List.of(parameters).stream()
                .map(p -> new Assumption(p, Assumption.Relation.POSITIVE))
                .toList();
    }

    @Test
    void everyChoiceThatTheAssumptionsAdmit() {
        assertThat(Signs.of(List.of(A, B), List.of())).hasSize(4);
        assertThat(Signs.of(List.of(A, B), positive(A))).hasSize(2);
        assertThat(Signs.of(List.of(A, B), positive(A, B))).hasSize(1);
    }

    @Test
    void orderIsKnownFromSignsOrNotAtAll() {
        List<Assumption> signs = positive(A, B);
        IExpr sum = Expr.plus(A, B);
        assertThat(Signs.areOrdered(A, Expr.negate(B), signs)).isTrue();
        assertThat(Signs.areOrdered(Expr.power(sum, 2), Expr.times(sum, sum), signs))
                .isTrue();
        // a may be less than b or greater
        assertThat(Signs.areOrdered(A, B, signs)).isFalse();
        assertThat(Signs.areOrdered(A, Expr.ONE, signs)).isFalse();
    }
}
