package dev.prolong.algebra.field;

/** An expression cannot be an element of a differential field: it has cases, or is too large. */
public final class NotSmoothException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSmoothException(String what) {
        super(what);
    }
}
