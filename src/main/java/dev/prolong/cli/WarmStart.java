package dev.prolong.cli;

import dev.prolong.algebra.Expr;

/**
 * Loads Symja's tables on a thread of its own while the command line and the input are read, which takes half as long. Only one
 * thread at a time may touch Symja until it is loaded, since its classes initialise each other in a circle: hence {@link #await}.
 */
final class WarmStart {
    private final Thread thread;

    private WarmStart(Thread thread) {
        this.thread = thread;
    }

    /** Begins to load. */
    static WarmStart begin() {
        Thread thread = new Thread(() -> Expr.symbol("t"), "warm start");
        thread.setDaemon(true);
        // the program may end while classes load; what fails here fails again where it is needed, and is told there
        thread.setUncaughtExceptionHandler((where, failure) -> {});
        thread.start();
        return new WarmStart(thread);
    }

    /** Returns when everything is loaded; to be called before the first use of an expression. */
    void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
