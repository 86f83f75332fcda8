package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hints go by the laws of steps: each law named for a hint is one that some step is recorded with. */
final class ExerciseTest {
    private static final Path MAIN = Path.of("src", "main", "java", "dev", "prolong");
    private static final Pattern CASE = Pattern.compile("case ((?:\"[^\"]+\"(?:, )?)+) ->");
    private static final Pattern LAW = Pattern.compile("\"[^\"]+\"");

    @Test
    void everyLawIsOneOfTheEngine() throws IOException {
        String exercise = Files.readString(MAIN.resolve(Path.of("report", "Exercise.java")));
        List<String> laws = CASE.matcher(exercise)
                .results()
                .flatMap(c -> LAW.matcher(c.group(1)).results().map(MatchResult::group))
                .toList();
        assertThat(laws).hasSizeGreaterThan(8);
        String engine;
        try (Stream<Path> files = Files.walk(MAIN)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.getParent().endsWith("report"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            engine = all.toString();
        }
        assertThat(laws).allSatisfy(law -> assertThat(engine).contains(law));
    }
}
