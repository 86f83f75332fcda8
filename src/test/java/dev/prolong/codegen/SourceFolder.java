package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the Java files of a folder into it, with the class path of the tests. */
final class SourceFolder {
    private SourceFolder() {}

    /** A loader of the classes; fails the test where they do not compile. */
    static URLClassLoader compile(Path folder, String... more) throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.map(Path::toString)
                    .filter(f -> f.endsWith(".java"))
                    .sorted()
                    .toList();
        }
        String[] options = Stream.of(
                        Stream.of(more),
                        Stream.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        sources.stream())
                .flatMap(s -> s)
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options))
                .isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, SourceFolder.class.getClassLoader());
    }
}
