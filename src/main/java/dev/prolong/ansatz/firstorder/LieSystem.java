package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code y' = Σ c_i(x) b_i(y)} where the fields {@code b_i ∂_y} close to a Lie algebra of dimension at most 3, the greatest that acts on a
 * line: separable, linear, Bernoulli and Riccati equations in any function of y.
 *
 * <p>Then {@code η = Σ q_i(x) b_i(y)} is a symmetry exactly if {@code q' = −ad(c) q}. Source: Lie and Scheffers, Vorlesungen über
 * continuierliche Gruppen, chapter 24; Cariñena, Grabowski and Marmo, Lie–Scheffers Systems (2000).
 */
final class LieSystem {
    private final PlaneEquation equation;
    private final DifferentialField k;
    private final List<FieldElement> basis = new ArrayList<>();
    private final int largest;

    private LieSystem(PlaneEquation equation, int largest) {
        this.equation = equation;
        this.k = equation.field();
        this.largest = largest;
    }

    /** The algebra of the equation; empty where f is no such sum or the algebra is larger. */
    static Optional<LieSystem> of(PlaneEquation equation, int largest) {
        DifferentialField k = equation.field();
        FieldElement f = equation.f();
        if (f.isZero() || k.mixes(f, equation.x(), equation.y())) {
            return Optional.empty();
        }
        FieldElement below = k.integer(1);
        for (Map.Entry<FieldElement, Integer> factor : k.primePowers(f).entrySet()) {
            if (factor.getValue() < 0 && !equation.isFreeOfY(factor.getKey())) {
                if (!equation.isFreeOfX(factor.getKey())) {
                    return Optional.empty();
                }
                below = k.multiply(below, k.power(factor.getKey(), -factor.getValue()));
            }
        }
        LieSystem system = new LieSystem(equation, largest);
        for (List<FieldElement> row : k.split(List.of(k.multiply(f, below)), Set.of(equation.x()))) {
            FieldElement b = k.divide(row.get(0), below);
            if (!equation.isFreeOfX(b) || !system.extend(b)) {
                return Optional.empty();
            }
        }
        return system.close() ? Optional.of(system) : Optional.empty();
    }

    /** False where the basis would become too large. */
    private boolean extend(FieldElement b) {
        if (coordinates(b).isEmpty()) {
            basis.add(b);
        }
        return basis.size() <= largest;
    }

    private boolean close() {
        for (int j = 1; j < basis.size(); j++) {
            for (int i = 0; i < j; i++) {
                if (!extend(bracket(basis.get(i), basis.get(j)))) {
                    return false;
                }
            }
        }
        return true;
    }

    int dimension() {
        return basis.size();
    }

    List<FieldElement> basis() {
        return basis;
    }

    PlaneEquation equation() {
        return equation;
    }

    /** {@code a b' − b a'}. */
    FieldElement bracket(FieldElement a, FieldElement b) {
        return k.subtract(k.multiply(a, equation.byY(b)), k.multiply(b, equation.byY(a)));
    }

    /** The Killing form of two elements of the basis: the trace of {@code ad b_i ad b_j}. */
    FieldElement killing(int i, int j) {
        FieldElement trace = k.integer(0);
        for (int l = 0; l < basis.size(); l++) {
            FieldElement image = bracket(basis.get(i), bracket(basis.get(j), basis.get(l)));
            trace = k.add(trace, coordinates(image).orElseThrow().get(l));
        }
        return trace;
    }

    /** The coordinates of a field over the basis, functions of x. */
    Optional<List<FieldElement>> coordinates(FieldElement b) {
        return coordinates(b, basis);
    }

    Optional<List<FieldElement>> coordinates(FieldElement b, List<FieldElement> over) {
        List<FieldElement> row = new ArrayList<>(over);
        row.add(b);
        return LinearSystem.solve(k, k.split(row, Set.of(equation.y())), over.size());
    }

    FieldElement combination(List<FieldElement> q) {
        FieldElement sum = k.integer(0);
        for (int i = 0; i < q.size(); i++) {
            sum = k.add(sum, k.multiply(q.get(i), basis.get(i)));
        }
        return sum;
    }
}
