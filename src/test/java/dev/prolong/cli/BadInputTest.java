package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program says to bad input: for each {@code bad/TOPIC/NAME.ode}, and for the words of each {@code NAME.args} (one a line), the
 * exit code and standard error stand in {@code NAME.expected}. {@code -Dgolden.rewrite=true} writes these anew.
 */
final class BadInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/bad");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(
                            f -> f.toString().endsWith(".ode") || f.toString().endsWith(".args"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theDiagnosticIsTheExpectedOne(Path input) throws IOException {
        Run run = Run.of(
                (problem, options) -> {
                    throw new AssertionError("this is no bad input");
                },
                words(input));
        assertThat(run.exit()).isIn(ExitCode.USAGE, ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        Golden.compare(Golden.beside(input, ".expected"), "exit " + run.exit() + "\n" + run.err());
    }

    private static String[] words(Path input) throws IOException {
        return input.toString().endsWith(".args")
                ? Files.readAllLines(input).toArray(String[]::new)
                : new String[] {"derive", input.toString().replace('\\', '/')};
    }
}
