package dev.prolong.syntax;

import dev.prolong.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds rule files: those that come with prolong, in the resource folder {@code rules/FAMILY} (its file {@code index} lists them, one
 * name a line), and those in a folder of the user's.
 */
public final class RuleFiles {

    private static final String SUFFIX = ".rules";

    private RuleFiles() {}

    /** The rule files of a family that come with prolong, for example of {@code activations}, in the order of the index. */
    public static List<SourceText> standard(String family) {
        String folder = "/rules/" + family + "/";
        return resource(folder + "index")
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> resource(folder + file))
                .toList();
    }

    private static SourceText resource(String path) {
        try (InputStream stream = RuleFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return SourceText.read(path.substring(1), stream);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /**
     * The rule files in a folder, in the order of their names.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static List<SourceText> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        }
        List<SourceText> sources = new java.util.ArrayList<>();
        for (Path file : files) {
            try (InputStream stream = Files.newInputStream(file)) {
                sources.add(SourceText.read(file.toString(), stream));
            }
        }
        return sources;
    }
}
