package dev.prolong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.playground.Playground;
import dev.prolong.playground.PlaygroundOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playground as one uses it, by mouse and keyboard, on a screen and on a phone. */
@Tag("slow")
@Tag("browser")
final class PlaygroundInBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String DONE = "document.getElementById('status').textContent === 'done'";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Playground playground;

    @BeforeAll
    static void start() throws Exception {
        playground = Playground.start(new PlaygroundOptions("127.0.0.1", 0, 2, Duration.ofSeconds(60)));
        chromium = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        playground.close();
    }

    @BeforeEach
    void empty() throws Exception {
        chromium.open("about:blank?" + System.nanoTime(), 1280, 1000);
        chromium.errors();
        chromium.requests();
    }

    private static void link(String source, String ansatz, int width) throws Exception {
        chromium.open(
                playground.address() + "#e=" + URLEncoder.encode(source, StandardCharsets.UTF_8) + "&a="
                        + URLEncoder.encode(ansatz, StandardCharsets.UTF_8),
                width,
                1000);
    }

    private static void click(String selector) throws Exception {
        chromium.value("document.querySelector('" + selector + "').click()");
    }

    private static String text(String selector) throws Exception {
        return chromium.value("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private static void nothingWasWrong() {
        assertThat(chromium.errors()).isEmpty();
        assertThat(chromium.requests())
                .allMatch(url -> url.startsWith(playground.address()) || url.startsWith("about:"));
    }

    @Test
    void aLinkDerivesAndThePageFits() throws Exception {
        for (int width : new int[] {400, 1280}) {
            link("z' = cos(theta1*z + theta2)", "separable", width);
            chromium.await(DONE + " && document.querySelector('#picture svg') !== null");
            chromium.screenshot(SCREENSHOTS.resolve("playground-" + width + ".png"));
            assertThat(chromium.value("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(width);
            assertThat(chromium.value("document.querySelectorAll('#solution .m').length")
                            .asInt())
                    .isPositive()
                    .isEqualTo(chromium.value("document.querySelectorAll('#solution .m .katex').length")
                            .asInt());
            assertThat(chromium.value("document.querySelectorAll('.bad').length")
                            .asInt())
                    .isZero();
            assertThat(text("#solution")).contains("Prolongation of the generator", "Verification");
            assertThat(chromium.value("document.querySelectorAll('#stages .done').length")
                            .asInt())
                    .isPositive();
        }
        nothingWasWrong();
    }

    @Test
    void errorsStandUnderACaretWhileTyping() throws Exception {
        chromium.open(playground.address(), 1280, 1000);
        chromium.value("document.getElementById('source').focus(); document.getElementById('source').select()");
        chromium.type("z' = 2 z");
        chromium.await("document.querySelector('#problems pre') !== null");
        assertThat(text("#problems")).contains("an operator is missing before `z`", "^");
        assertThat(text("#marks mark")).isEqualTo("z");
        chromium.screenshot(SCREENSHOTS.resolve("playground-error.png"));
        chromium.value("document.getElementById('source').select()");
        chromium.type("z' = 2*z");
        chromium.await("document.querySelector('#problems pre') === null");
        nothingWasWrong();
    }

    @Test
    void theKeyboardDerivesAndCancels() throws Exception {
        chromium.open(playground.address(), 1280, 1000);
        chromium.value("document.getElementById('source').focus(); document.getElementById('source').select()");
        chromium.type("y' = y");
        chromium.press("Enter", 13, 2);
        chromium.await(DONE);
        chromium.value("document.getElementById('ansatz').value = 'polynomial 9';"
                + "document.getElementById('source').focus(); document.getElementById('source').select()");
        chromium.type("x' = sin(x*y)*exp(z) + w; y' = cos(x+y*z); z' = tanh(x*w) + z; w' = x^3*y*z");
        chromium.press("Enter", 13, 2);
        chromium.await("!document.getElementById('cancel').hidden");
        chromium.press("Escape", 27, 0);
        chromium.await("document.getElementById('status').textContent === 'cancelled'");
        nothingWasWrong();
    }

    @Test
    void slidersMoveTheSolutions() throws Exception {
        link("z' = cos(theta1*z + theta2)", "separable", 1280);
        chromium.await(DONE + " && document.querySelector('#picture svg') !== null");
        for (String name : new String[] {"ε", "theta1"}) {
            chromium.value("window.before = document.querySelector('#picture').innerHTML");
            chromium.value("(() => { const s = document.querySelector('input[aria-label=\"" + name
                    + "\"]'); s.value = 0.4; s.dispatchEvent(new Event('input')); })()");
            chromium.await("document.querySelector('#picture').innerHTML !== window.before");
        }
        assertThat(text("#sliders")).contains("0.40");
        assertThat(text("#caption")).contains("Direction field", "0.4");
        nothingWasWrong();
    }

    @Test
    void aWrongGeneratorIsRefutedAndARightOneProved() throws Exception {
        link("z' = cos(theta1*z + theta2)", "separable", 1280);
        chromium.await(DONE);
        claim("t: t, z: 0");
        chromium.await("document.querySelector('#verdict .refuted') !== null");
        assertThat(text("#verdict")).contains("refuted");
        chromium.value("document.getElementById('verdict').scrollIntoView()");
        chromium.screenshot(SCREENSHOTS.resolve("playground-refuted.png"));
        claim("t: 1, z: 0");
        chromium.await("document.querySelector('#verdict .proved') !== null");
        nothingWasWrong();
    }

    @Test
    void resultsAreCopiedAndLinked() throws Exception {
        link("z' = a*z", "separable", 1280);
        chromium.await(DONE);
        chromium.value(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async t => { window.copied = t; }}}); 0");
        String[][] formats = {{"json", "prolong/1"}, {"latex", "documentclass"}, {"java", "public static double value("}
        };
        for (String[] format : formats) {
            chromium.value("window.copied = ''; 0");
            click("button[data-format=" + format[0] + "]");
            chromium.await("window.copied.length > 0");
            assertThat(chromium.value("window.copied").asText()).contains(format[1]);
        }
        assertThat(chromium.value("document.getElementById('permalink').href").asText())
                .startsWith(playground.address())
                .contains("z%27+%3D+a*z", "a=separable");
        nothingWasWrong();
    }

    @Test
    void theExamplesAndTheAnsatzAreReachedByKeyboard() throws Exception {
        chromium.open(playground.address(), 1280, 1000);
        assertThat(chromium.value("document.getElementById('copies').offsetParent === null")
                        .asBoolean())
                .isTrue();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            chromium.press("Tab", 9, 0);
            order.append(chromium.value("document.activeElement.id").asText()).append(' ');
        }
        assertThat(order.toString()).isEqualTo("example ansatz source derive permalink ");
        chromium.value("document.getElementById('example').value = '7';"
                + "document.getElementById('example').dispatchEvent(new Event('change'))");
        chromium.await(DONE);
        assertThat(text("#solution")).contains("Generators");
        nothingWasWrong();
    }

    private static void claim(String claim) throws Exception {
        chromium.value("document.getElementById('claim').value = '" + claim + "'");
        click("#claim-form button");
    }

    @Test
    void twentyAtOnceQueueAndAreAllAnswered() throws Exception {
        chromium.open(playground.address(), 1280, 1000);
        String all =
                "Promise.all(Array.from({length: 20}, (_, i) => fetch('/api/derive', {method: 'POST', body: JSON.stringify("
                        + "{source: \"y' = \" + (i + 1) + '*y', ansatz: 'separable', id: 'b' + i})}).then(r => r.text())))"
                        + ".then(texts => ({whole: texts.filter(t => t.includes('event: result')).length,"
                        + " queued: texts.filter(t => t.includes('event: queued')).length}))";
        chromium.value("window.answered = null; " + all + ".then(a => { window.answered = a; }); 0");
        chromium.await("window.answered !== null");
        assertThat(chromium.value("window.answered.whole").asInt()).isEqualTo(20);
        nothingWasWrong();
    }
}
