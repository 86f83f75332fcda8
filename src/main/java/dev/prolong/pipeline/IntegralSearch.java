package dev.prolong.pipeline;

import dev.prolong.conservation.direct.Effort;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far to search for first integrals. */
public enum IntegralSearch {
    /** Not at all. */
    NONE,
    /** Where they follow without long work: the default. */
    QUICK,
    /** By every method there is. */
    FULL;

    /** The search of this name. */
    public static Optional<IntegralSearch> byName(String name) {
        return Arrays.stream(values()).filter(s -> s.text().equals(name)).findFirst();
    }

    Optional<Effort> effort() {
        return switch (this) {
            case NONE -> Optional.empty();
            case QUICK -> Optional.of(Effort.QUICK);
            case FULL -> Optional.of(Effort.FULL);
        };
    }

    /** Its name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
