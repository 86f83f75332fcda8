package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the targets for arrays write, without running it: what they skip, that they are deterministic, that no name escapes. */
final class ArrayTargetsTest {
    private static CodeRequest request(String source) {
        return CodeRequest.of(Prolong.derive(source), "made", "prolong generate");
    }

    private static List<GeneratedFiles> both(String source) {
        CodeRequest request = request(source);
        return List.of(TorchTarget.generate(request), DjlTarget.generate(request));
    }

    @Test
    void whatALibraryLacksIsSkippedAndSaid() {
        for (GeneratedFiles files : both("z' = softplus(theta1*z + theta2)")) {
            assertThat(files.skipped()).hasSize(1);
            assertThat(files.skipped().get(0).quantity()).isEqualTo("I1");
            assertThat(files.skipped().get(0).reason()).endsWith("has no adaptive quadrature");
            assertThat(files.files()).anyMatch(f -> f.content().contains("has no adaptive quadrature"));
        }
    }

    @Test
    void theSameRequestGivesTheSameFiles() {
        CodeRequest request = request("z' = tanh(theta1*z + theta2)");
        assertThat(DjlTarget.generate(request)).isEqualTo(DjlTarget.generate(request));
        assertThat(TorchTarget.generate(request)).isEqualTo(TorchTarget.generate(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/ class Evil {} /*", "\"\"\" import os", "\\u002a/ \\N{DIGIT ONE}"})
    void nothingOfACommandEscapesFromComments(String command) {
        CodeRequest request = CodeRequest.of(Prolong.derive("z' = z"), "", command);
        assertThat(DjlTarget.generate(request).files())
                .noneMatch(f -> f.path().endsWith("java")
                        && (f.content().contains("*/ class Evil") || f.content().contains("\\u002a")));
        assertThat(TorchTarget.generate(request).files())
                .noneMatch(f -> f.path().endsWith("py")
                        && (f.content().contains("\"\"\" import") || f.content().contains("\\N")));
    }

    @Test
    void anArbitraryFunctionLeavesTheAudit() {
        for (GeneratedFiles files : both(TorchTargetTest.NETWORK)) {
            assertThat(files.files())
                    .anyMatch(f -> f.content().contains("W2ᵀ") || f.content().contains("\\u1d40"));
            assertThat(files.skipped()).anyMatch(s -> s.quantity().equals("model"));
        }
    }
}
