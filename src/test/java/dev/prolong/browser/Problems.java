package dev.prolong.browser;

import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The systems of which reports are looked at: {@code reports/problems.txt}. */
final class Problems {
    private static final Map<String, DerivationResult> DERIVED = new ConcurrentHashMap<>();

    private Problems() {}

    /** Name and source of each. */
    static Stream<Arguments> all() throws IOException {
        try (InputStream in = Problems.class.getResourceAsStream("/reports/problems.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> Arguments.of((Object[]) l.split("\\|", 2)))
                    .toList()
                    .stream();
        }
    }

    /** What is derived of one in half a minute. */
    static DerivationResult derive(String name, String source) {
        return DERIVED.computeIfAbsent(
                name,
                n -> Prolong.derive("system " + n + "; " + source, Options.DEFAULT.withLimit(Duration.ofSeconds(30))));
    }
}
