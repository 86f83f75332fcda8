package dev.prolong.ansatz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Fundamental systems of linear systems whose coefficients depend on the independent variable. */
class AdjointSystemTest {
    private static final ISymbol T = Expr.symbol("t");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Airy, Bessel, and coefficients that no named function belongs to
                "x' = y; y' = t*x",
                "x' = y; y' = -y/t - (1 - n^2/t^2)*x",
                "x' = y/t; y' = x + t*y",
                "function w; x' = y; y' = -w(t)*x",
                // triangular, with closed forms and with kernels that have a source
                "x' = t*x; y' = x + y/t",
                "x' = t*x; y' = x + y; z' = y + z/t",
                "x' = t*y; y' = x; z' = x + z/t",
                "x' = y; y' = t*x; z' = w; w' = t*z + x",
                // of order three
                "x' = y; y' = z; z' = t*x + y",
                // a coordinate determines the others, the other does not
                "x' = t*x; y' = t*x + y",
                "x' = sin(t)*y; y' = -sin(t)*x"
            })
    void asManySolutionsAsStates(String source) {
        DifferentialSystem system = Read.system(source);
        List<List<IExpr>> a = coefficients(system);
        List<List<IExpr>> solutions =
                AdjointSystem.solutions(T, a, system.assumptions(), KernelSupply.avoiding(system));
        assertThat(solutions).hasSameSizeAs(system.states());
        for (List<IExpr> p : solutions) {
            for (int i = 0; i < p.size(); i++) {
                List<IExpr> terms = new ArrayList<>(List.of(Differentiation.derivative(p.get(i), T)));
                for (int j = 0; j < p.size(); j++) {
                    terms.add(Expr.times(a.get(j).get(i), p.get(j)));
                }
                assertThat(ZeroDecision.isZero(Expr.plus(terms), system.assumptions()))
                        .as(InputForm.of(p.get(i)))
                        .isTrue();
            }
        }
    }

    /** A block of four states would have a long equation. */
    @Test
    void largeBlocksAreLeft() {
        DifferentialSystem system = Read.system("x' = y; y' = z; z' = w; w' = t*x + y");
        assertThat(AdjointSystem.solutions(T, coefficients(system), List.of(), KernelSupply.avoiding(system)))
                .isEmpty();
    }

    private static List<List<IExpr>> coefficients(DifferentialSystem system) {
        List<List<IExpr>> out = new ArrayList<>();
        for (IExpr rhs : system.rightSides()) {
            out.add(system.states().stream()
                    .map(x -> Differentiation.derivative(rhs, x))
                    .toList());
        }
        return out;
    }
}
