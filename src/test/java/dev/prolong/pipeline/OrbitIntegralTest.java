package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

/** First integrals of autonomous systems in the plane from the equation of their orbits. */
final class OrbitIntegralTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' = -y + x*y; y' = x + D*x^2 + F*y^2",
                "x' = y + 3*x*y; y' = -x + a*x^2 + b*y^2",
                "x' = y; y' = -x + a*x^2 + b*y^2",
                "x'' = x'^2*x - g*x",
                "x'' = -x'^2/x + x'*x",
            })
    void theOrbitsAreLevelSets(String source) {
        DifferentialSystem system = Read.system(source);
        IExpr found = OrbitIntegral.of(system).orElseThrow().expression();
        assertThat(Expr.isFreeOf(found, system.independent())).isTrue();
        assertThat(new Verification(system).quantity(found, Optional.empty()).verdict())
                .isInstanceOf(Verdict.Proved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' = t*y; y' = x", "x' = y; y' = z; z' = x", "x' = x^2"})
    void thereMustBeAPlane(String source) {
        assertThat(OrbitIntegral.of(Read.system(source))).isEmpty();
    }

    /** With a power whose exponent is a parameter, as such orbits have. */
    @Test
    void antiderivativesOfPowersTimesPolynomials() {
        for (String f : new String[] {"(x - 1)^(-2*a - 1)*(x + b*x^2)", "x^a*(x + 3/x)", "(2*x + b)^a*x^2"}) {
            assertThat(Antiderivative.of(Read.expression(f), Expr.symbol("x")))
                    .as(f)
                    .isPresent();
        }
    }
}
