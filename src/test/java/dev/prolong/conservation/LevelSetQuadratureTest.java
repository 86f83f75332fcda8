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
import java.util.ArrayList;
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
        IExpr last = LevelSetQuadrature.of(system, integrals).get(0).expression();
        assertThat(new Verification(system).quantity(last, Optional.empty()).verdict())
                .as(InputForm.of(last))
                .isInstanceOf(Verdict.Proved.class);
        Map<ISymbol, BigDecimal> point = new HashMap<>();
        for (ISymbol s : Expr.symbols(last)) {
            point.put(s, BigDecimal.valueOf(0.3 + 0.21 * point.size()));
        }
        assertThat(NumericEvaluation.evaluate(last, point, 20)).isInstanceOf(Value.Real.class);
    }

    /** Coordinates along which no velocity changes are quadratures like t. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the angle: a straight line, an oscillator, Kepler, the sphere, the cone, the hyperbolic plane
                "2 | r' = u; f' = w; u' = r*w^2; w' = -2*u*w/r | w*r^2; u^2 + r^2*w^2",
                "2 | r' = u; f' = w; u' = r*w^2 - r; w' = -2*u*w/r | w*r^2; u^2 + r^2*w^2 + r^2",
                "2 | r' = p; f' = q/r^2; p' = q^2/r^3 - k/r^2; q' = 0 | q; p^2 + q^2/r^2 - 2*k/r",
                "2 | h' = p; f' = q/sin(h)^2; p' = q^2*cos(h)/sin(h)^3; q' = 0 | q; p^2 + q^2/sin(h)^2",
                "2 | h' = p; f' = q/sinh(h)^2; p' = q^2*cosh(h)/sinh(h)^3; q' = 0 | q; p^2 + q^2/sinh(h)^2",
                // a common translation, where y² + b y = c
                "2 | q' = u; r' = v; u' = -exp(q - r); v' = exp(q - r) | u + v; u*v - exp(q - r)",
                // a direction that depends on a parameter
                "2 | x' = u; y' = v; u' = exp(x - a*y); v' = -a*exp(x - a*y) | a*u + v; u^2 + v^2 - 2*exp(x - a*y)",
            })
    void ignorableCoordinatesAreQuadraturesToo(int expected, String source, String known) {
        DifferentialSystem system = Read.system(source);
        List<IExpr> integrals = new ArrayList<>(Arrays.stream(known.split(";"))
                .map(k -> Read.expression(k.strip(), system))
                .toList());
        List<IExpr> more = LevelSetQuadrature.of(system, integrals).stream()
                .map(ConservedQuantity::expression)
                .toList();
        assertThat(more)
                .hasSize(expected)
                .allSatisfy(q -> assertThat(new Verification(system)
                                .quantity(q, Optional.empty())
                                .verdict())
                        .as(InputForm.of(q))
                        .isInstanceOf(Verdict.Proved.class));
        integrals.addAll(more);
        assertThat(Independence.independent(system, integrals)).hasSameSizeAs(integrals);
    }

    /** The quantity has the square root itself, not its absolute value. */
    @Test
    void aSquareRootStandsAsTheCoordinateThatItIs() {
        DifferentialSystem system = Read.system("x' = y*(x^2 + y^2); y' = -x*(x^2 + y^2)");
        IExpr last = LevelSetQuadrature.of(system, List.of(Read.expression("x^2 + y^2", system)))
                .get(0)
                .expression();
        assertThat(InputForm.of(last)).isEqualTo("atan(x/y)/(x^2 + y^2) - t");
    }

    /** Where {@code I = (y'² − 1)/y²} is negative its root is imaginary, and {@code log|..|} of that would be real but not conserved. */
    @Test
    void noAbsoluteValueHidesThatARootIsNotReal() {
        DifferentialSystem system = Read.system("independent x; y'' = (y'^2 - 1)/y");
        IExpr last = LevelSetQuadrature.of(system, List.of(Read.expression("(y'^2 - 1)/y^2", system)))
                .get(0)
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
