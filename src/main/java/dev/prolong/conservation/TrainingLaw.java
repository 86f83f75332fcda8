package dev.prolong.conservation;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What a law of discrete backpropagation says of a network between a linear encoder and decoder, for any loss, data and Runge–Kutta method:
 * a transformation of the weights that no output feels.
 *
 * @param identity vanishes; {@code g_W} is the derivative of the loss by W
 * @param law the same in vectors and matrices
 * @param constant what gradient flow {@code dW/dτ = −g_W} keeps by it; empty where the transformation is no gradient
 */
public record TrainingLaw(IExpr identity, ArrayLaw law, Optional<Constant> constant) {
    /** The identity in vectors and matrices, or its scalar form where it has none. */
    public String vectorForm() {
        return law.text();
    }

    /**
     * A function M of the weights that gradient flow keeps. A step {@code W − η g} of gradient descent keeps it too where its degree is 1, and
     * adds {@code η² M(g)}, M of the gradients, where it is 2.
     *
     * @param degree M is homogeneous of this degree, so that under weight decay {@code dW/dτ = −g_W − λ W} it goes like {@code e^(−degree λ
     *     τ)}; 0 where it is not homogeneous
     */
    public record Constant(IExpr expression, ArrayLaw law, int degree) {
        /** M in vectors and matrices, or its scalar form where it has none. */
        public String vectorForm() {
            return law.text();
        }
    }
}
