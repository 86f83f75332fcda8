package dev.prolong.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code generate} makes.
 *
 * @param files the classes, then {@code manifest.json}
 * @param skipped the quantities without a class, and why
 */
public record GeneratedFiles(List<GeneratedFile> files, List<Skipped> skipped) {
    /** A quantity for which no class was made. */
    public record Skipped(String quantity, String reason) {}

    public GeneratedFiles {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * Writes the files under a directory, which is made if it is not there; files of the same names are replaced.
     *
     * @throws IOException where the directory cannot be written
     */
    public void write(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        for (GeneratedFile file : files) {
            Path target = root.resolve(file.path()).normalize();
            if (!target.startsWith(root)) {
                throw new IOException("outside of the output directory: " + file.path());
            }
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(target, file.content(), StandardCharsets.UTF_8);
        }
    }
}
