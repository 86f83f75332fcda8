package dev.prolong.cli;

import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.ActivationRule;
import dev.prolong.pipeline.ActivationFacts;
import dev.prolong.pipeline.ActivationSheet;
import dev.prolong.report.ActivationsReport;
import dev.prolong.report.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code activations}: what is known under a name. */
@Command(
        name = "activations",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Lists the known activations sigma(x), each with its quadrature S = integral of dx/sigma, the inverse"
                        + " x(S), and the intervals on which these hold.")
final class ActivationsCommand implements Callable<Integer> {
    /** For one activation, where the whole run is not bounded. */
    private static final Duration EACH = Duration.ofSeconds(5);

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these; by default all.")
    private List<String> names = List.of();

    @Option(names = "--names", description = "The names alone, one line for each activation.")
    private boolean namesOnly;

    @Option(names = "--rules", paramLabel = "DIR", description = "A directory of further rule files; may be repeated.")
    private List<Path> rules = List.of();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    private final Session session;

    ActivationsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Format format = output.check();
        if (format != Format.TEXT && format != Format.JSON) {
            throw new UsageException("activations are written as text or json, not as " + format.text());
        }
        limits.limit();
        session.warmStart().await();
        return limits.within(() -> list(format));
    }

    private int list(Format format) throws UsageException {
        List<ActivationRule> chosen = chosen();
        if (namesOnly && format == Format.TEXT) {
            StringBuilder out = new StringBuilder();
            chosen.forEach(r -> out.append(String.join(", ", r.names())).append('\n'));
            output.write(session.terminal(), out.toString());
            return ExitCode.DONE;
        }
        List<ActivationFacts> facts = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(session.terminal(), output.quiet())) {
            for (ActivationRule rule : chosen) {
                progress.accept(rule.name());
                facts.add(namesOnly ? new ActivationFacts(rule, List.of(), true) : ActivationSheet.of(rule, share()));
            }
        }
        output.write(
                session.terminal(),
                format == Format.JSON
                        ? ActivationsReport.json(facts)
                        : ActivationsReport.text(facts, output.report(session.terminal())));
        boolean over = facts.stream().anyMatch(f -> !f.complete());
        return Limits.exitCode(over ? List.of("time limit") : List.of(), session.terminal(), output.quiet());
    }

    private Duration share() throws UsageException {
        return limits.remaining().filter(left -> left.compareTo(EACH) < 0).orElse(EACH);
    }

    private List<ActivationRule> chosen() throws UsageException {
        ActivationLibrary library = library();
        if (names.isEmpty()) {
            return library.all();
        }
        List<ActivationRule> out = new ArrayList<>();
        for (String name : names) {
            Optional<ActivationRule> rule = library.find(name);
            out.add(rule.orElseThrow(() ->
                    new UsageException("unknown activation " + name + ": `prolong activations --names` lists them")));
        }
        return out;
    }

    private ActivationLibrary library() throws UsageException {
        try {
            return new ProblemSource(session, rules).library();
        } catch (IOException e) {
            throw new UsageException(IoMessage.reading("the rules", e));
        }
    }
}
