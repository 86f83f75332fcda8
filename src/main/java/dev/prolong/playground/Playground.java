package dev.prolong.playground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The server of the playground; by the JDK's own HTTP server, for one machine. */
public final class Playground implements AutoCloseable {
    private static final int CONNECTIONS = 150;
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Desk desk;
    private final String address;

    private Playground(HttpServer server, ExecutorService threads, Desk desk, String address) {
        this.server = server;
        this.threads = threads;
        this.desk = desk;
        this.address = address;
    }

    /**
     * Begins to serve.
     *
     * @throws IOException where the address cannot be listened on
     */
    public static Playground start(PlaygroundOptions options) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(options.host()), options.port()), BACKLOG);
        int port = server.getAddress().getPort();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(4, CONNECTIONS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "playground");
                    thread.setDaemon(true);
                    return thread;
                });
        Question.warmUp();
        Gate gate = new Gate(options.host(), port);
        Desk desk = new Desk(options);
        Pages pages = new Pages();
        server.createContext("/", exchange -> answer(exchange, gate, desk, pages));
        server.setExecutor(threads);
        server.start();
        return new Playground(server, threads, desk, "http://" + options.host() + ":" + port + "/");
    }

    /** Where the page is. */
    public String address() {
        return address;
    }

    private static void answer(HttpExchange exchange, Gate gate, Desk desk, Pages pages) throws IOException {
        try (exchange) {
            Pages.harden(exchange);
            try {
                dispatch(exchange, gate, desk, pages);
            } catch (RefusedException e) {
                Pages.text(exchange, e.status(), e.reason());
            } catch (RuntimeException e) {
                Pages.text(exchange, 500, "a bug in prolong: " + e);
            }
        }
    }

    private static void dispatch(HttpExchange exchange, Gate gate, Desk desk, Pages pages)
            throws IOException, RefusedException {
        if (!gate.admits(exchange)) {
            throw new RefusedException(403, "requests from other origins are refused");
        }
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            pages.answer(exchange, path);
        } else if (exchange.getRequestMethod().equals("POST") && path.startsWith("/api/")) {
            desk.answer(exchange, path.substring("/api/".length()));
        } else {
            throw new RefusedException(405, "there is only GET, and POST to /api/");
        }
    }

    /** Stops serving; what runs is interrupted. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        desk.close();
    }
}
