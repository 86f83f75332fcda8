package dev.prolong.playground;

import dev.prolong.pipeline.DerivationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest results, so that pictures and copies need no second derivation. */
final class Results {
    private static final int KEPT = 40;

    private final Map<String, DerivationResult> byKey = new LinkedHashMap<>();

    synchronized void put(Question question, DerivationResult result) {
        byKey.remove(question.key());
        byKey.put(question.key(), result);
        if (byKey.size() > KEPT) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    synchronized Optional<DerivationResult> of(Question question) {
        return Optional.ofNullable(byKey.get(question.key()));
    }
}
