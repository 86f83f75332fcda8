package dev.prolong.conservation.direct;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * For which values of parameters homogeneous linear equations have a solution other than zero: elimination in which every pivot that is no
 * number is either taken as non-zero or one of its factors is solved for a parameter.
 */
final class CaseSearch {
    private static final int MOST_NODES = 1_500;

    private final DifferentialField field;
    private final List<ISymbol> solvable;
    private final int mostConditions;
    private final Set<Map<ISymbol, FieldElement>> found = new LinkedHashSet<>();
    private int nodes;

    private CaseSearch(DifferentialField field, List<ISymbol> solvable, int mostConditions) {
        this.field = field;
        this.solvable = solvable;
        this.mostConditions = mostConditions;
    }

    /**
     * The conditions, each as values of some of the symbols; those first in the list are solved for first.
     *
     * @param mostConditions how many symbols may be fixed
     */
    static List<Map<ISymbol, FieldElement>> of(
            DifferentialField field,
            List<List<FieldElement>> rows,
            int unknowns,
            List<ISymbol> solvable,
            int mostConditions) {
        CaseSearch search = new CaseSearch(field, solvable, mostConditions);
        search.solve(new State(rows, unknowns, List.of(), Map.of()));
        return List.copyOf(search.found);
    }

    /** Equations that are left, the number of unknowns that are not fixed by a pivot, the pivots, and the conditions so far. */
    private record State(
            List<List<FieldElement>> rows,
            int free,
            List<FieldElement> pivots,
            Map<ISymbol, FieldElement> conditions) {}

    /** A place in the matrix. */
    private record Pivot(int row, int column) {}

    private void solve(State start) {
        if (nodes++ > MOST_NODES || Thread.currentThread().isInterrupted()) {
            return;
        }
        State state = start;
        Optional<Pivot> number = numeric(state);
        while (number.isPresent()) {
            state = eliminated(state, number.get());
            number = numeric(state);
        }
        if (state.free() == 0) {
            return;
        }
        Optional<Pivot> next = smallest(state);
        if (next.isEmpty()) {
            found.add(state.conditions());
            return;
        }
        FieldElement a = state.rows().get(next.get().row()).get(next.get().column());
        if (state.conditions().size() < mostConditions) {
            for (FieldElement factor : field.factors(a)) {
                vanish(state, factor);
            }
        }
        solve(eliminated(state, next.get()));
    }

    /** Goes on where the factor is zero. */
    private void vanish(State state, FieldElement factor) {
        for (ISymbol s : solvable) {
            List<FieldElement> c = field.coefficients(factor, s);
            if (c.size() == 2 && (c.get(1).isRational() || c.get(0).isZero() || isMonomial(c.get(1)))) {
                substituted(state, s, field.negate(field.divide(c.get(0), c.get(1)))).ifPresent(this::solve);
                return;
            }
        }
    }

    /** The state where s has this value; empty where a pivot or a denominator vanishes then. */
    private Optional<State> substituted(State state, ISymbol s, FieldElement value) {
        try {
            List<FieldElement> pivots = state.pivots().stream()
                    .map(e -> field.substitute(e, s, value))
                    .toList();
            if (pivots.stream().anyMatch(FieldElement::isZero)) {
                return Optional.empty();
            }
            Map<ISymbol, FieldElement> conditions = new LinkedHashMap<>();
            state.conditions().forEach((k, v) -> conditions.put(k, field.substitute(v, s, value)));
            conditions.put(s, value);
            List<List<FieldElement>> rows = state.rows().stream()
                    .map(r -> integral(
                            r.stream().map(e -> field.substitute(e, s, value)).toList()))
                    .toList();
            return Optional.of(new State(rows, state.free(), pivots, conditions));
        } catch (ArithmeticException pole) {
            return Optional.empty();
        }
    }

    private static boolean isMonomial(FieldElement e) {
        return e.size() == 2;
    }

    private static Optional<Pivot> numeric(State state) {
        for (int r = 0; r < state.rows().size(); r++) {
            List<FieldElement> row = state.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                if (!row.get(c).isZero() && row.get(c).isRational()) {
                    return Optional.of(new Pivot(r, c));
                }
            }
        }
        return Optional.empty();
    }

    /** In the row with the fewest entries the one with the fewest terms. */
    private static Optional<Pivot> smallest(State state) {
        Optional<Pivot> best = Optional.empty();
        long least = Long.MAX_VALUE;
        for (int r = 0; r < state.rows().size(); r++) {
            List<FieldElement> row = state.rows().get(r);
            long entries = row.stream().filter(e -> !e.isZero()).count();
            for (int c = 0; c < row.size(); c++) {
                long cost = 1_000 * entries + row.get(c).size();
                if (!row.get(c).isZero() && cost < least) {
                    least = cost;
                    best = Optional.of(new Pivot(r, c));
                }
            }
        }
        return best;
    }

    /** Without the unknown of the pivot and its row, by cross multiplication. */
    private State eliminated(State state, Pivot at) {
        List<FieldElement> pivotRow = state.rows().get(at.row());
        FieldElement p = pivotRow.get(at.column());
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int r = 0; r < state.rows().size(); r++) {
            List<FieldElement> row = state.rows().get(r);
            if (r == at.row()) {
                continue;
            }
            FieldElement factor = row.get(at.column());
            List<FieldElement> next = row;
            if (!factor.isZero()) {
                next = new ArrayList<>();
                for (int c = 0; c < row.size(); c++) {
                    next.add(field.subtract(
                            field.multiply(p, row.get(c)), field.multiply(factor, pivotRow.get(c))));
                }
                next = integral(next);
            }
            if (next.stream().anyMatch(e -> !e.isZero())) {
                rows.add(next);
            }
        }
        List<FieldElement> pivots = new ArrayList<>(state.pivots());
        if (!p.isRational()) {
            pivots.add(p);
        }
        return new State(rows, state.free() - 1, pivots, state.conditions());
    }

    private List<FieldElement> integral(List<FieldElement> row) {
        return row.stream().allMatch(FieldElement::isZero) ? row : field.integral(row);
    }
}
