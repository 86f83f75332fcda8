package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Backpropagation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.NeuralOde;
import dev.prolong.equation.Problem;
import dev.prolong.source.SourceText;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * {@code z' = σ(θ1 z + θ2)} for every known activation, and for ten others: three symmetries, all found; with the adjoints of its n
 * parameters n + 2; infinitely many on a piece where the right side is zero, or does not depend on a parameter. Quantities are proved.
 */
class ActivationsTest {
    private static final ISymbol Z = Expr.symbol("z");

    static Stream<String> known() {
        return ActivationLibrary.standard().names().stream();
    }

    static Stream<String> own() {
        return Stream.of(
                "x^2 + 1",
                "x + sin(x)/2",
                "1/(2 + cos(x))",
                "log(1 + x^2)*x",
                "x*exp(-x^2)",
                "tanh(x)^2",
                "x + atan(x)",
                "sqrt(1 + x^2) - 1",
                "piecewise(x > 1: x^2, x >= 0: x, otherwise: 0)",
                "x^3 - 2*x + 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos", "tanh", "softplus", "silu", "relu", "elu"})
    void some(String activation) {
        forward(activation);
        backward(activation);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource({"known", "own"})
    void forward(String activation) {
        DerivationResult result = derive(model(activation));
        for (CaseResult piece : pieces(result)) {
            boolean still = rightSide(piece).equals(Expr.ZERO);
            check(piece, still ? Optional.empty() : Optional.of(3), activation);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource({"known", "own"})
    void backward(String activation) {
        DifferentialSystem model = model(activation);
        DerivationResult result = derive(Backpropagation.of(model, source(activation)));
        int parameters = model.parameters().size();
        for (CaseResult piece : pieces(result)) {
            boolean all = model.parameters().stream().noneMatch(p -> Expr.isFreeOf(rightSide(piece), p));
            check(piece, all ? Optional.of(parameters + 2) : Optional.empty(), activation);
        }
    }

    private static void check(CaseResult piece, Optional<Integer> dimension, String activation) {
        String of = activation + " where " + piece.condition();
        assertThat(piece.algebra().infinite()).as(of).isEqualTo(dimension.isEmpty());
        assertThat(piece.algebra().dimension()).as(of).isEqualTo(dimension);
        assertThat(piece.algebra().complete()).as(of).isEqualTo(dimension.isPresent());
        for (Judged<Generator> x : piece.generators()) {
            assertThat(x.verdict().word()).as(of).isEqualTo("proved");
        }
        List<Judged<ConservedQuantity>> quantities = piece.conserved();
        boolean moves = !rightSide(piece).equals(Expr.ZERO);
        assertThat(!moves || !quantities.isEmpty()).as(of).isTrue();
        for (Judged<ConservedQuantity> q : quantities) {
            assertThat(q.verdict().word()).as(of).isEqualTo("proved");
        }
    }

    private static org.matheclipse.core.interfaces.IExpr rightSide(CaseResult piece) {
        return piece.system().equations().stream()
                .filter(e -> e.state().equals(Z))
                .map(Equation::rhs)
                .findFirst()
                .orElseThrow();
    }

    /** The smooth pieces; cases of parameters alone are none. */
    private static List<CaseResult> pieces(DerivationResult result) {
        List<CaseResult> pieces = result.cases().stream()
                .filter(c -> c.condition().stream().anyMatch(k -> !Expr.isFreeOf(k, Z)))
                .toList();
        return pieces.isEmpty() ? List.of(result.overall()) : pieces;
    }

    private static DifferentialSystem model(String activation) {
        return NeuralOde.of(source(activation), ActivationLibrary.standard());
    }

    private static SourceText source(String activation) {
        return SourceText.of("activation", activation);
    }

    private static DerivationResult derive(DifferentialSystem system) {
        DerivationResult result = Pipeline.derive(new Problem(system, Optional.empty()), Options.DEFAULT);
        assertThat(result.limits()).isEmpty();
        return result;
    }
}
