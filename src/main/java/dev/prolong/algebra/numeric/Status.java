package dev.prolong.algebra.numeric;

/** Whether an expression has a value at a point, and if not, why. */
public enum Status {
    /** It has a real value. */
    REAL("real"),
    /** It is not real there, or has a pole. */
    NOT_REAL("not real"),
    /** Beyond 10^300. */
    OVERFLOW("overflow"),
    /** An integral that does not converge, or not to the digits asked for. */
    DIVERGENT("the integral does not converge"),
    /** Too close to a boundary of its domain, or to zero in a divisor, to be told apart with the digits allowed. */
    UNSURE("too close to a boundary");

    private final String text;

    Status(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
