package dev.prolong.cli;

import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: the derivation step by step, as one would on paper. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "explain",
        description =
                "Writes the derivation as a worked solution, step by step: prolongation, invariance, splitting, each"
                        + " integration, generators, groups, conserved quantities, and how each was verified.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(
            names = "--detail",
            paramLabel = "LEVEL",
            description = "brief: the steps alone; normal (the default): with introductions; full: nothing left out.")
    private String detail = "normal";

    @Option(
            names = "--blanks",
            description = "As an exercise: results are hidden, with a hint and the solution to reveal.")
    private boolean blanks;

    private final Session session;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Format format = output.check();
        ExplainOptions.Detail level = ExplainOptions.Detail.byName(detail)
                .orElseThrow(
                        () -> new UsageException("unknown detail " + detail + ": there are brief, normal and full"));
        search.options(limits.limit());
        return limits.within(() -> explain(format, new ExplainOptions(level, blanks)));
    }

    private int explain(Format format, ExplainOptions options) throws UsageException {
        Problem problem = input.problem(session);
        DerivationResult result;
        try (ProgressLine progress = new ProgressLine(session.terminal(), output.quiet())) {
            result = session.engine()
                    .derive(problem, search.options(limits.remaining()).withProgress(progress));
        }
        output.write(session.terminal(), format.explain(result, options, output.report(session.terminal())));
        return Limits.exitCode(result.limits(), session.terminal(), output.quiet());
    }
}
