package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.FaddeevLeVerrier;
import dev.prolong.algebra.linear.SquareMatrix;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.MatrixPowers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries {@code (B z)·∂_z} of {@code z' = M z} with constant M, n by n: B runs through the coefficients of the adjugate of
 * {@code λ − M}, which span all that is a polynomial in M; where these are long, through the powers of M, written as products.
 *
 * <p>The coefficients are of degree 0, 1, … in M like its powers, with far fewer terms. Source: Gantmacher, The Theory of Matrices, vol. 1,
 * ch. 4.
 */
final class Centralizer {
    private static final int MOST_TERMS = 1_000;

    private Centralizer() {}

    /** A solution of the determining equations for each B; none where the system is not of this form. */
    static List<SpanSolver.Known> of(DifferentialSystem system) {
        Optional<MatrixPowers> powers = system.isFirstOrder()
                ? MatrixPowers.of(
                        system.states(), system.rightSides(), system.jetSpace().base(), system.assumptions())
                : Optional.empty();
        return powers.map(p -> adjugate(system, p.power(1)).orElseGet(() -> products(system.states(), p)))
                .orElse(List.of());
    }

    /** Empty where an entry of them is too long. */
    private static Optional<List<SpanSolver.Known>> adjugate(DifferentialSystem system, List<List<IExpr>> matrix) {
        int n = matrix.size();
        List<IExpr> all = matrix.stream().flatMap(List::stream).toList();
        DifferentialField k = DifferentialField.of(all, new LinkedHashSet<>(), system.assumptions());
        FaddeevLeVerrier adjugate = new FaddeevLeVerrier(new SquareMatrix(
                k, matrix.stream().map(r -> r.stream().map(k::element).toList()).toList()));
        List<SpanSolver.Known> out = new ArrayList<>();
        while (out.size() < n) {
            if (size(adjugate.adjugate()) > MOST_TERMS) {
                return Optional.empty();
            }
            List<List<IExpr>> entries = adjugate.adjugate().rows().stream()
                    .map(row -> row.stream().map(k::tree).toList())
                    .toList();
            out.add(new SpanSolver.Known(coefficients(system.states(), entries), Optional.empty()));
            if (out.size() < n) {
                adjugate.next();
            }
        }
        return Optional.of(out);
    }

    private static long size(SquareMatrix b) {
        return b.rows().stream()
                .flatMap(List::stream)
                .mapToLong(FieldElement::size)
                .sum();
    }

    private static List<SpanSolver.Known> products(List<ISymbol> states, MatrixPowers powers) {
        List<SpanSolver.Known> out = new ArrayList<>();
        for (int k = 0; k < powers.size(); k++) {
            List<IExpr> values = new ArrayList<>(List.of(Expr.ZERO));
            values.addAll(powers.field(k));
            out.add(new SpanSolver.Known(coefficients(states, powers.power(k)), Optional.of(values)));
        }
        return out;
    }

    /** The entries of B by the unknown and the function that they multiply. */
    private static Map<Span.Column, IExpr> coefficients(List<ISymbol> states, List<List<IExpr>> b) {
        Map<Span.Column, IExpr> out = new LinkedHashMap<>();
        for (int i = 0; i < b.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (!b.get(i).get(j).equals(Expr.ZERO)) {
                    // the first unknown belongs to the independent variable
                    out.put(new Span.Column(i + 1, states.get(j)), b.get(i).get(j));
                }
            }
        }
        return out;
    }
}
