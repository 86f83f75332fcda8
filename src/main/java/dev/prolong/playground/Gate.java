package dev.prolong.playground;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may ask: pages of this server only, by its own names (no other origins, no rebound names), with bodies of bounded size. */
final class Gate {
    static final int LARGEST_BODY = 64 << 10;

    private final Set<String> hosts;

    Gate(String host, int port) {
        this.hosts =
                new TreeSet<>(List.of(host + ":" + port, "localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port));
    }

    /** Whether a request comes from a page of this server, or from no page at all. */
    boolean admits(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean known = host != null && hosts.contains(host);
        boolean own = origin == null || hosts.stream().anyMatch(h -> origin.equals("http://" + h));
        boolean same = site == null || site.equals("same-origin") || site.equals("none") || isPage(exchange);
        return known && own && same;
    }

    /** Links from elsewhere may lead to the page itself, which only reads. */
    private static boolean isPage(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals("/")
                && "navigate".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Mode"));
    }

    /**
     * The body of a request.
     *
     * @throws RefusedException where it is too large
     */
    static byte[] body(HttpExchange exchange) throws IOException, RefusedException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new RefusedException(413, "the request is larger than " + LARGEST_BODY + " bytes");
            }
            return bytes;
        }
    }
}
