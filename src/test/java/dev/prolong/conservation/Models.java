package dev.prolong.conservation;

import dev.prolong.ansatz.EquivalenceSolver;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Neural models, with their backpropagation. */
final class Models {
    private Models() {}

    /** The model of {@code models/NAME.ode}. */
    static DifferentialSystem named(String name) {
        return of(text(name));
    }

    static String text(String name) {
        try (InputStream in = Models.class.getResourceAsStream("/models/" + name + ".ode")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DifferentialSystem of(String text) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", text + "\nbackpropagation\n")))
                .system();
    }

    /** {@code z' = σ(W z + b)}. */
    static DifferentialSystem oneLayer(int d, String activation) {
        return of("""
                %2$s
                states z[1..%1$d]
                parameters W[1..%1$d,1..%1$d], b[1..%1$d]
                z[i]' = s(sum(j in 1..%1$d, W[i,j]*z[j]) + b[i]) for i in 1..%1$d
                """.formatted(d, activation));
    }

    /** {@code z' = W2 σ(W1 z + b1) + b2}. */
    static DifferentialSystem twoLayers(int d, int width, String activation) {
        return of("""
                %3$s
                states z[1..%1$d]
                parameters W1[1..%2$d,1..%1$d], b1[1..%2$d], W2[1..%1$d,1..%2$d], b2[1..%1$d]
                z[i]' = sum(k in 1..%2$d, W2[i,k]*s(sum(j in 1..%1$d, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..%1$d
                """.formatted(d, width, activation));
    }

    static List<ConservedQuantity> laws(DifferentialSystem whole) {
        return Pairing.laws(
                whole,
                EquivalenceSolver.solve(whole.forward().orElseThrow())
                        .orElseThrow()
                        .generators());
    }
}
