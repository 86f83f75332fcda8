package dev.prolong.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.AnsatzElaboration;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;

/** Any bytes as a claimed generator, a quantity, or an ansatz: they are one, or there is a diagnostic. */
@Tag("fuzz")
final class ClaimsFuzzTest {
    private static final DifferentialSystem SYSTEM = Elaboration.of(
                    OdeParser.parse(SourceText.of("system", "x' = a*y; y'' = tanh(x) + f(t)\nfunction f")))
            .system();

    @FuzzTest(maxDuration = "20s")
    void aClaimOrADiagnostic(byte[] bytes) {
        ActivationLibrary library = ActivationLibrary.standard();
        List<Consumer<SourceText>> readers = List.of(
                text -> Claims.generator(text, SYSTEM, library),
                text -> Claims.quantity(text, SYSTEM, library),
                text -> AnsatzElaboration.parse(text, SYSTEM));
        for (Consumer<SourceText> reader : readers) {
            try {
                reader.accept(SourceText.decode("claim", bytes));
            } catch (DiagnosticException e) {
                Messages.check(e);
            }
        }
    }
}
