package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.Prolong;
import dev.prolong.algebra.InputForm;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.source.DiagnosticException;
import dev.prolong.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoetherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x'^2/2 - k*x^2/2 | 2",
                "x'^2/2 - g*x | 2",
                "t^2*(x'^2/2 - x^6/6) | 1",
                "(x'^2 + y'^2)/2 + k/sqrt(x^2 + y^2) | 3",
                "(x'^2 + y'^2)/2 - exp(x - y) | 3",
                "(x'^2 + y'^2)/2 - (A*x^2 + B*y^2)/2 - x^2*y - 2*y^3 | 2",
                "x'*y' - x*y | 4",
                "sqrt(1 + x'^2) | 2",
            })
    void findsTheQuantitiesOfALagrangian(String lagrangian, int independent) {
        CaseResult result = derive(lagrangian);
        assertThat(result.independentConserved()).isEqualTo(independent);
        assertThat(result.conserved()).hasSize(independent).allSatisfy(q -> {
            assertThat(q.verdict()).isInstanceOf(Verdict.Proved.class);
        });
    }

    @Test
    void theRungeLenzVectorBelongsToASymmetryLinearInTheVelocities() {
        assertThat(derive("(x'^2 + y'^2)/2 + k/sqrt(x^2 + y^2)").conserved())
                .allSatisfy(q -> assertThat(q.claim().kind()).isEqualTo(ConservedQuantity.Kind.NOETHER))
                .extracting(q -> InputForm.of(q.claim().expression()))
                .contains("x'*y*y' - x*y'^2 + k*x/sqrt(x^2 + y^2)");
    }

    @Test
    void aGaugeTermIsFound() {
        // boosts change the Lagrangian of free fall by a total derivative
        assertThat(derive("x'^2/2 - g*x").conserved().stream()
                        .map(q -> q.claim().expression())
                        .anyMatch(e -> InputForm.of(e).contains("t")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((z1 - a1)^2 + (z2 - a2)^2 + (z3 - a3)^2)/3",
                "-q1*log(exp(z1)/(exp(z1) + exp(z2) + exp(z3))) - q2*log(exp(z2)/(exp(z1) + exp(z2) + exp(z3)))"
                        + " - q3*log(exp(z3)/(exp(z1) + exp(z2) + exp(z3)))",
            })
    void lossesHaveAlgebraicEquations(String loss) {
        assertThatThrownBy(() -> Prolong.derive("states z1, z2, z3; lagrangian L = " + loss))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("the Euler-Lagrange equation of z1 is algebraic");
    }

    @Test
    void aLagrangianStandsAlone() {
        List<String> sources = List.of("lagrangian L = x'^2/2; y' = y", "lagrangian L = x''^2/2");
        sources.forEach(s -> assertThatThrownBy(() -> Prolong.derive(s)).isInstanceOf(DiagnosticException.class));
    }

    private static CaseResult derive(String lagrangian) {
        return Prolong.derive("lagrangian L = " + lagrangian).overall();
    }
}
