package dev.prolong.ansatz;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries {@code (B z)·∂_z} of {@code z' = M z + r} with constant M, N by N, where r has no states: B runs through the coefficients of
 * the adjugate of {@code λ − M}, which span all that is a polynomial in M.
 *
 * <p>{@code B_0 = 1, B_k = M B_{k−1} − tr(M B_{k−1})/k}, of degree k in M like the powers of M, with far fewer terms. With r only the
 * homogeneous equation has these, so it must vanish. Source: Faddeev and LeVerrier; Gantmacher, The Theory of Matrices, vol. 1, ch. 4,
 * section 5.
 */
final class Centralizer {
    private static final int MOST_TERMS = 2_500;

    private Centralizer() {}

    /** For each B its entries, by the unknown and the function that it multiplies; none where the system is not of this form. */
    static List<Map<Span.Column, IExpr>> of(DifferentialSystem system) {
        return matrix(system).map(m -> adjugate(system, m)).orElse(List.of());
    }

    private static Optional<List<List<IExpr>>> matrix(DifferentialSystem system) {
        List<ISymbol> states = system.states();
        List<List<IExpr>> out = new ArrayList<>();
        for (Equation e : system.equations()) {
            List<IExpr> row = new ArrayList<>();
            List<IExpr> terms = new ArrayList<>(List.of(Expr.negate(e.rhs())));
            for (ISymbol z : states) {
                IExpr a = Differentiation.derivative(e.rhs(), z);
                row.add(a);
                terms.add(Expr.times(a, z));
            }
            boolean constant = e.order() == 1
                    && row.stream()
                            .allMatch(a -> Expr.isFreeOf(a, system.independent())
                                    && states.stream().allMatch(z -> Expr.isFreeOf(a, z)));
            if (!constant || !isZero(terms, system)) {
                return Optional.empty();
            }
            out.add(row);
        }
        return Optional.of(out);
    }

    private static boolean isZero(List<IExpr> terms, DifferentialSystem system) {
        return dev.prolong.algebra.field.ZeroDecision.isZero(Expr.plus(terms), system.assumptions());
    }

    private static List<Map<Span.Column, IExpr>> adjugate(DifferentialSystem system, List<List<IExpr>> matrix) {
        int n = matrix.size();
        List<IExpr> all = matrix.stream().flatMap(List::stream).toList();
        DifferentialField k = DifferentialField.of(all, new LinkedHashSet<>(), system.assumptions());
        List<List<FieldElement>> m =
                matrix.stream().map(r -> r.stream().map(k::element).toList()).toList();
        List<List<FieldElement>> b = product(k, m, List.of());
        List<Map<Span.Column, IExpr>> out = new ArrayList<>();
        for (int power = 0; power < n && size(b) <= MOST_TERMS; power++) {
            out.add(entries(system, k, b));
            List<List<FieldElement>> next = product(k, m, b);
            FieldElement trace = k.integer(0);
            for (int i = 0; i < n; i++) {
                trace = k.add(trace, next.get(i).get(i));
            }
            FieldElement shift = k.divide(trace, k.integer(power + 1));
            for (int i = 0; i < n; i++) {
                next.get(i).set(i, k.subtract(next.get(i).get(i), shift));
            }
            b = next;
        }
        return out;
    }

    /** The product; the unit matrix where there is no second factor. */
    private static List<List<FieldElement>> product(
            DifferentialField k, List<List<FieldElement>> m, List<List<FieldElement>> b) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (int i = 0; i < m.size(); i++) {
            List<FieldElement> row = new ArrayList<>();
            for (int j = 0; j < m.size(); j++) {
                FieldElement sum = k.integer(b.isEmpty() && i == j ? 1 : 0);
                for (int l = 0; l < b.size(); l++) {
                    sum = k.add(sum, k.multiply(m.get(i).get(l), b.get(l).get(j)));
                }
                row.add(sum);
            }
            out.add(row);
        }
        return out;
    }

    private static long size(List<List<FieldElement>> b) {
        return b.stream().flatMap(List::stream).mapToLong(FieldElement::size).sum();
    }

    private static Map<Span.Column, IExpr> entries(
            DifferentialSystem system, DifferentialField k, List<List<FieldElement>> b) {
        Map<Span.Column, IExpr> out = new LinkedHashMap<>();
        for (int i = 0; i < b.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (!b.get(i).get(j).isZero()) {
                    // the first unknown belongs to the independent variable
                    out.put(
                            new Span.Column(i + 1, system.states().get(j)),
                            k.tree(b.get(i).get(j)));
                }
            }
        }
        return out;
    }
}
