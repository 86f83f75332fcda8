package dev.prolong.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.equation.Elaboration;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages under {@code docs/} name is there, and what they show is read as they say. */
final class DocsTest {
    private static final Path MAIN = Path.of("src/main/java/dev/prolong");
    private static final Pattern QUALIFIED = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z]\\w+)`");
    private static final Pattern PACKAGE = Pattern.compile("^\\| [0-9 ]*\\| `([a-z.]+)`", Pattern.MULTILINE);
    private static final Pattern READ_FIRST =
            Pattern.compile("^\\|.*\\| ((?:`[A-Z]\\w+`(?:, )?)+) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern BLOCK = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyClassThatThePagesNameIsThere() throws IOException {
        String pages = page("algorithms") + page("architecture");
        List<Path> named = QUALIFIED
                .matcher(pages)
                .results()
                .map(m -> MAIN.resolve(m.group(1).replace('.', '/')).resolve(m.group(2) + ".java"))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void theMapNamesEveryPackageAndWhereToBegin() throws IOException {
        String map = page("architecture");
        List<String> packages =
                PACKAGE.matcher(map).results().map(m -> m.group(1)).toList();
        try (Stream<Path> folders = Files.list(MAIN)) {
            assertThat(packages)
                    .containsAll(folders.filter(Files::isDirectory)
                            .map(p -> p.getFileName().toString())
                            .toList());
        }
        List<String> first = READ_FIRST
                .matcher(map)
                .results()
                .flatMap(m -> Stream.of(m.group(1).split("[`, ]+")))
                .filter(s -> !s.isEmpty() && !s.endsWith("Test"))
                .toList();
        List<String> sources = sources(Path.of("src/main/java"));
        assertThat(first)
                .hasSizeGreaterThan(20)
                .allSatisfy(c -> assertThat(sources).contains(c));
    }

    @Test
    void everyTestThatKeepsAnInvariantIsThere() throws IOException {
        List<String> sources = sources(Path.of("src/test/java"));
        TEST.matcher(page("architecture"))
                .results()
                .forEach(m -> assertThat(sources).contains(m.group(1)));
        String architecture = Files.readString(Path.of("src/test/java/dev/prolong/architecture/ArchitectureTest.java"));
        Pattern rule = Pattern.compile("`(?:ArchitectureTest)?\\.(\\w+)`");
        assertThat(rule.matcher(page("architecture")).results().map(m -> m.group(1)))
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(architecture).contains(" " + name));
    }

    @Test
    void everyMessageIsListed() throws IOException {
        String page = page("diagnostics");
        List<String> missing = Stream.of(DiagnosticKind.values())
                .filter(kind -> !page.contains("| `" + kind.name() + "` |"))
                .map(kind -> "| `" + kind.name() + "` | " + kind.message() + " | " + kind.hint() + " |")
                .toList();
        assertThat(missing).as("lines to add to docs/diagnostics.md").isEmpty();
    }

    @Test
    void theExamplesOfTheLanguageAreRead() throws IOException {
        List<String> blocks =
                BLOCK.matcher(page("language")).results().map(m -> m.group(1)).toList();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(Elaboration.of(OdeParser.parse(SourceText.of("language.md", block)))
                                .system()
                                .equations())
                        .isNotEmpty());
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("docs", name + ".md"));
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".java"))
                    .map(n -> n.substring(0, n.length() - 5))
                    .toList();
        }
    }
}
