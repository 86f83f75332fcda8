package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;

/** The bodies of the methods of the class of one quantity: written out, or with loops over vectors and matrices. */
interface QuantityBodies {
    /** {@code return I}. */
    CodeBlock value();

    /** The gradient from {@code out[to]} on, and {@code return I}. */
    CodeBlock gradient();

    /** {@code return dI/dt} for a given velocity. */
    CodeBlock rate();

    /** Its derivatives by t, x, the velocity and p, and {@code return dI/dt}. */
    CodeBlock rateAndGradient();

    /** The derivatives of the squared length of the gradient by x, which is returned. */
    CodeBlock squareNorm();

    /** Values and gradients at n points. */
    CodeBlock gradients();
}
