package dev.prolong.algebra.field;

/**
 * An element of a {@link DifferentialField}: a quotient of polynomials in its coordinates, constants and kernels, in lowest terms,
 * algebraic kernels reduced. It is zero exactly if its numerator is.
 */
public final class FieldElement {
    private final Polynomial numerator;
    private final Polynomial denominator;

    FieldElement(Polynomial numerator, Polynomial denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    Polynomial numerator() {
        return numerator;
    }

    Polynomial denominator() {
        return denominator;
    }

    public boolean isZero() {
        return numerator.isZero();
    }

    public boolean isOne() {
        return numerator.equals(denominator);
    }

    /** Whether it is a rational number. */
    public boolean isRational() {
        return numerator.isConstant() && denominator.isConstant();
    }

    /** A measure of work: the number of its terms. */
    public int size() {
        return numerator.size() + denominator.size();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FieldElement e && numerator.equals(e.numerator) && denominator.equals(e.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return "(" + numerator + ")/(" + denominator + ")";
    }
}
