package dev.prolong.cli;

import dev.prolong.playground.Playground;
import dev.prolong.playground.PlaygroundOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the playground in a browser. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "serve",
        description =
                "Serves the playground: a page to type equations into, read derivations, move solutions and check claims."
                        + " Only this machine can reach it unless --host says otherwise.",
        footer = {
            "",
            "Each derivation has its time; where the memory of all is nearly used up, the one that takes most of it is stopped."
                    + " PROLONG_OPTS=-Xmx8g gives more."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration USUAL = Duration.ofSeconds(20);

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 0 takes any free one. By default 8123.")
    private int port = 8123;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on; by default 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Derivations at the same time; others queue. By default 2.")
    private int atOnce = 2;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    private final Session session;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        if (port < 0 || port > 65535) {
            throw new UsageException("a port is a number from 0 to 65535, not " + port);
        }
        if (atOnce < 1) {
            throw new UsageException("at least one derivation at once, not " + atOnce);
        }
        Optional<Duration> limit = limits.limit();
        session.warmStart().await();
        try (Playground playground = Playground.start(new PlaygroundOptions(host, port, atOnce, limit.orElse(USUAL)))) {
            session.terminal().print("The playground is at " + playground.address() + " (end with Ctrl+C)\n");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UsageException("cannot listen on " + host + ":" + port + ": " + e.getMessage());
        }
        return ExitCode.DONE;
    }
}
