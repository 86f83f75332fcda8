package dev.prolong.syntax;

/** Bounds that keep every input, however hostile, from exhausting time, memory or the stack. */
final class Limits {

    /** Words and signs in one text. */
    static final int TOKENS = 250_000;

    /** Brackets open at the same time. */
    static final int NESTING = 300;

    /** Exponents standing upon each other, {@code a^b^c^...}. */
    static final int TOWER = 100;

    /** Order of a derivative. */
    static final int ORDER = 1000;

    /** Digits of a number, and the size of its decimal exponent. */
    static final int DIGITS = 1000;

    private Limits() {}
}
