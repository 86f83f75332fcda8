package dev.prolong.equation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ansatz that a user asked for.
 *
 * @param degree of {@code polynomial}, else 0
 * @param dependence of {@code explicit}: for each coordinate's infinitesimal the coordinates it may depend on; else empty
 */
public record AnsatzChoice(Kind kind, int degree, Map<String, List<String>> dependence) {
    /** The forms of the infinitesimals {@code T} and {@code X_i}. */
    public enum Kind {
        AUTO("auto"),
        SEPARABLE("separable"),
        PROJECTABLE("projectable"),
        LINEAR("linear"),
        POLYNOMIAL("polynomial"),
        KERNEL("kernel"),
        EQUIVALENCE("equivalence"),
        GENERAL("general"),
        EXPLICIT("explicit");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public AnsatzChoice {
        dependence = Collections.unmodifiableMap(new LinkedHashMap<>(dependence));
    }

    public static AnsatzChoice of(Kind kind) {
        return new AnsatzChoice(kind, 0, Map.of());
    }

    @Override
    public String toString() {
        return kind == Kind.POLYNOMIAL ? kind.text() + " " + degree : kind.text();
    }
}
