package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.symmetry.Generator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The one-parameter group {@code x̄ = e^{εX} x} of a generator: in closed form where the equations {@code dx̄/dε = X(x̄)} could be solved
 * and the solution passed the check, else the Lie series to the order stated.
 *
 * <p>A closed form holds as long as the flow exists: a field that is not complete leaves every chart after finite ε. Source: Olver,
 * Applications of Lie Groups to Differential Equations (2nd ed.), section 1.3.
 */
public final class GroupFlow {
    private final ISymbol eps;
    private final List<Assumption> assumptions;
    private final List<IExpr> hints;

    /**
     * Flows of these generators: one's component often has a factor that straightens another's.
     *
     * @param eps the group parameter: a symbol that occurs nowhere else
     */
    public GroupFlow(List<Generator> generators, ISymbol eps, List<Assumption> assumptions) {
        this.eps = eps;
        this.assumptions = assumptions;
        Set<IExpr> factors = new LinkedHashSet<>();
        for (Generator x : generators) {
            for (IExpr component : x.infinitesimals()) {
                Expr.factors(component).stream()
                        .filter(f -> x.coordinates().stream().anyMatch(c -> !Expr.isFreeOf(f, c)))
                        .forEach(factors::add);
            }
        }
        this.hints = List.copyOf(factors);
    }

    /** The group of X. */
    public GroupAction of(Generator x) {
        Map<ISymbol, Image> images = new TriangularFlow(x, eps, hints, assumptions).solve();
        if (!images.keySet().containsAll(x.coordinates())) {
            return LieSeries.of(x, eps, images);
        }
        List<Image> all = x.coordinates().stream().map(images::get).toList();
        IExpr domain = Condition.and(
                all.stream().flatMap(i -> i.domain().stream()).distinct().toList());
        return new GroupAction(
                x,
                all.stream().map(Image::value).toList(),
                all.stream().allMatch(i -> i.standing() == Image.Standing.PROVED),
                0,
                domain.equals(Condition.TRUE) ? Optional.empty() : Optional.of(domain));
    }
}
