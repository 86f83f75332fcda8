package dev.prolong.algebra;

/**
 * A computation ends because its thread was interrupted: a limit was reached, and nobody waits for what it would find. Whatever may run
 * long polls; expressions and polynomials do when they are made, so that what makes many of them need not.
 */
public final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interruption() {
        super("interrupted", null, false, false);
    }

    /** Returns unless the thread was interrupted. */
    public static void poll() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
