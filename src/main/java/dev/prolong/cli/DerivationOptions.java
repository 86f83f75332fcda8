package dev.prolong.cli;

import dev.prolong.pipeline.DerivationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** The options of every command that derives: what system, how far, and how long. */
final class DerivationOptions {
    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    InputOptions input() {
        return input;
    }

    /**
     * Checks the options, then does the work, which may {@link #derive}, within the limit.
     *
     * @throws UsageException if an option is wrong
     * @throws LimitException where the work does not end by itself when the limit is reached
     */
    int within(Callable<Integer> work) throws Exception {
        search.options(limits.limit());
        return limits.within(work);
    }

    /**
     * Reads the system and derives.
     *
     * @throws dev.prolong.source.DiagnosticException if there is something wrong with the system
     */
    DerivationResult derive(Session session, boolean quiet) throws UsageException {
        var problem = input.problem(session);
        try (ProgressLine progress = new ProgressLine(session.terminal(), quiet)) {
            return session.engine()
                    .derive(problem, search.options(limits.remaining()).withProgress(progress));
        }
    }
}
