package dev.prolong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every source file: it is short, finished, and in a package without null. */
final class SourceTreeTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final int LONGEST = 400;

    /** The words that no file may hold; they stand here only to be looked for. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\bTODO\\b|\\bFIXME\\b|(?i:not (yet )?implemented)|UnsupportedOperationException");

    private static final Pattern EMPTY_CATCH = Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*}");

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(sources())
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void nothingIsUnfinished() throws IOException {
        assertThat(sources())
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern(UNFINISHED)
                        .doesNotContainPattern(EMPTY_CATCH));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() throws IOException {
        List<Path> packages =
                sources().stream().map(Path::getParent).distinct().sorted().toList();
        assertThat(packages)
                .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
