package dev.prolong.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Any bytes as a rule file: they are one, or there is a diagnostic. */
@Tag("fuzz")
final class RulesFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void rulesOrADiagnostic(byte[] bytes) {
        try {
            ActivationLibrary.standard().with(List.of(SourceText.decode("fuzz.rules", bytes)));
        } catch (DiagnosticException e) {
            Messages.check(e);
        }
    }
}
