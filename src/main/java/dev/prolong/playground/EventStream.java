package dev.prolong.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events (WHATWG HTML, section 9.2) to one client. A thread of its own writes them, since a thread that may be interrupted
 * would close the channel; between events it sends what no client sees, to learn whether the client is still there.
 */
final class EventStream implements AutoCloseable {
    private static final long BEAT = 400;
    private static final String BEAT_TEXT = ":\n\n";
    private static final String END = "";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final Runnable gone;
    private final Thread writer = new Thread(this::write, "events");

    /**
     * Begins to write.
     *
     * @param gone is run, on another thread, when the client turns out to have gone
     */
    EventStream(OutputStream out, Runnable gone) {
        this.out = out;
        this.gone = gone;
        writer.setDaemon(true);
    }

    EventStream start() {
        writer.start();
        return this;
    }

    /** Sends an event, without waiting. */
    void send(String event, JsonNode data) {
        events.add("event: " + event + "\ndata: " + data + "\n\n");
    }

    private void write() {
        try {
            for (String text = next(); !text.equals(END); text = next()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            gone.run();
        }
    }

    private String next() throws InterruptedException {
        String text = events.poll(BEAT, TimeUnit.MILLISECONDS);
        return text == null ? BEAT_TEXT : text;
    }

    /** Returns when everything is written. */
    @Override
    public void close() {
        events.add(END);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
