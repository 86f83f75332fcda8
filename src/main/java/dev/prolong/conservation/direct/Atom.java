package dev.prolong.conservation.direct;

import org.matheclipse.core.interfaces.IExpr;

/**
 * A function whose powers make up the candidates.
 *
 * @param least the least exponent, zero or negative: negative where the function may stand in a denominator
 * @param most the greatest exponent
 * @param kind how it enters
 */
record Atom(IExpr tree, int least, int most, Kind kind) {
    /** How an atom enters. */
    enum Kind {
        /** In products with all others. */
        FACTOR,
        /** Only by itself, as a summand, like a logarithm; or times parameters. */
        SUMMAND,
        /** In products with all others, and it is a constant. */
        PARAMETER
    }

    private static final int ANY = 99;

    /** A function that enters with any positive power. */
    static Atom positive(IExpr tree) {
        return new Atom(tree, 0, ANY, Kind.FACTOR);
    }

    /** A function that enters with these powers. */
    static Atom between(int least, IExpr tree, int most) {
        return new Atom(tree, least, most, Kind.FACTOR);
    }

    /** A function that enters with negative powers only. */
    static Atom denominator(IExpr tree) {
        return new Atom(tree, -ANY, 0, Kind.FACTOR);
    }

    /** A function that enters as a summand. */
    static Atom summand(IExpr tree) {
        return new Atom(tree, 0, 1, Kind.SUMMAND);
    }

    /** A constant that coefficients may be polynomials in. */
    static Atom parameter(IExpr symbol) {
        return new Atom(symbol, 0, ANY, Kind.PARAMETER);
    }

    /** Whether it enters only by itself or times parameters. */
    boolean alone() {
        return kind == Kind.SUMMAND;
    }

    /** Whether it enters with some positive powers only, as a root does whose other powers are products of one of these and its radicand. */
    boolean isRoot() {
        return least == 0 && most < ANY;
    }

    /** The same function with negative powers as well. */
    Atom invertible() {
        return new Atom(tree, -ANY, most, Kind.FACTOR);
    }
}
