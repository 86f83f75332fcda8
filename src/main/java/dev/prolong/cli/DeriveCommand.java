package dev.prolong.cli;

import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Format;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code derive}: the whole chain. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "derive",
        description =
                "Derives the symmetries of a system, their algebra and group, and its conserved quantities, each with a verdict.")
final class DeriveCommand implements Callable<Integer> {
    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    private final Session session;

    DeriveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Format format = output.check();
        search.options(limits.limit());
        return limits.within(() -> derive(format));
    }

    private int derive(Format format) throws UsageException {
        Problem problem = input.problem(session);
        DerivationResult result;
        try (ProgressLine progress = new ProgressLine(session.terminal(), output.quiet())) {
            result = session.engine()
                    .derive(problem, search.options(limits.remaining()).withProgress(progress));
        }
        output.write(session.terminal(), format.write(result, output.report(session.terminal())));
        return Limits.exitCode(result.limits(), session.terminal(), output.quiet());
    }
}
