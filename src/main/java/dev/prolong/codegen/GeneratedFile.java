package dev.prolong.codegen;

/**
 * A source file, not yet written.
 *
 * @param path relative to the output directory, with {@code /} between names made of letters, digits, {@code _} and one dot
 */
public record GeneratedFile(String path, String content) {
    public GeneratedFile {
        if (!path.matches("([A-Za-z_$][A-Za-z0-9_$]*/)*[A-Za-z_$][A-Za-z0-9_$]*\\.[a-z]+")) {
            throw new IllegalArgumentException("not a plain relative path: " + path);
        }
    }
}
