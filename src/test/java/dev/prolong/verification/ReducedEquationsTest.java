package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Equations in c and d, of which linear combinations with fewer terms are known; x is a parameter. */
final class ReducedEquationsTest {
    private static final Set<ISymbol> CONSTANTS = Set.of(Expr.symbol("c"), Expr.symbol("d"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c + d; c - d | c; d",
                "c + d; 2*c + 2*d | c + d",
                "c^2 + d; c^2 - d | c^2; d",
                "x*c + d; x^2*c - d | c; d",
                "c*d/x + c; c*d/x - c | c*d; c",
                "(c + x)*d; c*d + exp(c) | x*d - exp(c); c*d + exp(c)",
            })
    void haveAsFewTermsAsEliminationLeaves(String equations, String reduced) {
        List<IExpr> found = ReducedEquations.of(trees(equations), CONSTANTS, List.of());
        List<IExpr> known = trees(reduced);
        assertThat(found).hasSameSizeAs(known);
        for (IExpr e : known) {
            assertThat(found).anyMatch(f -> isMultiple(f, e));
        }
    }

    /** By a factor without constants. */
    private static boolean isMultiple(IExpr e, IExpr f) {
        IExpr ratio = NormalForm.of(Expr.divide(e, f), List.of());
        return CONSTANTS.stream().allMatch(c -> Expr.isFreeOf(ratio, c));
    }

    @Test
    void oneAloneStaysAsItIs() {
        List<IExpr> one = trees("(c + d)*(c - d)/x");
        assertThat(ReducedEquations.of(one, CONSTANTS, List.of())).isEqualTo(one);
        assertThat(ReducedEquations.of(List.of(one.get(0), one.get(0)), CONSTANTS, List.of()))
                .isEqualTo(one);
    }

    @Test
    void veryManyStayAsTheyAre() {
        List<IExpr> many = new ArrayList<>();
        for (int i = 2; i < 70; i++) {
            many.add(Read.expression("c^" + i + " + c + d"));
        }
        assertThat(ReducedEquations.of(many, CONSTANTS, List.of())).isEqualTo(many);
    }

    @Test
    void whatIsInNoFieldStaysAsItIs() {
        List<IExpr> all = trees("max(c, d) + c; max(c, d) - c");
        assertThat(ReducedEquations.of(all, CONSTANTS, List.of())).isEqualTo(all);
    }

    private static List<IExpr> trees(String equations) {
        return Stream.of(equations.split(";")).map(Read::expression).toList();
    }
}
