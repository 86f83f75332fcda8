package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.ansatz.SymmetrySearch;
import dev.prolong.conservation.CharacteristicRatio;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.IntegratingFactor;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The first integral without t of an autonomous system with two coordinates x, y, two states or a state with its velocity: its orbits solve
 * {@code dy/dx = y'/x'}, and a first integral of that equation, from a symmetry of it, is one of the system.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.5.
 */
final class OrbitIntegral {
    /** With more the search for symmetries of the equation swells. */
    private static final int MOST_PARAMETERS = 3;

    private OrbitIntegral() {}

    /** One in closed form, not yet judged; empty where none was found. */
    static Optional<ConservedQuantity> of(DifferentialSystem system) {
        ISymbol t = system.independent();
        List<ISymbol> plane = new ArrayList<>(system.jetSpace().free());
        plane.remove(t);
        boolean autonomous = system.equations().stream().allMatch(e -> Expr.isFreeOf(e.rhs(), t));
        if (!autonomous || plane.size() != 2 || system.parameters().size() > MOST_PARAMETERS) {
            return Optional.empty();
        }
        return along(system, plane.get(0), plane.get(1)).or(() -> along(system, plane.get(1), plane.get(0)));
    }

    /** With x as the independent variable. */
    private static Optional<ConservedQuantity> along(DifferentialSystem system, ISymbol x, ISymbol y) {
        IExpr below = system.flow().of(x);
        if (below.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        FreshNames names = FreshNames.avoiding(system);
        ISymbol u = Expr.symbol(names.takeNumbered("o"));
        ISymbol v = Expr.symbol(names.takeNumbered("o"));
        Map<IExpr, IExpr> plain = Map.of(x, u, y, v);
        Map<IExpr, IExpr> back = Map.of(u, x, v, y);
        IExpr slope = Expr.substitute(Expr.divide(system.flow().of(y), below), plain);
        DifferentialSystem orbit = new DifferentialSystem(
                "",
                u,
                system.parameters(),
                system.functions(),
                List.of(new Equation(
                        v, 1, NormalForm.ifAny(slope, system.assumptions()).orElse(slope))),
                system.assumptions());
        List<Generator> basis = SymmetrySearch.firstOrder(orbit, names);
        List<ConservedQuantity> found = new ArrayList<>(IntegratingFactor.firstIntegrals(orbit, basis));
        CharacteristicRatio.of(orbit, basis).ifPresent(found::add);
        return found.stream()
                .map(ConservedQuantity::expression)
                .filter(q -> Expr.subtrees(q, Expr::isIntegral).isEmpty())
                .findFirst()
                .map(q -> new ConservedQuantity(
                        Expr.substitute(q, back),
                        ConservedQuantity.Kind.FIRST_INTEGRAL,
                        List.of(),
                        Optional.empty(),
                        List.of()));
    }
}
