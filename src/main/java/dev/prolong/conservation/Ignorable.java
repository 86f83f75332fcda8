package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.linear.LinearKernel;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The constant directions v along which the velocities of an autonomous system do not change. One coordinate w for each is ignorable: in
 * {@code u = x − v w} the others move by themselves, {@code u' = g(u), w' = h(u)}.
 *
 * <p>Source: Whittaker, A Treatise on the Analytical Dynamics of Particles and Rigid Bodies, section 38; Olver, theorem 2.66.
 */
final class Ignorable {
    private final DifferentialSystem system;
    private final Map<ISymbol, Map<ISymbol, IExpr>> directions;
    private final List<ISymbol> others;
    private final Map<IExpr, IExpr> zero = new HashMap<>();

    private Ignorable(DifferentialSystem system, Map<ISymbol, Map<ISymbol, IExpr>> directions, List<ISymbol> others) {
        this.system = system;
        this.directions = directions;
        this.others = others;
        directions.keySet().forEach(w -> zero.put(w, Expr.ZERO));
    }

    /** Empty where there is none, or where all velocities are constant. */
    static Optional<Ignorable> of(DifferentialSystem system, List<ISymbol> coordinates) {
        List<IExpr> slopes = new ArrayList<>();
        for (ISymbol x : coordinates) {
            coordinates.forEach(
                    y -> slopes.add(Differentiation.derivative(system.flow().of(x), y)));
        }
        int n = coordinates.size();
        try {
            DifferentialField field =
                    DifferentialField.of(slopes, new LinkedHashSet<>(coordinates), system.assumptions());
            List<List<FieldElement>> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                rows.addAll(field.split(slopes.subList(i * n, (i + 1) * n).stream()
                        .map(field::element)
                        .toList()));
            }
            Map<ISymbol, Map<ISymbol, IExpr>> directions = new LinkedHashMap<>();
            for (List<FieldElement> v : LinearKernel.of(field, rows, n)) {
                int last = n - 1;
                while (v.get(last).isZero()) {
                    last--;
                }
                Map<ISymbol, IExpr> direction = new LinkedHashMap<>();
                for (int i = 0; i < last; i++) {
                    if (!v.get(i).isZero()) {
                        direction.put(coordinates.get(i), field.tree(v.get(i)));
                    }
                }
                directions.put(coordinates.get(last), direction);
            }
            List<ISymbol> others = new ArrayList<>(coordinates);
            others.removeAll(directions.keySet());
            return directions.isEmpty() || others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ignorable(system, directions, others));
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    /** The coordinates w. */
    List<ISymbol> ignorable() {
        return List.copyOf(directions.keySet());
    }

    /** The coordinates u, by the names of the x. */
    List<ISymbol> others() {
        return others;
    }

    /** The equations of u. */
    DifferentialSystem system() {
        List<Equation> equations =
                others.stream().map(u -> new Equation(u, 1, speed(u))).toList();
        return new DifferentialSystem(
                "", system.independent(), system.parameters(), system.functions(), equations, system.assumptions());
    }

    /** Whether a quantity is the same along the directions. */
    boolean isInvariant(IExpr quantity) {
        return directions.entrySet().stream().allMatch(d -> {
            List<IExpr> terms = new ArrayList<>(List.of(Differentiation.derivative(quantity, d.getKey())));
            d.getValue().forEach((x, v) -> terms.add(Expr.times(v, Differentiation.derivative(quantity, x))));
            return ZeroDecision.isZero(Expr.plus(terms), system.assumptions());
        });
    }

    /** Such a quantity as a function of u. */
    IExpr reduced(IExpr quantity) {
        return Expr.substitute(quantity, zero);
    }

    /** The velocity of a coordinate u or w. */
    IExpr speed(IExpr coordinate) {
        List<IExpr> terms = new ArrayList<>(List.of(system.flow().of(coordinate)));
        directions.forEach((w, direction) -> {
            IExpr v = direction.getOrDefault((ISymbol) coordinate, Expr.ZERO);
            terms.add(Expr.times(Expr.MINUS_ONE, v, system.flow().of(w)));
        });
        return reduced(Expr.plus(terms));
    }

    /** A function of u as one of x. */
    IExpr back(IExpr e) {
        Map<IExpr, IExpr> values = new HashMap<>();
        for (ISymbol x : others) {
            List<IExpr> terms = new ArrayList<>(List.of(x));
            directions.forEach(
                    (w, direction) -> terms.add(Expr.times(Expr.MINUS_ONE, direction.getOrDefault(x, Expr.ZERO), w)));
            values.put(x, Expr.plus(terms));
        }
        return Expr.substitute(e, values);
    }
}
