package dev.prolong.pipeline;

import dev.prolong.equation.AnsatzChoice;
import java.time.Duration;
import java.util.Optional;

/**
 * How to derive.
 *
 * @param ansatz overrides the one in the source
 * @param limit of the whole run; what was found until then is returned
 */
public record Options(Optional<AnsatzChoice> ansatz, Optional<Duration> limit) {
    public static final Options DEFAULT = new Options(Optional.empty(), Optional.empty());

    public Options withAnsatz(AnsatzChoice choice) {
        return new Options(Optional.of(choice), limit);
    }

    public Options withLimit(Duration duration) {
        return new Options(ansatz, Optional.of(duration));
    }
}
