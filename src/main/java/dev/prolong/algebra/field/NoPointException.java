package dev.prolong.algebra.field;

/** A random point was unlucky: a denominator vanishes there, or a radicand has no root. Another one should be tried. */
public final class NoPointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoPointException(String message) {
        super(message);
    }
}
