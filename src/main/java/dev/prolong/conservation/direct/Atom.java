package dev.prolong.conservation.direct;

import org.matheclipse.core.interfaces.IExpr;

/**
 * A function whose powers make up the candidates.
 *
 * @param least the least exponent, zero or negative: negative where the function may stand in a denominator
 * @param most the greatest exponent
 * @param alone whether it enters only by itself, as a summand, like a logarithm
 */
record Atom(IExpr tree, int least, int most, boolean alone) {
    private static final int ANY = 99;

    /** A function that enters with any positive power. */
    static Atom positive(IExpr tree) {
        return new Atom(tree, 0, ANY, false);
    }

    /** A function that enters with these powers. */
    static Atom between(int least, IExpr tree, int most) {
        return new Atom(tree, least, most, false);
    }

    /** A function that enters with negative powers only. */
    static Atom denominator(IExpr tree) {
        return new Atom(tree, -ANY, 0, false);
    }

    /** A function that enters as a summand. */
    static Atom summand(IExpr tree) {
        return new Atom(tree, 0, 1, true);
    }

    /** The same function with negative powers as well. */
    Atom invertible() {
        return new Atom(tree, -ANY, most, false);
    }
}
