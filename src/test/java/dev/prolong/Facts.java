package dev.prolong;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Published facts, one a line, fields separated by tabs. */
public final class Facts {
    private Facts() {}

    public static Stream<Arguments> of(String resource) {
        return lines(resource).map(fields -> Arguments.of((Object[]) fields));
    }

    /** Those whose first field is among the names. */
    public static Stream<Arguments> of(String resource, List<String> names) {
        return lines(resource)
                .filter(fields -> names.contains(fields[0]))
                .map(fields -> Arguments.of((Object[]) fields));
    }

    private static Stream<String[]> lines(String resource) {
        try (InputStream in = Facts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split("\t", -1))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
