package dev.prolong.group;

import dev.prolong.symmetry.Generator;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The one-parameter group {@code x̄ = e^{εX} x} of a generator.
 *
 * @param images one for each coordinate of the generator, in {@code eps} and the coordinates
 * @param exact false where the images are the Lie series cut after the stated order in {@code eps}
 * @param order the order of that series, 0 where exact
 */
public record GroupAction(Generator generator, List<IExpr> images, boolean exact, int order) {
    public GroupAction {
        images = List.copyOf(images);
    }
}
