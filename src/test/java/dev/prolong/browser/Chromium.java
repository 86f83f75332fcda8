package dev.prolong.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with one page, driven by the Chrome DevTools Protocol. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int next = 1;

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    static Chromium start(Path profile) throws Exception {
        String program = System.getProperty("chromium", "chromium");
        List<String> words = new ArrayList<>(List.of(
                program,
                "--headless=new",
                "--disable-gpu",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(new File(profile.toFile(), "chromium.log"))
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600 && !(Files.exists(port) && Files.size(port) > 0); i++) {
            Thread.sleep(100);
        }
        String at = Files.readAllLines(port).get(0);
        HttpResponse<String> pages = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        for (JsonNode page : JSON.readTree(pages.body())) {
            if (page.get("type").asText().equals("page")) {
                Chromium out =
                        new Chromium(process, page.get("webSocketDebuggerUrl").asText());
                for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                    out.call(domain + ".enable", Map.of());
                }
                return out;
            }
        }
        throw new IOException("no page in " + pages.body());
    }

    /** Opens an address in a window of this width and waits until the page has loaded. */
    void open(String address, int width, int height) throws Exception {
        size(width, height);
        call("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    void size(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression of JavaScript. */
    JsonNode value(String expression) throws Exception {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Waits until an expression is true. */
    void await(String condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
        while (!value(condition).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + condition + "; page: "
                        + value("document.body.innerText.slice(0, 2000)").asText());
            }
            Thread.sleep(40);
        }
    }

    /** Types text into what has the focus. */
    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses a key, such as Enter or Tab, with modifiers (2: control). */
    void press(String key, int code, int modifiers) throws Exception {
        Map<String, Object> at = Map.of("key", key, "code", key, "windowsVirtualKeyCode", code, "modifiers", modifiers);
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode event = JSON.valueToTree(at);
            call("Input.dispatchKeyEvent", JSON.convertValue(event.put("type", type), Map.class));
        }
    }

    void screenshot(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
    }

    /** Errors and warnings on the console, and exceptions, since the last question. */
    List<String> errors() {
        List<String> out = List.copyOf(errors);
        errors.clear();
        return out;
    }

    /** Addresses asked for since the last question, data addresses aside. */
    List<String> requests() {
        List<String> out = List.copyOf(requests);
        requests.clear();
        return out;
    }

    private JsonNode call(String method, Map<?, ?> parameters) throws Exception {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        synchronized (this) {
            int id = next++;
            waiting.put(id, answer);
            String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
            socket.sendText(message, true).get(PATIENCE, TimeUnit.SECONDS);
        }
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                try {
                    read(JSON.readTree(whole));
                } catch (IOException e) {
                    errors.add("unreadable message: " + e);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void read(JsonNode message) {
            if (message.has("id")) {
                CompletableFuture<JsonNode> answer =
                        waiting.remove(message.get("id").asInt());
                if (message.has("error")) {
                    answer.completeExceptionally(
                            new AssertionError(message.get("error").toString()));
                } else {
                    answer.complete(message.get("result"));
                }
                return;
            }
            JsonNode about = message.path("params");
            switch (message.path("method").asText()) {
                case "Runtime.exceptionThrown" -> errors.add(about.toString());
                case "Runtime.consoleAPICalled" -> {
                    String type = about.get("type").asText();
                    if (type.equals("error") || type.equals("warning")) {
                        errors.add(about.toString());
                    }
                }
                case "Log.entryAdded" -> {
                    if (about.at("/entry/level").asText().equals("error")) {
                        errors.add(about.toString());
                    }
                }
                case "Network.requestWillBeSent" -> {
                    String url = about.at("/request/url").asText();
                    if (!url.startsWith("data:")) {
                        requests.add(url);
                    }
                }
                default -> {
                    // Of no interest here.
                }
            }
        }
    }
}
