package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.derivation.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every work that a step refers to is in the list of references. */
class BibliographyTest {
    private static final Pattern REFERENCE =
            Pattern.compile("\"(\\p{Lu}[^\"]*?( (1[89]|20)\\d\\d|, (section|chapter|theorem) )[^\"]*)\"");

    @Test
    void hasEveryReference() throws IOException {
        Set<String> references = new TreeSet<>();
        for (String folder : List.of("ansatz", "determining", "pipeline", "conservation", "group")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/prolong", folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher m = REFERENCE.matcher(Files.readString(file));
                    while (m.find()) {
                        references.add(m.group(1));
                    }
                }
            }
        }
        assertThat(references).hasSizeGreaterThan(12);
        for (String reference : references) {
            Step step = new Step(Step.Stage.SOLUTION, "law", "Why.", List.of(), reference, List.of(), List.of());
            assertThat(Bibliography.of(List.of(step))).as(reference).hasSize(1);
        }
    }
}
