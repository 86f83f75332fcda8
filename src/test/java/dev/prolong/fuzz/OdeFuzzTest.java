package dev.prolong.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import org.junit.jupiter.api.Tag;

/** Any bytes as a system: they are one, or there is a diagnostic. */
@Tag("fuzz")
final class OdeFuzzTest {
    @FuzzTest(maxDuration = "40s")
    void aSystemOrADiagnostic(byte[] bytes) {
        try {
            Elaboration.of(OdeParser.parse(SourceText.decode("fuzz.ode", bytes)));
        } catch (DiagnosticException e) {
            Messages.check(e);
        }
    }
}
