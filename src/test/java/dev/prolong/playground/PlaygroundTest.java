package dev.prolong.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server behind the page: who may ask, and what is answered. */
final class PlaygroundTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Playground playground;

    @BeforeAll
    static void start() throws Exception {
        playground = Playground.start(new PlaygroundOptions("127.0.0.1", 0, 2, Duration.ofSeconds(20)));
    }

    @AfterAll
    static void stop() {
        playground.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(playground.address() + path));
    }

    private static HttpResponse<String> post(String what, Map<String, ?> body) throws Exception {
        HttpRequest request = request("api/" + what)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String what, Map<String, ?> body) throws Exception {
        return JSON.readTree(post(what, body).body());
    }

    @Test
    void thePageAllowsNothingFromOutside() throws Exception {
        HttpResponse<String> page = CLIENT.send(request("").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("http", "*");
        assertThat(page.body()).doesNotContain("http://", "https://");
    }

    @Test
    void requestsFromOtherOriginsAreRefused() throws Exception {
        for (String origin : List.of("https://example.org", "null", "http://127.0.0.1:1")) {
            HttpRequest request = request("api/check")
                    .header("Origin", origin)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"source\":\"z' = z\"}"))
                    .build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
    }

    @Test
    void otherNamesForThisMachineAreRefused() throws Exception {
        URI at = URI.create(playground.address());
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).contains("403");
        }
    }

    @Test
    void largeAndSenselessRequestsAreRefused() throws Exception {
        assertThat(post("check", Map.of("source", "z".repeat(Gate.LARGEST_BODY)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("check", Map.of("text", "z' = z")).statusCode()).isEqualTo(400);
        assertThat(post("picture", Map.of("source", "never' = derived")).statusCode())
                .isEqualTo(409);
        assertThat(post("nonsense", Map.of("source", "z' = z")).statusCode()).isEqualTo(404);
    }

    @Test
    void errorsHaveTheirPlace() throws Exception {
        JsonNode error = json("check", Map.of("source", "z' = 2 z")).at("/errors/0");
        assertThat(error.get("start").asInt()).isEqualTo(7);
        assertThat(error.get("text").asText()).contains("^").contains("hint");
        assertThat(json("check", Map.of("source", "z' = 2*z")).get("errors")).isEmpty();
    }

    @Test
    void aDerivationIsStreamedThenDrawnVerifiedAndCopied() throws Exception {
        Map<String, String> system = Map.of("source", "z' = a*z", "ansatz", "separable", "id", "one");
        String events = post("derive", system).body();
        assertThat(events)
                .contains("event: stage", "event: step", "event: result")
                .doesNotContain("event: failed");
        assertThat(json("picture", Map.of("source", "z' = a*z", "ansatz", "separable", "values", Map.of("a", -1)))
                        .get("svg")
                        .asText())
                .startsWith("<svg");
        assertThat(json("copy", Map.of("source", "z' = a*z", "ansatz", "separable", "format", "json"))
                        .get("text")
                        .asText())
                .contains("\"schema\": \"prolong/1\"");
        Map<String, String> latex = Map.of("source", "z' = a*z", "ansatz", "separable", "format", "latex");
        assertThat(json("copy", latex).get("text").asText()).contains("\\begin{document}", "\\begin{picture}");
        Map<String, String> java = Map.of("source", "z' = a*z", "ansatz", "separable", "format", "java");
        assertThat(json("copy", java).get("text").asText()).contains("public static double value(");
        assertThat(post("copy", Map.of("source", "z' = a*z", "ansatz", "separable", "format", "c"))
                        .statusCode())
                .isEqualTo(400);
        JsonNode quantity = json("verify", Map.of("source", "z' = a*z", "kind", "quantity", "claim", "log(z)/a - t"));
        assertThat(quantity.get("verdict").asText()).isEqualTo("proved");
        JsonNode wrong = json("verify", Map.of("source", "z' = a*z", "kind", "generator", "claim", "t: t, z: 0"));
        assertThat(wrong.get("verdict").asText()).isEqualTo("refuted");
        assertThat(wrong.get("html").asText()).contains("does not satisfy");
        JsonNode right = json("verify", Map.of("source", "z' = a*z", "kind", "generator", "claim", "t: 1, z: z"));
        assertThat(right.get("verdict").asText()).isEqualTo("proved");
    }

    @Test
    void manyAtOnceAreAllAnsweredAfterTheirTurn() throws Exception {
        List<Iterator<String>> working = List.of(events(LONG, "busy0"), events(LONG, "busy1"));
        working.forEach(w -> until(w, "event: stage"));
        List<Iterator<String>> waiting = IntStream.range(0, 20)
                .mapToObj(i -> events("\"source\":\"y' = " + (i + 1) + "*y\",\"ansatz\":\"separable\"", "n" + i))
                .toList();
        List<String> places =
                waiting.stream().map(w -> until(w, "data: {\"place\"")).toList();
        assertThat(places).contains("data: {\"place\":1}", "data: {\"place\":3}", "data: {\"place\":20}");
        assertThat(cancel("busy0")).contains("true");
        assertThat(cancel("busy1")).contains("true");
        waiting.forEach(w -> until(w, "event: result"));
    }

    /** Work that no machine ends in a second. */
    private static final String LONG =
            "\"source\":\"x' = sin(x*y)*exp(z) + w; y' = cos(x+y*z); z' = tanh(x*w) + z; w' = x^3*y*z\","
                    + "\"ansatz\":\"polynomial 9\"";

    private static HttpRequest derivation(String problem, String id) {
        return request("api/derive")
                .POST(HttpRequest.BodyPublishers.ofString("{" + problem + ",\"id\":\"" + id + "\"}"))
                .build();
    }

    /** The lines of the answer as they come. */
    private static Iterator<String> events(String problem, String id) {
        return CLIENT.sendAsync(derivation(problem, id), HttpResponse.BodyHandlers.ofLines())
                .join()
                .body()
                .iterator();
    }

    /** The first line that begins so; what comes before it is read. */
    private static String until(Iterator<String> lines, String begin) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(begin)) {
                return line;
            }
        }
        throw new AssertionError("the answer ends without " + begin);
    }

    private static String cancel(String id) throws Exception {
        HttpRequest cancel = request("api/cancel")
                .POST(HttpRequest.BodyPublishers.ofString(id))
                .build();
        return CLIENT.send(cancel, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aDerivationCanBeCancelled() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                CLIENT.sendAsync(derivation(LONG, "long"), HttpResponse.BodyHandlers.ofString());
        String cancelled = "";
        while (!cancelled.contains("true") && !answer.isDone()) {
            cancelled = cancel("long");
        }
        assertThat(answer.join().body()).contains("cancelled");
        assertThat(workersAfter(Duration.ofSeconds(20))).isZero();
    }

    /** Threads that still derive after a while, or zero as soon as there are none. */
    private static long workersAfter(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long alive = Long.MAX_VALUE;
        while (alive > 0 && System.nanoTime() < end) {
            Thread.sleep(50);
            alive = Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().equals("derivation"))
                    .count();
        }
        return alive;
    }

    @Test
    void aLimitEndsADerivationAndItsWork() throws Exception {
        try (Playground hasty = Playground.start(new PlaygroundOptions("127.0.0.1", 0, 1, Duration.ofSeconds(1)))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(hasty.address() + "api/derive"))
                    .POST(HttpRequest.BodyPublishers.ofString("{" + LONG + ",\"id\":\"limited\"}"))
                    .build();
            String events =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(events).contains("event: result", "time limit");
        }
        assertThat(workersAfter(Duration.ofSeconds(20))).isZero();
    }
}
