package dev.prolong.cli;

/** A bound of time, memory or stack was met before there was anything to show. Ends with code 4. */
final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitException(String bound) {
        super(bound);
    }
}
