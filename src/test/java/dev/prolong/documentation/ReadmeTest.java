package dev.prolong.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README names is there. (Its commands are run by {@code .ci/run}, once the program is built.) */
final class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?<![\\w/])docs/[\\w./-]+\\w");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");

    @Test
    void firstScreenHasTheTwoCommands() throws IOException {
        assertThat(shellLines())
                .startsWith(
                        "mvn -q package -DskipTests && target/prolong/bin/prolong derive docs/examples/cosine.ode",
                        "mvn verify");
    }

    @Test
    void everyFileItNamesIsThere() throws IOException {
        assertThat(found(FILE, 0)).isNotEmpty().allSatisfy(ReadmeTest::isThere);
        assertThat(found(LINK, 1)).isNotEmpty().allSatisfy(ReadmeTest::isThere);
    }

    @Test
    void everyProfileItNamesIsThere() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertThat(found(PROFILE, 1))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(build).contains("<id>" + name + "</id>"));
    }

    @Test
    void launcherIsWhereItSays() throws IOException {
        assertThat(Path.of("src/main/scripts/prolong")).isExecutable();
        assertThat(Files.readString(Path.of("pom.xml"))).contains("${project.build.directory}/prolong<");
    }

    private static List<String> shellLines() throws IOException {
        return found(SHELL, 1).stream().flatMap(String::lines).toList();
    }

    private static List<String> found(Pattern pattern, int group) throws IOException {
        return pattern.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private static void isThere(String path) {
        assertThat(Path.of(path)).exists();
    }
}
