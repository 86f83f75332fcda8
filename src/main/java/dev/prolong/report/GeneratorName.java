package dev.prolong.report;

/**
 * What generators are called. Their letter is one that no input can have, so that they are told from infinitesimals and states of the
 * same name; notations write it in bold, where they can.
 */
final class GeneratorName {
    /** Mathematical bold capital X, U+1D417. */
    static final String LETTER = "\uD835\uDC17";

    private GeneratorName() {}

    /** {@code X_number}, numbers from 1. */
    static String of(int number) {
        return LETTER + number;
    }

    /** The engine calls generators plain {@code X1}, {@code X2}. */
    static String ofEngine(String name) {
        return name.matches("X[0-9]+") ? LETTER + name.substring(1) : name;
    }
}
