package dev.prolong.cli;

import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import dev.prolong.report.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say in what form a result is written, and where. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text, json, markdown, latex or html; by default by the ending of the output file, else text.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the result to a file.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--ascii", description = "Keep text to ASCII; so too where the locale is not UTF-8.")
    private boolean ascii;

    @Option(names = "--timings", description = "Say where the time went.")
    private boolean timings;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress on standard error.")
    private boolean quiet;

    /**
     * The format, and that the output can be written as far as can be told now: before the work, not after it.
     *
     * @throws UsageException if either is wrong
     */
    Format check() throws UsageException {
        if (output.isPresent()) {
            checkWritable(output.get());
        }
        String name = format.orElseGet(this::formatByEnding);
        return Format.byName(name)
                .orElseThrow(() -> new UsageException(
                        "unknown format " + name + ": there are text, json, markdown, latex and html"));
    }

    private String formatByEnding() {
        String name = output.map(o -> o.toString().toLowerCase(Locale.ROOT)).orElse("");
        return name.endsWith(".json")
                ? "json"
                : name.endsWith(".md")
                        ? "markdown"
                        : name.endsWith(".tex") ? "latex" : name.endsWith(".html") ? "html" : "text";
    }

    static void checkWritable(Path file) throws UsageException {
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("cannot write " + file + ": it is a directory");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UsageException("cannot write " + file + ": there is no directory " + file.getParent());
        }
        if (!Files.isWritable(Files.exists(file) ? file : parent)) {
            throw new UsageException("cannot write " + file + ": permission denied");
        }
    }

    ReportOptions report(Terminal terminal) {
        return new ReportOptions(terminal.width(), ascii || terminal.isAscii(), timings);
    }

    boolean quiet() {
        return quiet;
    }

    void write(Terminal terminal, String result) throws UsageException {
        if (output.isEmpty()) {
            terminal.print(result);
            return;
        }
        write(output.get(), result);
    }

    /** The name of the output file without its ending, where there is one. */
    Optional<String> stem() {
        return output.map(o -> o.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    /** To the output file, pictures beside it. */
    void write(Written report) throws UsageException {
        Path file = output.orElseThrow();
        write(file, report.text());
        for (Map.Entry<String, String> picture : report.pictures().entrySet()) {
            write(file.resolveSibling(picture.getKey()), picture.getValue());
        }
    }

    private static void write(Path file, String text) throws UsageException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException(IoMessage.writing(file.toString(), e));
        }
    }
}
