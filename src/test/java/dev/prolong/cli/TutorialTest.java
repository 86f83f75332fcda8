package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the tutorial do what it says: they run, and the lines shown under each are lines of its output. */
@Tag("slow")
final class TutorialTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final List<Integer> ANSWERS = List.of(ExitCode.DONE, ExitCode.REFUTED, ExitCode.CONDITIONAL);

    @TempDir
    static Path folder;

    static Stream<Arguments> commands() throws IOException {
        List<Arguments> out = new ArrayList<>();
        try (Stream<Path> lessons = Files.list(Path.of("docs/tutorial"))) {
            for (Path lesson : lessons.sorted().toList()) {
                Pattern one =
                        Pattern.compile("```sh\\n(prolong [^\\n]*)\\n```\\n(?:```text\\n(.*?)```)?", Pattern.DOTALL);
                for (MatchResult m :
                        one.matcher(Files.readString(lesson)).results().toList()) {
                    out.add(Arguments.of(m.group(1), m.group(2) == null ? "" : m.group(2)));
                }
            }
        }
        assertThat(out).hasSizeGreaterThan(15);
        return out.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void doesWhatTheLessonSays(String command, String shown) {
        Run run = Run.of(Pipeline::derive, words(command));
        assertThat(ANSWERS).as(run.err()).contains(run.exit());
        assertThat(shown.lines()).allSatisfy(line -> assertThat(run.out()).contains(line));
    }

    /** The words of a command after the program's name, its output put into a folder of the test. */
    private static String[] words(String command) {
        List<String> out = new ArrayList<>();
        Matcher m = WORD.matcher(command);
        while (m.find()) {
            String word = m.group(1) != null ? m.group(1) : m.group(2);
            boolean file = !out.isEmpty() && out.get(out.size() - 1).equals("--output");
            out.add(file ? folder.resolve(word).toString() : word);
        }
        return out.subList(1, out.size()).toArray(String[]::new);
    }
}
