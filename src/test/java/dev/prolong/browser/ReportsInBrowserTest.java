package dev.prolong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked solutions as a reader sees them: everything is set, nothing is asked of the network, nothing hangs over the edge. */
@Tag("slow")
@Tag("browser")
final class ReportsInBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
    }

    static Stream<Arguments> problems() throws Exception {
        return Problems.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void isWholeAndFits(String name, String source) throws Exception {
        for (boolean blanks : new boolean[] {false, true}) {
            ExplainOptions options = new ExplainOptions(ExplainOptions.Detail.FULL, blanks);
            Path page = folder.resolve(name + blanks + ".html");
            Files.writeString(page, Format.HTML.explain(Problems.derive(name, source), options, ReportOptions.DEFAULT));
            for (int width : new int[] {400, 1280}) {
                look(page, width, name + "-" + width + (blanks ? "-blanks" : ""));
            }
        }
    }

    private static void look(Path page, int width, String name) throws Exception {
        chromium.requests();
        chromium.errors();
        chromium.open(page.toUri().toString(), width, 1600);
        chromium.await("document.documentElement.dataset.formulas !== undefined");
        chromium.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertThat(chromium.value("document.documentElement.dataset.formulas").asText())
                .isEqualTo("set");
        assertThat(chromium.value("document.querySelectorAll('.m').length").asInt())
                .isPositive()
                .isEqualTo(chromium.value("document.querySelectorAll('.m > .katex, .m > .katex-display').length")
                        .asInt());
        assertThat(chromium.value("document.querySelectorAll('.katex-error').length")
                        .asInt())
                .isZero();
        assertThat(chromium.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.requests()).allMatch(url -> url.equals(page.toUri().toString()));
        assertThat(chromium.errors()).isEmpty();
    }
}
