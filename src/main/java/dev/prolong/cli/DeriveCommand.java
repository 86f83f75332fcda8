package dev.prolong.cli;

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
    private final DerivationOptions derivation = new DerivationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    DeriveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Format format = output.check();
        return derivation.within(() -> derive(format));
    }

    private int derive(Format format) throws UsageException {
        DerivationResult result = derivation.derive(session, output.quiet());
        output.write(session.terminal(), format.write(result, output.report(session.terminal())));
        return Limits.exitCode(result.limits(), session.terminal(), output.quiet());
    }
}
