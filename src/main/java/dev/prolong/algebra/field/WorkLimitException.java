package dev.prolong.algebra.field;

/** The work that was allowed in a field is done. */
public final class WorkLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkLimitException() {
        super("more work than allowed", null, false, false);
    }
}
