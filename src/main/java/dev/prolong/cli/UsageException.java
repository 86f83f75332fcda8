package dev.prolong.cli;

/** The command cannot be carried out as it was given: wrong usage, an unreadable file, an unwritable output. Ends with code 2. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
