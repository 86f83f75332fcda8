package dev.prolong.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README names is there. (Its commands are run by {@code .ci/run}, once the program is built.) */
final class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("\\n\\| `([a-z]+)` \\|");
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

    /** The Java in it compiles, runs, and prints what the sentence before it says. */
    @Test
    void theSnippetRuns(@TempDir Path folder) throws Exception {
        String snippet = found(JAVA, 1).get(0);
        Path file = Files.writeString(folder.resolve("Example.java"), snippet);
        String classPath = System.getProperty("java.class.path");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-Werror", "-cp", classPath, "-d", folder.toString(), file.toString());
        assertThat(status).isZero();
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standard);
        }
        String said = found(Pattern.compile("\\(this prints `(.*)`\\)"), 1).get(0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(said + System.lineSeparator());
    }

    /** Every command of the program is named, and every command named is one. */
    @Test
    void everyCommandIsNamed() throws IOException {
        List<String> named = found(COMMAND, 1);
        assertThat(named).contains("derive", "generate", "verify", "activations", "batch");
        assertThat(shellLines().stream().filter(l -> l.contains("bin/prolong ")))
                .allSatisfy(l -> assertThat(named).anyMatch(c -> l.contains("bin/prolong " + c + " ")));
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
