package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code derive} writes, to the letter: for each {@code good/TOPIC/NAME.ode} the text stands in {@code NAME.txt} and the JSON, without
 * its timings, in {@code NAME.json}. {@code -Dgolden.rewrite=true} writes these anew.
 */
final class GoodInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/good");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".ode")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theResultIsTheExpectedOne(Path input) throws IOException {
        Golden.compare(Golden.beside(input, ".txt"), derive(input, "text"));
        String json = derive(input, "json").replaceAll("\"timings\": \\{[^}]*}", "\"timings\": {}");
        Golden.compare(Golden.beside(input, ".json"), json);
    }

    private static String derive(Path input, String format) {
        Run run = Run.of(Pipeline::derive, "derive", input.toString(), "--format", format);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        return run.out();
    }
}
