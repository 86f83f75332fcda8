package dev.prolong.group;

import dev.prolong.symmetry.Generator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The one-parameter group {@code x̄ = e^{εX} x} of a generator, for ε near 0.
 *
 * @param images one for each coordinate of the generator, in {@code eps} and the coordinates
 * @param exact whether the images are closed forms that were proved; else they are the Lie series cut after the stated order, or, with
 *     order 0, closed forms that hold to many digits at points
 * @param order the order of that series in {@code eps}, else 0
 * @param domain the condition on the starting point under which the images hold; empty: wherever they are real
 */
public record GroupAction(Generator generator, List<IExpr> images, boolean exact, int order, Optional<IExpr> domain) {
    public GroupAction {
        images = List.copyOf(images);
    }

    /** An action that holds wherever it is real. */
    public GroupAction(Generator generator, List<IExpr> images, boolean exact, int order) {
        this(generator, images, exact, order, Optional.empty());
    }
}
