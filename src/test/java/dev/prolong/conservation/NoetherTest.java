package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.Prolong;
import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.source.DiagnosticException;
import dev.prolong.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

final class NoetherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x'^2/2 - k*x^2/2 | 2",
                "x'^2/2 - g*x | 2",
                "t^2*(x'^2/2 - x^6/6) | 1",
                "(x'^2 + y'^2)/2 + k/sqrt(x^2 + y^2) | 3",
                "(x'^2 + y'^2)/2 - exp(x - y) | 4",
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

    private static final String MEAN_SQUARE = "((z1 - a1)^2 + (z2 - a2)^2 + (z3 - a3)^2)/3";
    private static final String CROSS_ENTROPY = "-(exp(a1)*log(exp(z1)/(exp(z1) + exp(z2) + exp(z3)))"
            + " + exp(a2)*log(exp(z2)/(exp(z1) + exp(z2) + exp(z3)))"
            + " + exp(a3)*log(exp(z3)/(exp(z1) + exp(z2) + exp(z3))))/(exp(a1) + exp(a2) + exp(a3))";

    /** Their equations hold at the target; the quantity of the theorem is not conserved along any motion or along a network's. */
    @ParameterizedTest
    @ValueSource(strings = {MEAN_SQUARE, CROSS_ENTROPY})
    void lossesHaveAlgebraicEquations(String text) {
        String network = "; z1' = cos(b*z1 + c); z2' = cos(b*z2 + c); z3' = cos(b*z3 + c)";
        for (String motion : List.of("", network)) {
            DerivationResult result = Prolong.derive("states z1, z2, z3; lagrangian L = " + text + motion);
            assertThat(result.limits()).isEmpty();
            assertThat(result.overall().independentConserved()).isEqualTo(motion.isEmpty() ? 0 : 3);
            assertThat(result.overall().conserved())
                    .filteredOn(q -> q.claim().kind() == ConservedQuantity.Kind.NOETHER)
                    .singleElement()
                    .satisfies(q -> {
                        assertThat(q.verdict()).isInstanceOf(Verdict.Refuted.class);
                        assertThat(q.claim().note()).contains("equations are algebraic", "is constant there");
                    });
            Loss loss = Loss.of(Read.expression(text, result.system()), result.system())
                    .orElseThrow();
            assertThat(loss.equations()).hasSize(3);
            for (IExpr e : loss.equations()) {
                IExpr there = e;
                IExpr elsewhere = e;
                for (int i = 1; i <= 3; i++) {
                    ISymbol z = Expr.symbol("z" + i);
                    there = Expr.substitute(there, z, Expr.symbol("a" + i));
                    elsewhere = Expr.substitute(elsewhere, z, Expr.integer((long) i * i));
                }
                assertThat(ZeroDecision.of(there, List.of())).isEqualTo(ZeroDecision.ZERO);
                assertThat(ZeroDecision.of(elsewhere, List.of())).isEqualTo(ZeroDecision.NONZERO);
            }
        }
    }

    /** Where the sign of k is not known the symmetries are made of kernels, and no generator of the basis is the translation. */
    @Test
    void theEnergyComesFirst() {
        assertThat(InputForm.of(
                        derive("x'^2/2 - k*x^2/2").conserved().get(0).claim().expression()))
                .isEqualTo("k*x^2/2 + x'^2/2");
    }

    @Test
    void aLossThatTheMotionKeepsIsProved() {
        assertThat(Prolong.derive("x' = y; y' = -x; lagrangian L = x^2 + y^2")
                        .overall()
                        .conserved())
                .filteredOn(q -> q.claim().kind() == ConservedQuantity.Kind.NOETHER)
                .singleElement()
                .satisfies(q -> assertThat(q.verdict()).isInstanceOf(Verdict.Proved.class));
    }

    @Test
    void aLossThatMovesHasARate() {
        assertThat(Prolong.derive("states z; function a; lagrangian L = (z - a(t))^2")
                        .overall()
                        .conserved())
                .singleElement()
                .satisfies(q -> assertThat(q.claim().note()).contains("has the rate 2*a'(t)*(z - a(t)) there"));
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
