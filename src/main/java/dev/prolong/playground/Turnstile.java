package dev.prolong.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Lets a number of requests in at once; the others stand in line, in the order in which they came, and are told their place. */
final class Turnstile {
    private static final int LONGEST_LINE = 100;
    private static final long PATIENCE = 500;

    private final int atOnce;
    private final List<Object> line = new ArrayList<>();
    private int inside;

    Turnstile(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * Returns when it is this request's turn; to be followed by {@link #leave}.
     *
     * @param listener is told the place in the line, from 1
     *
     * @return false if the line is too long to stand in
     */
    boolean enter(IntConsumer listener) throws InterruptedException {
        Object ticket = new Object();
        synchronized (this) {
            if (line.size() >= LONGEST_LINE) {
                return false;
            }
            line.add(ticket);
        }
        boolean entered = false;
        try {
            int told = 0;
            while (!entered) {
                int place;
                synchronized (this) {
                    place = line.indexOf(ticket) + 1;
                    if (place == 1 && inside < atOnce) {
                        inside++;
                        entered = true;
                        break;
                    }
                    if (place == told) {
                        wait(PATIENCE);
                    }
                }
                if (place != told) {
                    listener.accept(place);
                    told = place;
                }
            }
        } finally {
            synchronized (this) {
                line.remove(ticket);
                notifyAll();
            }
        }
        return true;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }
}
