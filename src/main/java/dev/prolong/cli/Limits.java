package dev.prolong.cli;

import java.util.List;

/** What reaching a limit means for the shell. */
final class Limits {
    private Limits() {}

    static int exitCode(List<String> limits, Terminal terminal, boolean quiet) {
        if (limits.isEmpty()) {
            return ExitCode.DONE;
        }
        if (!quiet) {
            limits.forEach(l -> terminal.message("prolong: limit reached: " + l));
        }
        return ExitCode.LIMIT;
    }
}
