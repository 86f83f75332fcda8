package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a program is expected to write. With {@code -Dgolden.rewrite=true} they are written anew instead. */
final class Golden {
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    private Golden() {}

    /** The file next to an input with another ending. */
    static Path beside(Path input, String ending) {
        String name = input.getFileName().toString();
        return input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    static void compare(Path expected, String actual) throws IOException {
        if (REWRITE) {
            Files.writeString(expected, actual);
        } else {
            assertThat(expected).as("run with -Dgolden.rewrite=true to make it").exists();
            assertThat(actual).isEqualTo(Files.readString(expected));
        }
    }
}
