package dev.prolong.playground;

import java.time.Duration;

/**
 * How a playground serves.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param atOnce derivations at the same time; others queue
 * @param limit of one derivation
 */
public record PlaygroundOptions(String host, int port, int atOnce, Duration limit) {
    public PlaygroundOptions {
        if (atOnce < 1) {
            throw new IllegalArgumentException("derivations at once: " + atOnce);
        }
    }
}
