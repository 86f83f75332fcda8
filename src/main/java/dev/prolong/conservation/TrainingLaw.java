package dev.prolong.conservation;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What a law of discrete backpropagation says of a network between a linear encoder and decoder, for any loss, data and Runge–Kutta method:
 * a transformation of the weights that no output feels.
 *
 * @param identity vanishes; {@code g_W} is the derivative of the loss by W
 * @param vectorForm the same in vectors and matrices, or its scalar form where it has none
 * @param constant what gradient flow {@code dW/dτ = −g_W} keeps by it; empty where the transformation is no gradient
 */
public record TrainingLaw(IExpr identity, String vectorForm, Optional<Constant> constant) {
    /**
     * A function M of the weights that gradient flow keeps.
     *
     * @param degree M is homogeneous of this degree, so that under weight decay {@code dW/dτ = −g_W − λ W} it goes like {@code e^(−degree λ
     *     τ)}; 0 where it is not homogeneous
     */
    public record Constant(IExpr expression, String vectorForm, int degree) {}
}
