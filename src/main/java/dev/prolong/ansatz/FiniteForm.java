package dev.prolong.ansatz;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A linear determining system of finite type solved for its leading derivatives: the finitely many derivatives below them, the parametric
 * ones, satisfy {@code ∂_v P_i = Σ_j A_v[i][j] P_j}. Arithmetic is exact, in the differential field of the coefficients.
 *
 * <p>Integrability conditions are added until only as many derivatives are parametric as the solution space has dimensions, which is
 * known beforehand.
 *
 * <p>Source: Reid, Wittkopf and Boulton, Reduction of systems of nonlinear partial differential equations to simplified involutive forms,
 * Euro. J. Appl. Math. 7 (1996); Schwarz, Algorithmic Lie Theory for Solving Ordinary Differential Equations, ch. 2 (Janet bases).
 */
final class FiniteForm {
    /** Terms of a coefficient beyond which an elimination is given up. */
    static final int LARGEST_COEFFICIENT = 4_000;

    private final DifferentialField field;
    private final List<ISymbol> coordinates;
    private final int unknowns;
    private final int largest;
    private final List<Rule> rules = new ArrayList<>();
    private final PriorityQueue<SortedMap<Jet, FieldElement>> open = new PriorityQueue<>((a, b) -> {
        int c = b.firstKey().compareTo(a.firstKey());
        return c != 0 ? c : Integer.compare(a.size(), b.size());
    });
    private final Map<Jet, SortedMap<Jet, FieldElement>> normal = new HashMap<>();
    private final List<FieldElement> pivots = new ArrayList<>();

    /** {@code leading = Σ right[J] J}. */
    private record Rule(Jet leading, SortedMap<Jet, FieldElement> right) {}

    private record Pair(Rule one, Rule other, Jet join) {}

    /** The work became too large, or was interrupted. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private FiniteForm(DifferentialField field, List<ISymbol> coordinates, int unknowns, int largest) {
        this.largest = largest;
        this.field = field;
        this.coordinates = coordinates;
        this.unknowns = unknowns;
    }

    /** Empty where the elimination grew too large. */
    static Optional<FiniteForm> of(
            DeterminingSystem system, DifferentialField field, List<ISymbol> coordinates, int dimension, int largest) {
        FiniteForm form = new FiniteForm(field, coordinates, system.unknowns().size(), largest);
        system.equations().forEach(e -> {
            SortedMap<Jet, FieldElement> row = new TreeMap<>();
            e.terms()
                    .forEach((d, c) -> form.add(
                            row, jet(system.unknowns(), d.unknown(), d.orders(), coordinates), field.element(c)));
            form.offer(row);
        });
        for (int u = 0; u < system.unknowns().size(); u++) {
            for (int v = 0; v < coordinates.size(); v++) {
                if (!system.unknowns().get(u).arguments().contains(coordinates.get(v))) {
                    SortedMap<Jet, FieldElement> row = new TreeMap<>();
                    row.put(new Jet(u, java.util.Collections.nCopies(coordinates.size(), 0)).next(v), field.integer(1));
                    form.offer(row);
                }
            }
        }
        try {
            form.complete(dimension);
            return form.parametric().filter(p -> p.size() == dimension).isPresent()
                    ? Optional.of(form)
                    : Optional.empty();
        } catch (TooLargeException gaveUp) {
            return Optional.empty();
        }
    }

    private static Jet jet(
            List<UnknownFunction> unknowns, int unknown, List<Integer> orders, List<ISymbol> coordinates) {
        List<Integer> all = new ArrayList<>(java.util.Collections.nCopies(coordinates.size(), 0));
        List<ISymbol> arguments = unknowns.get(unknown).arguments();
        for (int a = 0; a < arguments.size(); a++) {
            all.set(coordinates.indexOf(arguments.get(a)), orders.get(a));
        }
        return new Jet(unknown, all);
    }

    /** What was divided by. */
    List<FieldElement> pivots() {
        return pivots;
    }

    private void offer(SortedMap<Jet, FieldElement> row) {
        if (!row.isEmpty()) {
            open.add(row);
        }
    }

    private void complete(int dimension) {
        PriorityQueue<Pair> pairs = new PriorityQueue<>((a, b) -> b.join().compareTo(a.join()));
        while (true) {
            while (!open.isEmpty()) {
                SortedMap<Jet, FieldElement> row = reduce(open.remove());
                if (!row.isEmpty()) {
                    adopt(row, pairs);
                }
            }
            if (pairs.isEmpty()
                    || parametric().filter(p -> p.size() <= dimension).isPresent()) {
                return;
            }
            Pair pair = pairs.remove();
            if (rules.contains(pair.one()) && rules.contains(pair.other())) {
                SortedMap<Jet, FieldElement> condition = new TreeMap<>(raised(pair.one(), pair.join()));
                raised(pair.other(), pair.join()).forEach((j, a) -> add(condition, j, field.negate(a)));
                offer(condition);
            }
        }
    }

    private void adopt(SortedMap<Jet, FieldElement> row, PriorityQueue<Pair> pairs) {
        Jet leading = row.firstKey();
        FieldElement pivot = java.util.Objects.requireNonNull(row.get(leading));
        pivots.add(pivot);
        SortedMap<Jet, FieldElement> right = new TreeMap<>();
        row.forEach((jet, a) -> {
            if (!jet.equals(leading)) {
                right.put(jet, checked(field.negate(field.divide(a, pivot))));
            }
        });
        Rule rule = new Rule(leading, right);
        for (Rule old : List.copyOf(rules)) {
            if (leading.divides(old.leading())) {
                rules.remove(old);
                SortedMap<Jet, FieldElement> again = new TreeMap<>(old.right());
                add(again, old.leading(), field.integer(-1));
                offer(again);
            }
        }
        for (Rule old : rules) {
            if (old.leading().unknown() == leading.unknown()) {
                pairs.add(new Pair(old, rule, old.leading().join(leading)));
            }
        }
        rules.add(rule);
        normal.clear();
    }

    private FieldElement checked(FieldElement a) {
        if (a.size() > largest || Thread.currentThread().isInterrupted()) {
            throw new TooLargeException();
        }
        return a;
    }

    /** The right side of a rule differentiated up to a derivative of its left side. */
    private SortedMap<Jet, FieldElement> raised(Rule rule, Jet target) {
        SortedMap<Jet, FieldElement> right = reduce(rule.right());
        for (int v = 0; v < coordinates.size(); v++) {
            for (int k = rule.leading().orders().get(v); k < target.orders().get(v); k++) {
                right = reduce(differentiate(right, v));
            }
        }
        return right;
    }

    private SortedMap<Jet, FieldElement> differentiate(SortedMap<Jet, FieldElement> row, int v) {
        SortedMap<Jet, FieldElement> out = new TreeMap<>();
        row.forEach((jet, a) -> {
            add(out, jet, field.derivative(a, coordinates.get(v)));
            add(out, jet.next(v), a);
        });
        return out;
    }

    private SortedMap<Jet, FieldElement> reduce(SortedMap<Jet, FieldElement> row) {
        SortedMap<Jet, FieldElement> out = new TreeMap<>();
        row.forEach((jet, a) -> normalForm(jet).forEach((j, b) -> add(out, j, checked(field.multiply(a, b)))));
        return out;
    }

    private SortedMap<Jet, FieldElement> normalForm(Jet jet) {
        SortedMap<Jet, FieldElement> known = normal.get(jet);
        if (known != null) {
            return known;
        }
        SortedMap<Jet, FieldElement> out = new TreeMap<>();
        Optional<Rule> rule =
                rules.stream().filter(r -> r.leading().divides(jet)).findFirst();
        if (rule.isEmpty()) {
            out.put(jet, field.integer(1));
        } else if (rule.get().leading().equals(jet)) {
            out = reduce(rule.get().right());
        } else {
            int v = 0;
            while (rule.get().leading().orders().get(v) >= jet.orders().get(v)) {
                v++;
            }
            out = reduce(differentiate(normalForm(jet.previous(v)), v));
        }
        normal.put(jet, out);
        return out;
    }

    private void add(SortedMap<Jet, FieldElement> row, Jet jet, FieldElement a) {
        @Nullable FieldElement old = row.get(jet);
        FieldElement sum = old == null ? a : field.add(old, a);
        if (sum.isZero()) {
            row.remove(jet);
        } else {
            row.put(jet, sum);
        }
    }

    /** The derivatives that no rule reduces, lowest first; empty where they are infinitely many. */
    Optional<List<Jet>> parametric() {
        List<Jet> out = new ArrayList<>();
        for (int u = 0; u < unknowns; u++) {
            for (int v = 0; v < coordinates.size(); v++) {
                int unknown = u;
                int variable = v;
                boolean bounded = rules.stream()
                        .map(Rule::leading)
                        .anyMatch(l -> l.unknown() == unknown
                                && l.order() == l.orders().get(variable));
                if (!bounded) {
                    return Optional.empty();
                }
            }
            TreeSet<Jet> layer = new TreeSet<>();
            layer.add(new Jet(u, java.util.Collections.nCopies(coordinates.size(), 0)));
            while (!layer.isEmpty()) {
                Jet jet = layer.pollLast();
                if (rules.stream().noneMatch(r -> r.leading().divides(jet))) {
                    out.add(jet);
                    for (int v = 0; v < coordinates.size(); v++) {
                        layer.add(jet.next(v));
                    }
                }
            }
        }
        return Optional.of(out);
    }

    /** The whole as a connection on its parametric derivatives. */
    Connection connection() {
        List<Jet> basis = parametric().orElseThrow();
        List<List<List<FieldElement>>> matrices = new ArrayList<>();
        for (int v = 0; v < coordinates.size(); v++) {
            List<List<FieldElement>> matrix = new ArrayList<>();
            for (Jet p : basis) {
                matrix.add(row(p.next(v), basis));
            }
            matrices.add(matrix);
        }
        List<List<FieldElement>> values = new ArrayList<>();
        for (int u = 0; u < unknowns; u++) {
            values.add(row(new Jet(u, java.util.Collections.nCopies(coordinates.size(), 0)), basis));
        }
        return new Connection(field, coordinates, matrices, values);
    }

    private List<FieldElement> row(Jet jet, List<Jet> basis) {
        SortedMap<Jet, FieldElement> form = normalForm(jet);
        List<FieldElement> out = new ArrayList<>();
        for (Jet p : basis) {
            out.add(form.getOrDefault(p, field.integer(0)));
        }
        return out;
    }
}
