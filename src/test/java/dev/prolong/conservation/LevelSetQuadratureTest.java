package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

class LevelSetQuadratureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s' = -b*s*i + g*i; i' = b*s*i - g*i | s + i",
                "A1' = -k*A1*B1 + m*C1; B1' = -k*A1*B1 + m*C1; C1' = k*A1*B1 - m*C1 | B1 - A1; A1 + C1",
                "x' = y^2; y' = -x*y | x^2 + y^2",
                "u' = a*w^2; w' = -b*u*w | a*w^2 + b*u^2",
                "x' = x*(y + z); y' = y*(z - x); z' = -z*(x + y) | x + y + z; x*z/y",
                // y² = p(x), on both branches
                "x' = y*(x^2 + y^2); y' = -x*(x^2 + y^2) | x^2 + y^2",
                "x' = u; u' = (1 + u^2)/x | (1 + u^2)/x^2",
                "independent t; x'' = (1 + x'^2)/x | (1 + x'^2)/x^2",
                "x' = u; u' = -1/x^2 | u^2 - 2/x",
                "x' = u; u' = exp(x) | u^2 - 2*exp(x)",
                "x' = u; u' = 2*exp(-2*x) - 2*exp(-x) | u^2 + 2*exp(-2*x) - 4*exp(-x)",
                "x' = u; u' = sinh(x)/cosh(x)^3 | u^2 + 1/cosh(x)^2",
            })
    void theLastIntegralIsProvedAndRealForPositiveStates(String source, String known) {
        DifferentialSystem system = Read.system(source);
        List<IExpr> integrals = Arrays.stream(known.split(";"))
                .map(k -> Read.expression(k.strip(), system))
                .toList();
        IExpr last = LevelSetQuadrature.of(system, integrals).orElseThrow().expression();
        assertThat(new Verification(system).quantity(last, Optional.empty()).verdict())
                .as(InputForm.of(last))
                .isInstanceOf(Verdict.Proved.class);
        Map<ISymbol, BigDecimal> point = new HashMap<>();
        for (ISymbol s : Expr.symbols(last)) {
            point.put(s, BigDecimal.valueOf(0.3 + 0.21 * point.size()));
        }
        assertThat(NumericEvaluation.evaluate(last, point, 20)).isInstanceOf(Value.Real.class);
    }

    /** The quantity has the square root itself, not its absolute value. */
    @Test
    void aSquareRootStandsAsTheCoordinateThatItIs() {
        DifferentialSystem system = Read.system("x' = y*(x^2 + y^2); y' = -x*(x^2 + y^2)");
        IExpr last = LevelSetQuadrature.of(system, List.of(Read.expression("x^2 + y^2", system)))
                .orElseThrow()
                .expression();
        assertThat(InputForm.of(last)).isEqualTo("atan(x/y)/(x^2 + y^2) - t");
    }

    /** Where {@code I = (y'² − 1)/y²} is negative its root is imaginary, and {@code log|..|} of that would be real but not conserved. */
    @Test
    void noAbsoluteValueHidesThatARootIsNotReal() {
        DifferentialSystem system = Read.system("independent x; y'' = (y'^2 - 1)/y");
        IExpr last = LevelSetQuadrature.of(system, List.of(Read.expression("(y'^2 - 1)/y^2", system)))
                .orElseThrow()
                .expression();
        assertThat(InputForm.of(last)).doesNotContain("abs(").contains("log(");
    }

    @Test
    void nothingWhereOneIsMissingOrTimeIsIn() {
        DifferentialSystem system = Read.system("x' = y; y' = z; z' = x*y");
        assertThat(LevelSetQuadrature.of(system, List.of(Read.expression("x", system))))
                .isEmpty();
        DifferentialSystem driven = Read.system("x' = t*y; y' = -t*x");
        assertThat(LevelSetQuadrature.of(driven, List.of(Read.expression("x^2 + y^2", driven))))
                .isEmpty();
    }
}
