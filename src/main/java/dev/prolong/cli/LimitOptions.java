package dev.prolong.cli;

import dev.prolong.pipeline.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** The option that bounds the time. */
final class LimitOptions {
    private static final double LONGEST = 1e9;
    /** What a command has left to write down what was found. */
    private static final Duration GRACE = Duration.ofMillis(900);

    private final long start = System.nanoTime();

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

    /** What is left of it. */
    Optional<Duration> remaining() throws UsageException {
        return limit().map(l -> left(l, start));
    }

    /** What is left of a limit that counts from a moment of {@link System#nanoTime}. */
    static Duration left(Duration limit, long start) {
        Duration left = limit.minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The result of the work, which ends by itself when the limit is reached.
     *
     * @throws LimitException where it does not, or meets another bound
     */
    <T> T within(Callable<T> work) throws Exception {
        return within(limit(), work);
    }

    static <T> T within(Optional<Duration> limit, Callable<T> work) throws Exception {
        return Deadline.call(limit.map(l -> l.plus(GRACE)), work, bound -> {
            throw new LimitException(bound);
        });
    }
}
