package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.verification.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equations whose integrating factor has no integral in the state that is written with elementary functions of both variables. */
class CanonicalCoordinatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "y' = (x + 2*y)/(3*x + y)",
                "y' = (x + y)/(x + 2*y)",
                "y' = (x + 2*y + 1)/(3*x + y + 3)",
                "parameters a, b, c, d; y' = (a*x + b*y)/(c*x + d*y)",
                "y' = (x^3 + y^3 + x*y^2)/(x^2*y + x^3)",
                "y' = y/x + sin(y/x)*cos(y/x)^2",
                "y' = 2*y/x + x*cos(y/x^2)^3"
            })
    void giveAProvedFirstIntegral(String equation) {
        DerivationResult result = Prolong.derive("independent x; states y; " + equation, Options.DEFAULT);
        assertThat(result.overall().conserved())
                .isNotEmpty()
                .allSatisfy(q -> assertThat(q.verdict()).isInstanceOf(Verdict.Proved.class))
                .anySatisfy(q -> assertThat(q.claim().kind()).isEqualTo(ConservedQuantity.Kind.FIRST_INTEGRAL));
    }
}
