package dev.prolong.ansatz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

final class LinearOdeTest {
    private static final ISymbol X = Expr.symbol("x");

    /** Coefficients of u, u', .. in the highest derivative; whether all solutions are free of kernels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 ; 0 | true",
                "-5 ; 2 | true",
                "1 ; 0 ; 0 | true",
                "0 ; -4 ; 0 | true",
                "-a^2 ; 0 | true",
                "-1/x^2 ; 1/x | true",
                "6/x^3 ; -6/x^2 ; 3/x | true",
                "-a^2/x^4 ; -2/x | true",
                "-1 - 2/x^2 ; 2/x | true",
                "2/x^2 ; -1 | true",
                "2 ; 4*x ; 0 | false",
                "x ; 0 | false",
                "(2*x - 1)/(4*x*(x - 1)^2) ; -1/(x - 1) | false",
                "cos(x) ; exp(x) | false",
            })
    void everyFunctionSolvesTheEquation(String coefficients, boolean closed) {
        List<IExpr> a = Arrays.stream(coefficients.split(";"))
                .map(c -> Read.expression(c.strip()))
                .toList();
        List<IExpr> u = new LinearOde(List.of(), new FreshNames(List.of("x", "a"))).fundamental(X, a, List.of(X));
        assertThat(u).hasSize(a.size()).allSatisfy(f -> {
            List<IExpr> residual = new ArrayList<>(List.of(Differentiation.derivative(f, X, a.size())));
            for (int k = 0; k < a.size(); k++) {
                residual.add(Expr.negate(Expr.times(a.get(k), Differentiation.derivative(f, X, k))));
            }
            assertThat(ZeroDecision.of(Expr.plus(residual))).isEqualTo(ZeroDecision.ZERO);
            assertThat(Expr.subtrees(f, LinearKernel::isKernel).isEmpty()).isEqualTo(closed);
        });
    }
}
