package dev.prolong.cli;

/** What the program tells the shell. */
final class ExitCode {
    /** Done; of {@code verify}: the claim holds. */
    static final int DONE = 0;

    static final int REFUTED = 1;
    /** Wrong usage, an unreadable file, an unwritable output. */
    static final int USAGE = 2;

    static final int BAD_INPUT = 3;
    /** A limit was reached; what was found so far is printed. */
    static final int LIMIT = 4;

    static final int CONDITIONAL = 5;
    static final int UNDECIDED = 6;
    /** A bug in prolong. */
    static final int BUG = 70;

    private ExitCode() {}
}
