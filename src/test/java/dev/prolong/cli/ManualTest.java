package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manual pages and shell completion come from the commands themselves. */
final class ManualTest {
    private static Run run(String... words) {
        return Run.of(
                (problem, options) -> {
                    throw new IllegalStateException("nothing is to be derived");
                },
                words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derive", "explain", "generate", "verify", "batch", "activations", "serve"})
    void everyCommandHasAPage(String command) {
        Run run = run("man", command);
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith(".TH PROLONG-" + command.toUpperCase(java.util.Locale.ROOT) + " 1\n")
                .contains(".SH SYNOPSIS", ".SH OPTIONS", "\\-\\-help")
                .doesNotContainPattern("(?m)^'");
    }

    @Test
    void theFirstPageListsCommandsAndExitCodes() {
        assertThat(run("man").out()).contains(".SH COMMANDS", ".B explain", ".SH EXIT STATUS", ".B 70");
        assertThat(run("man", "nothing").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(run("completion").out()).contains("explain", "--blanks", "--time-limit");
    }
}
