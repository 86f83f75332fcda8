package dev.prolong.ansatz;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A linear determining system in unknowns of one coordinate each, brought to passive form: at most one rule {@code X^(k) = Σ a_J J} for
 * each unknown, right sides in the derivatives below the rules (the parametric ones), all integrability conditions satisfied.
 *
 * <p>A condition follows from {@code ∂/∂x_j} of a rule for every coordinate on which its unknown does not depend. In passive form the
 * values of the parametric derivatives at a point can be chosen freely and determine the solution, so their number is the dimension.
 * Arithmetic is exact, in the differential field of the coefficients.
 *
 * <p>Source: Riquier–Janet theory; Reid, Wittkopf, Boulton, Reduction of systems of nonlinear partial differential equations to
 * simplified involutive forms, Euro. J. Appl. Math. 7 (1996).
 */
final class PassiveForm {
    private final DifferentialField field;
    private final List<UnknownFunction> unknowns;
    private final List<ISymbol> coordinates;
    private final Map<Integer, Rule> rules = new TreeMap<>();
    private final List<FieldElement> pivots = new ArrayList<>();

    /** {@code leading = Σ right[J] J}. */
    record Rule(UnivariateJet leading, SortedMap<UnivariateJet, FieldElement> right) {}

    private PassiveForm(DifferentialField field, List<UnknownFunction> unknowns, List<ISymbol> coordinates) {
        this.field = field;
        this.unknowns = unknowns;
        this.coordinates = coordinates;
    }

    static PassiveForm of(DeterminingSystem system, DifferentialField field, List<ISymbol> coordinates) {
        PassiveForm form = new PassiveForm(field, system.unknowns(), coordinates);
        Deque<SortedMap<UnivariateJet, FieldElement>> open = new ArrayDeque<>();
        system.equations().forEach(e -> {
            SortedMap<UnivariateJet, FieldElement> row = new TreeMap<>();
            e.terms().forEach((d, c) -> row.put(new UnivariateJet(d.unknown(), d.order()), field.element(c)));
            open.add(row);
        });
        form.complete(open);
        return form;
    }

    Map<Integer, Rule> rules() {
        return rules;
    }

    /** What was divided by. */
    List<FieldElement> pivots() {
        return pivots;
    }

    /** The number of parametric derivatives; empty where some unknown stays arbitrary, so that it is infinite. */
    Optional<Integer> dimension() {
        if (rules.size() < unknowns.size()) {
            return Optional.empty();
        }
        return Optional.of(
                rules.values().stream().mapToInt(r -> r.leading().order()).sum());
    }

    private void complete(Deque<SortedMap<UnivariateJet, FieldElement>> open) {
        while (true) {
            while (!open.isEmpty()) {
                SortedMap<UnivariateJet, FieldElement> row = reduce(open.poll());
                if (!row.isEmpty()) {
                    adopt(row, open);
                }
            }
            rules.replaceAll((g, rule) -> new Rule(rule.leading(), reduce(rule.right())));
            rules.values().forEach(rule -> conditions(rule).forEach(open::add));
            open.removeIf(row -> reduce(row).isEmpty());
            if (open.isEmpty()) {
                return;
            }
        }
    }

    /** Solves a reduced row for its leading derivative. */
    private void adopt(SortedMap<UnivariateJet, FieldElement> row, Deque<SortedMap<UnivariateJet, FieldElement>> open) {
        UnivariateJet leading = row.firstKey();
        FieldElement pivot = coefficient(row, leading);
        pivots.add(pivot);
        SortedMap<UnivariateJet, FieldElement> right = new TreeMap<>();
        row.forEach((jet, a) -> {
            if (!jet.equals(leading)) {
                right.put(jet, field.negate(field.divide(a, pivot)));
            }
        });
        Rule old = rules.put(leading.unknown(), new Rule(leading, right));
        if (old != null) {
            SortedMap<UnivariateJet, FieldElement> again = new TreeMap<>(old.right());
            add(again, old.leading(), field.integer(-1));
            open.add(again);
        }
    }

    /** The derivatives of a rule along the coordinates on which its unknown does not depend. */
    private List<SortedMap<UnivariateJet, FieldElement>> conditions(Rule rule) {
        List<SortedMap<UnivariateJet, FieldElement>> out = new ArrayList<>();
        for (ISymbol x : coordinates) {
            if (!x.equals(variable(rule.leading()))) {
                out.add(differentiate(rule.right(), x));
            }
        }
        return out;
    }

    private SortedMap<UnivariateJet, FieldElement> differentiate(
            SortedMap<UnivariateJet, FieldElement> row, ISymbol x) {
        SortedMap<UnivariateJet, FieldElement> out = new TreeMap<>();
        row.forEach((jet, a) -> {
            add(out, jet, field.derivative(a, x));
            if (variable(jet).equals(x)) {
                add(out, jet.next(), a);
            }
        });
        return out;
    }

    /** Replaces every derivative at or above a rule. */
    private SortedMap<UnivariateJet, FieldElement> reduce(SortedMap<UnivariateJet, FieldElement> row) {
        SortedMap<UnivariateJet, FieldElement> out = new TreeMap<>();
        row.forEach((jet, a) -> {
            Rule rule = rules.get(jet.unknown());
            if (rule == null || jet.order() < rule.leading().order()) {
                add(out, jet, a);
            } else {
                raised(rule, jet.order() - rule.leading().order()).forEach((j, b) -> add(out, j, field.multiply(a, b)));
            }
        });
        boolean reducible = out.keySet().stream().anyMatch(jet -> {
            Rule rule = rules.get(jet.unknown());
            return rule != null && jet.order() >= rule.leading().order();
        });
        return reducible ? reduce(out) : out;
    }

    /** The right side of a rule differentiated k times along its own coordinate, reduced. */
    private SortedMap<UnivariateJet, FieldElement> raised(Rule rule, int k) {
        SortedMap<UnivariateJet, FieldElement> right = rule.right();
        for (int i = 0; i < k; i++) {
            right = reduce(differentiate(right, variable(rule.leading())));
        }
        return right;
    }

    private void add(SortedMap<UnivariateJet, FieldElement> row, UnivariateJet jet, FieldElement a) {
        @Nullable FieldElement old = row.get(jet);
        FieldElement sum = old == null ? a : field.add(old, a);
        if (sum.isZero()) {
            row.remove(jet);
        } else {
            row.put(jet, sum);
        }
    }

    private static FieldElement coefficient(SortedMap<UnivariateJet, FieldElement> row, UnivariateJet jet) {
        return java.util.Objects.requireNonNull(row.get(jet));
    }

    private ISymbol variable(UnivariateJet jet) {
        return unknowns.get(jet.unknown()).arguments().get(0);
    }
}
