package dev.prolong.algebra.field;

/** An expression does not fit the field built so far; caught inside this package, which then builds a larger field. */
final class OutsideFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the field lacks. */
    enum Lack {
        VARIABLES,
        FINER_EXPONENTS,
        FINER_ANGLES,
        KNOWN_SIGN,
        SMOOTHNESS
    }

    private final transient Lack lack;
    private final transient int factor;

    OutsideFieldException(Lack lack, int factor, String what) {
        super(what, null, false, false);
        this.lack = lack;
        this.factor = factor;
    }

    Lack lack() {
        return lack;
    }

    /** For {@link Lack#FINER_EXPONENTS} and {@link Lack#FINER_ANGLES}: by how much they must be divided. */
    int factor() {
        return factor;
    }
}
