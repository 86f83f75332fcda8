package dev.prolong.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that bounds the time. */
final class LimitOptions {
    private static final double LONGEST = 1e9;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "End after so many seconds with what was found until then, and exit code 4.")
    private Optional<Double> seconds = Optional.empty();

    Optional<Duration> limit() throws UsageException {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        double s = seconds.get();
        if (!(s > 0 && s <= LONGEST)) {
            throw new UsageException("a time limit is a positive number of seconds, not " + s);
        }
        return Optional.of(Duration.ofMillis(Math.round(s * 1000)));
    }
}
