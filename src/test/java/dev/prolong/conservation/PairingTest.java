package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.InputForm;
import dev.prolong.ansatz.EquivalenceSolver;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of backpropagation, found by the equivalence ansatz and proved. */
final class PairingTest {
    private static void assertProved(DifferentialSystem whole, List<ConservedQuantity> laws) {
        Verification verification = new Verification(whole);
        assertThat(laws)
                .allSatisfy(q -> assertThat(verification
                                .quantity(q.expression(), Optional.empty())
                                .verdict())
                        .isInstanceOf(Verdict.Proved.class));
    }

    private static int dimension(DifferentialSystem whole) {
        return EquivalenceSolver.solve(whole.forward().orElseThrow())
                .orElseThrow()
                .dimension();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos", "tanh", "logistic", "softplus", "gelu", "silu", "F"})
    void theThreeLawsOfOneNeuronWithAnyActivation(String activation) {
        String function = activation.equals("F") ? "function F\n" : "";
        DifferentialSystem whole =
                Models.of(function + "parameters theta1, theta2\nz' = " + activation + "(theta1*z + theta2)");
        List<ConservedQuantity> laws = Models.laws(whole);
        assertProved(whole, laws);
        assertThat(laws.stream().map(q -> q.pairing().orElseThrow().vectorForm()))
                .contains("u f", "u z - theta1 v - t u f", "u - theta1 w");
    }

    @Test
    void onlyAffineLawsWithoutTimeHoldForDiscreteLayers() {
        List<ConservedQuantity> laws = Models.laws(Models.of("parameters theta1, theta2\nz' = cos(theta1*z + theta2)"));
        assertThat(laws).hasSize(3);
        assertThat(laws.stream().filter(q -> q.pairing().orElseThrow().discrete()))
                .singleElement()
                .satisfies(q -> assertThat(InputForm.of(q.expression())).isEqualTo("u - theta1*w"));
    }

    @ParameterizedTest
    @CsvSource({"2, function s", "3, function s", "2, activation s(x) = tanh(x)"})
    void oneLayer(int d, String activation) {
        DifferentialSystem whole = Models.oneLayer(d, activation);
        List<ConservedQuantity> laws = Models.laws(whole);
        assertThat(laws).hasSize(d + 2);
        assertThat(dimension(whole)).isEqualTo(d + 2);
        assertProved(whole, laws);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, function s", "2, 3, function s", "2, 2, activation s(x) = tanh(x)"})
    void twoLayers(int d, int width, String activation) {
        twoLayerLaws(d, width, activation);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "2, 4, function s",
        "3, 2, function s",
        "3, 3, function s",
        "3, 4, function s",
        "3, 2, activation s(x) = tanh(x)",
        "2, 3, activation s(x) = logistic(x)",
        "2, 2, activation s(x) = gelu(x)"
    })
    void largerTwoLayers(int d, int width, String activation) {
        twoLayerLaws(d, width, activation);
    }

    private static void twoLayerLaws(int d, int width, String activation) {
        DifferentialSystem whole = Models.twoLayers(d, width, activation);
        List<ConservedQuantity> laws = Models.laws(whole);
        assertThat(laws).hasSize(d * d + d + 2);
        assertProved(whole, laws);
        assertThat(laws.stream().map(q -> q.pairing().orElseThrow().vectorForm()))
                .contains(
                        "adj_z·f",
                        "⟨adj_W2, W2⟩ + adj_b2·b2 + t adj_z·f",
                        "(adj_z - W1ᵀ adj_b1)[1]",
                        "(adj_z zᵀ - W1ᵀ adj_W1 + adj_W2 W2ᵀ + adj_b2 b2ᵀ)[1,2]");
    }

    /** One unit for two states: {@code n·z} moves at a constant speed where {@code W2ᵀ n = 0}. */
    @Test
    void aNarrowHiddenLayerAddsAFirstIntegralOfTheModel() {
        assertThat(Models.laws(Models.twoLayers(2, 1, "function s"))).hasSize(8);
        List<Judged<ConservedQuantity>> all = Prolong.derive(
                        "function s; states z[1..2]; parameters a[1..2], b, c[1..2],"
                                + " d[1..2]; z[i]' = c[i]*s(a[1]*z[1] + a[2]*z[2] + b) + d[i] for i in 1..2; backpropagation")
                .overall()
                .conserved();
        assertThat(all).hasSize(9).allSatisfy(q -> assertThat(q.verdict()).isInstanceOf(Verdict.Proved.class));
        ConservedQuantity extra = all.get(8).claim();
        assertThat(extra.kind()).isEqualTo(ConservedQuantity.Kind.FIRST_INTEGRAL);
        assertThat(InputForm.of(extra.expression())).isEqualTo("c[2]*z[1] - c[1]*z[2] - t*(c[2]*d[1] - c[1]*d[2])");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relu-network | 10 | (adj_W1 W1ᵀ + adj_b1 b1ᵀ - W2ᵀ adj_W2)[2,2]",
                "gated | 4 | (adj_z - Wgᵀ adj_bg - Wᵀ adj_b)[1]",
                "glu | 10 | (adj_W2 W2ᵀ + adj_b2 b2ᵀ - W3ᵀ adj_W3)[1,1]",
                "leaky | 8 | (adj_z - Wᵀ adj_b + k adj_c)[2]",
                "batch | 5 | 1ᵀ adj_z - theta1 adj_theta2"
            })
    void otherArchitectures(String model, int count, String law) {
        DifferentialSystem whole = Models.named(model);
        List<ConservedQuantity> laws = Models.laws(whole);
        assertThat(laws).hasSize(count);
        assertProved(whole, laws);
        assertThat(laws.stream().map(q -> q.pairing().orElseThrow().vectorForm()))
                .contains(law);
    }

    @Test
    void attention() {
        DifferentialSystem whole = Models.named("attention");
        List<ConservedQuantity> laws = Models.laws(whole);
        assertProved(whole, laws);
        assertThat(laws.stream().map(q -> q.pairing().orElseThrow().vectorForm()))
                .contains(
                        "(adj_z1·f_z1 + adj_z2·f_z2)",
                        "(adj_z1 + adj_z2 - Qᵀ adj_bq - Vᵀ adj_bv)[1]",
                        "(adj_z1 z1ᵀ + adj_z2 z2ᵀ - Qᵀ adj_Q - Kᵀ adj_K - Vᵀ adj_V + adj_O Oᵀ + adj_bo boᵀ)[1,2]",
                        "⟨adj_Q, Q⟩ - ⟨adj_K, K⟩ + adj_bq·bq",
                        "⟨adj_V, V⟩ - ⟨adj_O, O⟩ + adj_bv·bv");
    }

    /** {@code Q → G Q, K → G^{-T} K}: the entries on the diagonal could be those of another matrix, the others not. */
    @Test
    void lawsOfADualTransformationAreOneMatrix() {
        DifferentialSystem whole =
                Models.of("states z[1..2]; parameters Q[1..2,1..2], K[1..2,1..2]; z[i]' = tanh(i*sum(a in 1..2,"
                        + " sum(j in 1..2, Q[a,j]*z[j])*sum(j in 1..2, K[a,j]*z[j]^2))) for i in 1..2");
        List<ConservedQuantity> laws = Models.laws(whole);
        assertProved(whole, laws);
        assertThat(laws.stream().map(q -> q.pairing().orElseThrow().vectorForm()))
                .contains(
                        "(adj_Q Qᵀ - K adj_Kᵀ)[1,1]",
                        "(adj_Q Qᵀ - K adj_Kᵀ)[1,2]",
                        "(adj_Q Qᵀ - K adj_Kᵀ)[2,1]",
                        "(adj_Q Qᵀ - K adj_Kᵀ)[2,2]");
    }

    /** What homogeneous activations give is no law of tanh. */
    @Test
    void theReluLawIsRefutedForTanh() {
        DifferentialSystem relu = Models.named("relu-network");
        ConservedQuantity law = Models.laws(relu).get(9);
        DifferentialSystem tanh = Models.twoLayers(2, 2, "activation s(x) = tanh(x)");
        assertThat(new Verification(relu)
                        .quantity(law.expression(), Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Proved.class);
        assertThat(new Verification(tanh)
                        .quantity(law.expression(), Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
    }
}
