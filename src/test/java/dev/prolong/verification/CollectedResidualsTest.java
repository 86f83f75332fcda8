package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.ISymbol;

/** Residuals in t, x, y with free constants c, d: what stands mixed with them, and whether functions are surely independent. */
final class CollectedResidualsTest {
    private static final DifferentialSystem SYSTEM = Read.system("parameters k; x' = 1; y' = 1");
    private static final Set<ISymbol> CONSTANTS = Set.of(Expr.symbol("c"), Expr.symbol("d"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c*sqrt(x) + d*y",
                "c*sqrt(x) + d*x^(3/2)",
                "c*sqrt(x) + d*y^(1/3)",
                "c*lambertw(x) + d",
                "c*lambertw(x^2 + 3*y) + d*sqrt(x^3 + 1)",
                "c*lambertw(1/(x*y)) + d",
                "c*exp(x) + d*tan(x + c)",
                "c*x*exp(d + x*y)",
                // the exponential never vanishes
                "c*x*exp(c*x) + y*exp(c*x)",
                // with y for y + c
                "sqrt(y + c)*x + d",
                "log(2*y + c)*x + log(k*x + d^2)*y + sqrt(t + c*d)",
            })
    void vanishOnlyWhereTheCoefficientsDo(String residual) {
        assertThat(collected(residual).necessary()).isTrue();
    }

    /** Of each there are values of the constants for which it vanishes on a part of the plane, or functions not known to differ. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "c*x^(1/2) + d*x^(1/3)",
                "c*lambertw(x*exp(x)) - d*x",
                "c*lambertw(log(x)*x) - d*log(x)",
                "c*lambertw(x^y) + d",
                "c*lambertw(x) + d*lambertw(y)",
                "c*integral(exp(-s^2), s, 0, x) + d",
            })
    void mayVanishElsewhereTooByRelationsThatNobodyLookedFor(String residual) {
        CollectedResiduals collected = collected(residual);
        assertThat(collected.independent()).isFalse();
        assertThat(collected.necessary()).isFalse();
        assertThat(collected.doubt()).isEqualTo("functions in it may depend on each other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(c*x) - y | exp(c*x)",
                "tan(c*x + d) - y | tan(c*x + d)",
                "x^c*y + d | x^c",
                "y^(c + x*y)*x + d | y^(c + x*y)",
                "sqrt(x + c)*exp(d*y) + d | sqrt(x + c);exp(d*y)",
                "exp(c*x*y)*sqrt(x*y + c) + 1 | exp(c*x*y);sqrt(x*y + c)",
                "(d + exp(c*y))^2 + x | exp(c*y);exp(2*c*y)",
            })
    void holdFunctionsThatSpecialConstantsMayMakeOthers(String residual, String mixed) {
        CollectedResiduals collected = collected(residual);
        assertThat(collected.mixed())
                .containsExactlyInAnyOrderElementsOf(Stream.of(mixed.split(";"))
                        .map(e -> Read.expression(e, SYSTEM))
                        .toList());
        assertThat(collected.necessary()).isFalse();
        assertThat(collected.doubt()).isEqualTo("for some constants functions in it may be others than for most");
    }

    /** {@code sin c}, by the tangent of {@code c/2}, has no value at pi in that form. */
    @Test
    void anglesOfConstantsAreNoCoefficientsForAllOfThem() {
        assertThat(collected("sin(c)*x + d").independent()).isFalse();
        assertThat(collected("sin(k)*x + d").independent()).isTrue();
    }

    @Test
    void ofZeroNothingIsCollected() {
        CollectedResiduals nothing =
                CollectedResiduals.of(List.of(Expr.ZERO), SYSTEM, CONSTANTS).orElseThrow();
        assertThat(nothing.coefficients()).isEmpty();
        assertThat(nothing.necessary()).isTrue();
    }

    private static CollectedResiduals collected(String residual) {
        return CollectedResiduals.of(List.of(Read.expression(residual, SYSTEM)), SYSTEM, CONSTANTS)
                .orElseThrow();
    }
}
