package dev.prolong.playground;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.prolong.report.HtmlReport;
import dev.prolong.report.Katex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page itself and what it consists of; and how answers are sent. */
final class Pages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:;"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private record Page(String type, String content) {}

    private final Map<String, Page> byPath = new LinkedHashMap<>();

    Pages() {
        put("/", "text/html", resource("index.html"));
        put("/app.js", "text/javascript", resource("app.js"));
        put("/app.css", "text/css", HtmlReport.style() + resource("app.css"));
        put("/katex.js", "text/javascript", Katex.script());
        put("/katex.css", "text/css", Katex.style());
    }

    private void put(String path, String type, String content) {
        byPath.put(path, new Page(type + "; charset=utf-8", content));
    }

    void answer(HttpExchange exchange, String path) throws IOException {
        Page page = byPath.get(path);
        if (page == null) {
            text(exchange, 404, "there is no such page");
        } else {
            send(exchange, 200, page.type(), page.content().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The headers of every answer. */
    static void harden(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        if (exchange.getResponseCode() == -1) {
            send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
