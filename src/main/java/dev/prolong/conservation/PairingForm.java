package dev.prolong.conservation;

import dev.prolong.symmetry.Generator;
import java.util.Optional;

/**
 * Where a law of backpropagation comes from.
 *
 * @param transformation of the forward model, on {@code t}, states and parameters
 * @param discrete whether the law holds exactly for the discrete layers of any Runge–Kutta method too, not only along the continuous flow
 * @param law in vectors and matrices
 * @param training what it says of the gradients in training, where there are linear layers around the network
 */
public record PairingForm(Generator transformation, boolean discrete, ArrayLaw law, Optional<TrainingLaw> training) {
    /** The law in vectors and matrices, {@code (u zᵀ + v_W Wᵀ)[1,2]}, or its scalar form where it has none. */
    public String vectorForm() {
        return law.text();
    }

    PairingForm withTraining(TrainingLaw more) {
        return new PairingForm(transformation, discrete, law, Optional.of(more));
    }
}
