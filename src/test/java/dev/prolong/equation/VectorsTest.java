package dev.prolong.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.InputForm;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.ISymbol;

/** Vectors and matrices are written out as scalars. */
final class VectorsTest {
    private static DifferentialSystem system(String text) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", text))).system();
    }

    private static List<String> names(List<ISymbol> symbols) {
        return symbols.stream().map(ISymbol::getSymbolName).toList();
    }

    private static List<String> rightSides(DifferentialSystem system) {
        return system.equations().stream().map(e -> InputForm.of(e.rhs())).toList();
    }

    @Test
    void anEquationForARangeIsOneForEachIndex() {
        DifferentialSystem system = system("""
                states z[1..2]
                parameters W[1..2,1..2], b[1..2]
                z[i]' = tanh(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2
                """);
        assertThat(names(system.states())).containsExactly("z[1]", "z[2]");
        assertThat(names(system.parameters())).containsExactly("W[1,1]", "W[1,2]", "W[2,1]", "W[2,2]", "b[1]", "b[2]");
        assertThat(rightSides(system))
                .containsExactly("tanh(W[1,1]*z[1] + W[1,2]*z[2] + b[1])", "tanh(W[2,1]*z[1] + W[2,2]*z[2] + b[2])");
        assertThat(system.origin().vectorForm())
                .containsExactly("z[i]' = tanh(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "states z[1..3]; z[i]' = i*z[4 - i] for i in 1..3 | z[3];2*z[2];3*z[1]",
                "states z[1..2]; z[i]' = sum(j in 1..i, z[j]) for i in 1..2 | z[1];z[1] + z[2]",
                "z[1]' = z[2]; z[2]' = -z[1] | z[2];-z[1]",
                "states z[1..2]; z[1]' = sum(j in 1..0, z[j]); z[2]' = z[1] | 0;z[1]",
                "states z[0], z[1]; z[i]' = a[i]*z[i] for i in 0..1 | a[0]*z[0];a[1]*z[1]"
            })
    void indicesAreCounted(String text, String expected) {
        assertThat(String.join(";", rightSides(system(text)))).isEqualTo(expected);
    }

    @Test
    void componentsOfAnOutputAreInput() {
        DifferentialSystem once = system("states z[1..2]; z[i]' = z[i]*W[i,1] for i in 1..2");
        String again = "states z[1], z[2]; z[1]' = " + rightSides(once).get(0) + "; z[2]' = "
                + rightSides(once).get(1);
        assertThat(rightSides(system(again))).isEqualTo(rightSides(once));
    }

    @Test
    void theAdjointOfAnArrayIsAnArray() {
        DifferentialSystem plain = system("states z[1..2]; z[i]' = w*z[i] for i in 1..2; backpropagation");
        assertThat(names(plain.states())).containsExactly("adj_z[1]", "adj_z[2]", "adj_w", "z[1]", "z[2]");
        DifferentialSystem renamed = system("states z[1..2]; z[i]' = w*z[i] for i in 1..2; backpropagation u for z");
        assertThat(names(renamed.states())).containsExactly("u[1]", "u[2]", "adj_w", "z[1]", "z[2]");
        assertThat(renamed.forward().map(f -> names(f.states()))).contains(List.of("z[1]", "z[2]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "states z[1..3]; z[i]' = z[i+1] for i in 1..3 | there is no z[4]",
                "states z[1..3]; z[i]' = z for i in 1..3 | needs an index",
                "states z[1..2]; z[i]' = z[i,1] for i in 1..2 | takes 1 index",
                "states z[1..2]; z[i]' = z[i/2] for i in 1..2 | whole number",
                "states z[1..2]; z[i]' = z[k] for i in 1..2 | whole number",
                "states z[2..1]; z[1]' = 0 | has no component",
                "states z[1..2], z[2..3]; z[1]' = 0 | declared twice",
                "states z[1..100,1..100]; z[1,1]' = 0 | more than 4096",
                "z[i]' = 0 for i in 1..999999 | more than 4096",
                "states z[1..2]; z[i]' = sum(j in 1..4000, sum(k in 1..4000, z[i])) for i in 1..2 | too large",
                "parameters q; states z[1..2]; z[i]' = a[i] for i in 1..2 | undefined name a[1]"
            })
    void errorsNameThePlace(String text, String message) {
        assertThatThrownBy(() -> system(text))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining(message);
    }
}
