package dev.prolong.pipeline;

import dev.prolong.conservation.direct.Effort;
import java.util.Optional;

/** How far to search for first integrals beyond those that symmetries give. */
public enum Integrals {
    NONE,
    QUICK,
    FULL;

    Optional<Effort> effort() {
        return switch (this) {
            case NONE -> Optional.empty();
            case QUICK -> Optional.of(Effort.QUICK);
            case FULL -> Optional.of(Effort.FULL);
        };
    }
}
