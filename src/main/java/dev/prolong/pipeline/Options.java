package dev.prolong.pipeline;

import dev.prolong.equation.AnsatzChoice;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to derive.
 *
 * @param ansatz overrides the one in the source
 * @param limit of the whole run; what was found until then is returned
 * @param integrals how far to search for first integrals
 * @param progress is told the name of each stage as it begins, on another thread
 */
public record Options(
        Optional<AnsatzChoice> ansatz, Optional<Duration> limit, IntegralSearch integrals, Consumer<String> progress) {
    public static final Options DEFAULT =
            new Options(Optional.empty(), Optional.empty(), IntegralSearch.QUICK, stage -> {});

    public Options withAnsatz(AnsatzChoice choice) {
        return new Options(Optional.of(choice), limit, integrals, progress);
    }

    public Options withLimit(Duration duration) {
        return new Options(ansatz, Optional.of(duration), integrals, progress);
    }

    public Options withIntegrals(IntegralSearch search) {
        return new Options(ansatz, limit, search, progress);
    }

    public Options withProgress(Consumer<String> listener) {
        return new Options(ansatz, limit, integrals, listener);
    }
}
