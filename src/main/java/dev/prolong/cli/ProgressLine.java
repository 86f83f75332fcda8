package dev.prolong.cli;

import java.util.Locale;
import java.util.function.Consumer;

/** One line on a terminal's standard error that says what is being done, once that takes longer than a moment. */
final class ProgressLine implements Consumer<String>, AutoCloseable {
    private static final long MOMENT = 1_000_000_000L;
    private static final long TICK_MILLIS = 250;
    private static final String CLEAR = "\r\033[K";

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final boolean shown;
    private volatile String stage = "";
    private boolean written;
    private boolean closed;

    ProgressLine(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.shown = !quiet && terminal.isInteractive();
        if (shown) {
            Thread ticker = new Thread(this::tick, "progress");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    @Override
    public void accept(String name) {
        stage = name;
    }

    private void tick() {
        try {
            while (write()) {
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean write() {
        long elapsed = System.nanoTime() - start;
        if (!closed && elapsed > MOMENT && !stage.isEmpty()) {
            terminal.messages(String.format(Locale.ROOT, "%sprolong: %s, %.0f s", CLEAR, stage, elapsed / 1e9));
            written = true;
        }
        return !closed;
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        closed = true;
        if (written) {
            terminal.messages(CLEAR);
        }
    }
}
