package dev.prolong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.playground.Playground;
import dev.prolong.playground.PlaygroundOptions;
import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the screenshots that the documentation shows: {@code mvn test -Pbrowser -Dtest=ScreenshotsTest -Dscreenshots=docs/pictures}. */
@Tag("slow")
@Tag("browser")
final class ScreenshotsTest {
    private static final String EQUATION = "z' = cos(theta1*z + theta2)";
    private static final Path TO = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final long LARGEST = 200_000;

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

    private static void shoot(String name) throws Exception {
        Path file = TO.resolve(name + ".png");
        chromium.await("document.fonts.status === 'loaded'");
        chromium.screenshot(file);
        assertThat(Files.size(file)).isBetween(10_000L, LARGEST);
    }

    @Test
    void theWorkedSolution() throws Exception {
        Path page = folder.resolve("cosine.html");
        Files.writeString(
                page,
                Format.HTML.explain(
                        Prolong.derive("system cosine; parameters theta1 != 0, theta2; " + EQUATION),
                        ExplainOptions.DEFAULT,
                        ReportOptions.DEFAULT));
        for (int width : new int[] {900, 400}) {
            chromium.open(page.toUri().toString(), width, 900);
            chromium.await("document.documentElement.dataset.formulas === 'set'");
            chromium.value("document.querySelector('#step-5').scrollIntoView()");
            shoot(width == 900 ? "report" : "report-phone");
        }
    }

    @Test
    void thePlayground() throws Exception {
        PlaygroundOptions options = new PlaygroundOptions("127.0.0.1", 0, 2, Duration.ofSeconds(60));
        try (Playground playground = Playground.start(options)) {
            for (int width : new int[] {1000, 400}) {
                chromium.open(
                        playground.address() + "#a=separable&e=" + URLEncoder.encode(EQUATION, StandardCharsets.UTF_8),
                        width,
                        1000);
                chromium.await("document.getElementById('status').textContent === 'done'"
                        + " && document.querySelector('#picture svg') !== null");
                shoot(width == 1000 ? "playground" : "playground-phone");
                // away, so that the next link loads the page anew
                chromium.open("about:blank?" + width, width, 1000);
            }
        }
    }
}
