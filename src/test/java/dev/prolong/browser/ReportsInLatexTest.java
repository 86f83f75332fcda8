package dev.prolong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked solutions compile with a plain LaTeX, and no line sticks out of the page. */
@Tag("slow")
@Tag("tex")
final class ReportsInLatexTest {
    private static final Path FOLDER = Path.of("target/tex");

    static Stream<Arguments> problems() throws Exception {
        return Problems.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void compiles(String name, String source) throws Exception {
        for (ExplainOptions.Detail detail : ExplainOptions.Detail.values()) {
            ExplainOptions options = new ExplainOptions(detail, detail == ExplainOptions.Detail.BRIEF);
            compile(
                    name + "-" + detail,
                    Format.LATEX.explain(Problems.derive(name, source), options, ReportOptions.DEFAULT));
        }
    }

    private static void compile(String name, String document) throws Exception {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".tex"), document);
        Process latex = new ProcessBuilder(
                        "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", name + ".tex")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(latex.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String log = Files.readString(FOLDER.resolve(name + ".log"), StandardCharsets.ISO_8859_1);
        assertThat(latex.exitValue())
                .as(log.lines().filter(l -> l.startsWith("!")).findFirst().orElse(""))
                .isZero();
        assertThat(log.lines()
                        .filter(l -> l.startsWith("Overfull \\hbox"))
                        .filter(l -> Double.parseDouble(l.replaceAll(".*\\(([0-9.]+)pt.*", "$1")) > 12))
                .isEmpty();
    }
}
