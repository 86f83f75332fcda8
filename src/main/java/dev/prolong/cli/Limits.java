package dev.prolong.cli;

import dev.prolong.pipeline.DerivationResult;

/** What reaching a limit means for the shell. */
final class Limits {
    private Limits() {}

    static int exitCode(DerivationResult result, Terminal terminal, boolean quiet) {
        if (result.limits().isEmpty()) {
            return ExitCode.DONE;
        }
        if (!quiet) {
            result.limits().forEach(l -> terminal.message("prolong: limit reached: " + l));
        }
        return ExitCode.LIMIT;
    }
}
