package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.symmetry.Generator;
import java.util.List;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The one-parameter group {@code x̄ = e^{εX} x} of a generator: in closed form where the equations {@code dx̄/dε = X(x̄)} could be solved
 * and the solution passed the check, else the Lie series to the order stated.
 *
 * <p>A closed form holds as long as the flow exists: a field that is not complete leaves every chart after finite ε. Source: Olver,
 * Applications of Lie Groups to Differential Equations (2nd ed.), section 1.3.
 */
public final class GroupFlow {
    private GroupFlow() {}

    /**
     * The group of X.
     *
     * @param eps the group parameter: a symbol that occurs nowhere else
     */
    public static GroupAction of(Generator x, ISymbol eps, List<Assumption> assumptions) {
        return new TriangularFlow(x, eps, assumptions)
                .solve()
                .filter(images -> new FlowCheck(eps, assumptions).holds(x.coordinates(), x.infinitesimals(), images))
                .map(images -> new GroupAction(x, images, true, 0))
                .orElseGet(() -> LieSeries.of(x, eps));
    }
}
