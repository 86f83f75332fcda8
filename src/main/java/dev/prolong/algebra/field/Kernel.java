package dev.prolong.algebra.field;

import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What a variable of a differential field stands for, and by which law it is differentiated.
 *
 * <p>Source: Bronstein, Symbolic Integration I (2nd ed.), chapters 3 and 9.
 */
sealed interface Kernel {
    /** The tree it stands for. */
    IExpr tree();

    /** A free symbol: a coordinate or a parameter. */
    record Free(ISymbol symbol) implements Kernel {
        @Override
        public IExpr tree() {
            return symbol;
        }
    }

    /** A constant number without a relation: pi, e, an opaque constant of integration. */
    record Constant(IExpr tree) implements Kernel {}

    /** {@code κ = e^b}: {@code dκ = κ db}. */
    record Exponential(IExpr tree, FieldElement exponent) implements Kernel {}

    /** {@code κ = tan(b/2)}: {@code dκ = (1 + κ²)/2 db}; sine and cosine of b are rational in it. */
    record HalfTangent(IExpr tree, FieldElement angle) implements Kernel {}

    /** {@code κ = log|p|} of an irreducible polynomial or a prime: {@code dκ = dp/p}. */
    record Logarithm(IExpr tree, Polynomial argument) implements Kernel {}

    /** {@code κ^n = g}, positive where {@code n} is even: {@code dκ = κ dg/(n g)}. */
    record Root(IExpr tree, int degree, Polynomial radicand) implements Kernel {}

    /** {@code κ = sign(p)}: {@code κ² = 1}, {@code dκ = 0}. */
    record Sign(IExpr tree, Polynomial argument) implements Kernel {}

    /**
     * A function with known derivative: inverse trigonometric, erf, Ei, lambertw, an unevaluated integral.
     *
     * @param smooth whether it is known to be smooth for all values of the coordinates
     */
    record Primitive(IExpr tree, boolean smooth) implements Kernel {}

    /** An arbitrary function, or a derivative of one, at some arguments. */
    record Arbitrary(IExpr tree) implements Kernel {}

    /** The power to which the relation of an algebraic kernel brings it down; 0 for a transcendental one. */
    default int relationDegree() {
        return this instanceof Root r ? r.degree() : this instanceof Sign ? 2 : 0;
    }
}
