package dev.prolong.ansatz;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A flat connection {@code ∂_v P = A_v P} on finitely many functions P, in a differential field.
 *
 * @param matrices {@code A_v} for each coordinate
 * @param values the unknowns of interest as combinations of P
 */
record Connection(
        DifferentialField field,
        List<ISymbol> coordinates,
        List<List<List<FieldElement>>> matrices,
        List<List<FieldElement>> values) {

    /** {@code ∂_v (r·P)}, as a combination of P again. */
    List<FieldElement> derivative(List<FieldElement> r, int v) {
        List<FieldElement> out = new ArrayList<>();
        for (int j = 0; j < r.size(); j++) {
            FieldElement sum = field.derivative(r.get(j), coordinates.get(v));
            for (int i = 0; i < r.size(); i++) {
                FieldElement a = matrices.get(v).get(i).get(j);
                if (!a.isZero() && !r.get(i).isZero()) {
                    sum = field.add(sum, field.multiply(r.get(i), a));
                }
            }
            out.add(sum);
        }
        return out;
    }

    /** The ordinary equation {@code u^(m) = Σ a_k u^(k)} of least order that {@code u = r·P} satisfies along a coordinate: its a. */
    List<FieldElement> minimalEquation(List<FieldElement> r, int v) {
        return minimalEquation(r, v, List.of());
    }

    /** The same with combinations of given ones allowed on the right, whose coefficients come first. */
    List<FieldElement> minimalEquation(List<FieldElement> r, int v, List<List<FieldElement>> sources) {
        List<List<FieldElement>> chain = new ArrayList<>();
        List<FieldElement> next = r;
        while (true) {
            List<List<FieldElement>> rows = new ArrayList<>();
            for (int j = 0; j < r.size(); j++) {
                List<FieldElement> row = new ArrayList<>();
                for (List<FieldElement> s : sources) {
                    row.add(s.get(j));
                }
                for (List<FieldElement> c : chain) {
                    row.add(c.get(j));
                }
                row.add(next.get(j));
                if (row.stream().anyMatch(a -> !a.isZero())) {
                    rows.add(row);
                }
            }
            Optional<List<FieldElement>> dependence = LinearSystem.solve(field, rows, sources.size() + chain.size());
            if (dependence.isPresent()) {
                return dependence.get();
            }
            chain.add(next);
            next = derivative(next, v);
        }
    }
}
