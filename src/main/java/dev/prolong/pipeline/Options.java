package dev.prolong.pipeline;

import dev.prolong.equation.AnsatzChoice;
import java.time.Duration;
import java.util.Optional;

/**
 * How to derive.
 *
 * @param ansatz overrides the one in the source
 * @param limit of the whole run; what was found until then is returned
 * @param integrals how far to search for first integrals
 */
public record Options(Optional<AnsatzChoice> ansatz, Optional<Duration> limit, Integrals integrals) {
    public static final Options DEFAULT = new Options(Optional.empty(), Optional.empty());

    /** With a quick search for first integrals. */
    public Options(Optional<AnsatzChoice> ansatz, Optional<Duration> limit) {
        this(ansatz, limit, Integrals.QUICK);
    }

    public Options withAnsatz(AnsatzChoice choice) {
        return new Options(Optional.of(choice), limit, integrals);
    }

    public Options withLimit(Duration duration) {
        return new Options(ansatz, Optional.of(duration), integrals);
    }

    public Options withIntegrals(Integrals search) {
        return new Options(ansatz, limit, search);
    }
}
