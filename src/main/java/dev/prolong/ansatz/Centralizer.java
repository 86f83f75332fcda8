package dev.prolong.ansatz;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.linear.FaddeevLeVerrier;
import dev.prolong.algebra.linear.SquareMatrix;
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
 * <p>They are of degree 0, 1, … in M like its powers, with far fewer terms. With r only the homogeneous equation has these, so it must
 * vanish. Source: Gantmacher, The Theory of Matrices, vol. 1, ch. 4.
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
        return ZeroDecision.isZero(Expr.plus(terms), system.assumptions());
    }

    private static List<Map<Span.Column, IExpr>> adjugate(DifferentialSystem system, List<List<IExpr>> matrix) {
        int n = matrix.size();
        List<IExpr> all = matrix.stream().flatMap(List::stream).toList();
        DifferentialField k = DifferentialField.of(all, new LinkedHashSet<>(), system.assumptions());
        FaddeevLeVerrier adjugate = new FaddeevLeVerrier(new SquareMatrix(
                k, matrix.stream().map(r -> r.stream().map(k::element).toList()).toList()));
        List<Map<Span.Column, IExpr>> out = new ArrayList<>();
        while (out.size() < n && size(adjugate.adjugate()) <= MOST_TERMS) {
            out.add(entries(system, adjugate.adjugate()));
            adjugate.next();
        }
        return out;
    }

    private static long size(SquareMatrix b) {
        return b.rows().stream()
                .flatMap(List::stream)
                .mapToLong(FieldElement::size)
                .sum();
    }

    private static Map<Span.Column, IExpr> entries(DifferentialSystem system, SquareMatrix b) {
        Map<Span.Column, IExpr> out = new LinkedHashMap<>();
        for (int i = 0; i < b.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (!b.at(i, j).isZero()) {
                    // the first unknown belongs to the independent variable
                    out.put(
                            new Span.Column(i + 1, system.states().get(j)),
                            b.field().tree(b.at(i, j)));
                }
            }
        }
        return out;
    }
}
