package dev.prolong.cli;

import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import java.util.Optional;
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
                        + " integration, generators, groups, conserved quantities, and how each was verified. Pictures are part of HTML"
                        + " and LaTeX; beside FILE.md they are written as FILE-1.svg, FILE-2.svg, and so on.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final DerivationOptions derivation = new DerivationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--detail",
            paramLabel = "LEVEL",
            description =
                    "brief: laws and formulas alone; normal (the default): with introductions; full: nothing left out, and what was"
                            + " written down between the steps and for the checks.")
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
        return derivation.within(() -> explain(format, new ExplainOptions(level, blanks)));
    }

    private int explain(Format format, ExplainOptions options) throws UsageException {
        DerivationResult result = derivation.derive(session, output.quiet());
        ReportOptions report = output.report(session.terminal());
        Optional<String> stem = output.stem();
        if (stem.isPresent()) {
            output.write(format.explain(result, options, report, stem.get()));
        } else {
            session.terminal().print(format.explain(result, options, report));
        }
        return Limits.exitCode(result.limits(), session.terminal(), output.quiet());
    }
}
