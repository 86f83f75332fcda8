package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.RowReduction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What the conservation laws of backpropagation say of the gradient of a loss that depends on the end of a trajectory alone.
 *
 * <p>A law {@code a·X(t, x, θ) + b·Θ(θ)} is constant, the adjoints b of the parameters are 0 at the end and the gradient g of the loss by the
 * parameters at the start. So {@code Θ_k(θ)·g = r_k}, where {@code r_k} is {@code a·X_k} at the end minus {@code a·X_k} at the start:
 * linear equations for g. Laws with {@code Θ = 0} give linear equations for a at the start in the same way: {@code X_k·a = e_k}, where
 * {@code e_k} is {@code a·X_k} at the end.
 *
 * @param laws that are used
 * @param parts {@code a·X_k} of each
 * @param ends symbols of the unknowns' right sides, {@code r_k} and {@code e_k}
 * @param gradients the components of g that the laws determine, by their places, in the symbols and the parameters
 * @param adjoints a at the start, in the symbols, t, x and the parameters; empty where the laws do not determine all of it
 */
record LawGradients(
        AuditLaws laws,
        List<IExpr> parts,
        List<ISymbol> ends,
        Map<Integer, IExpr> gradients,
        Optional<List<IExpr>> adjoints) {
    /** Follows the name of a law in that of its symbol, which so is none of the input. */
    private static final String MARK = " part";

    /** Empty where the laws determine no component. */
    static Optional<LawGradients> of(CodeRequest request) {
        return AuditLaws.of(request, q -> q.pairing().isPresent())
                .map(laws -> of(laws, request.system().independent()))
                .filter(g -> !g.gradients().isEmpty() || g.adjoints().isPresent());
    }

    private static LawGradients of(AuditLaws all, ISymbol time) {
        List<ISymbol> dualStates = all.dual(all.states());
        List<ISymbol> dualParameters = all.dual(all.parameters());
        Set<ISymbol> moving = new LinkedHashSet<>(all.states());
        moving.addAll(dualStates);
        moving.add(time);
        List<IExpr> parts = new ArrayList<>();
        List<ISymbol> ends = new ArrayList<>();
        List<List<IExpr>> ofParameters = new ArrayList<>();
        List<List<IExpr>> ofStates = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            IExpr law = all.laws().get(k).expression();
            List<IExpr> x = slopes(law, dualStates);
            parts.add(Expr.plus(IntStream.range(0, x.size())
                    .mapToObj(i -> Expr.times(dualStates.get(i), x.get(i)))
                    .toList()));
            ends.add(Expr.symbol(name(k) + MARK));
            List<IExpr> theta = slopes(law, dualParameters);
            boolean fixed = theta.stream().allMatch(e -> moving.stream().allMatch(s -> Expr.isFreeOf(e, s)));
            boolean none = theta.stream().allMatch(IExpr::isZero);
            ofParameters.add(fixed && !none ? theta : List.of());
            ofStates.add(none ? x : List.of());
        }
        Map<Integer, IExpr> gradients = solve(ofParameters, ends);
        Map<Integer, IExpr> starts = solve(ofStates, ends);
        return new LawGradients(
                all,
                parts,
                ends,
                gradients,
                starts.size() == dualStates.size() ? Optional.of(List.copyOf(starts.values())) : Optional.empty());
    }

    /** How a law is called in the text of the class. */
    static String name(int law) {
        return "law" + law;
    }

    /** A tree with the laws' symbols as text. */
    static String text(IExpr e) {
        return InputForm.of(e).replace(MARK, "");
    }

    private static List<IExpr> slopes(IExpr law, List<ISymbol> dual) {
        return dual.stream().map(s -> Differentiation.derivative(law, s)).toList();
    }

    /** The unknowns that the equations {@code row_k · unknowns = end_k} determine; an empty row is no equation. */
    private static Map<Integer, IExpr> solve(List<List<IExpr>> rows, List<ISymbol> ends) {
        Map<Integer, IExpr> out = new TreeMap<>();
        List<Integer> used = IntStream.range(0, rows.size())
                .filter(k -> !rows.get(k).isEmpty())
                .boxed()
                .toList();
        if (used.isEmpty()) {
            return out;
        }
        List<IExpr> entries = new ArrayList<>(ends);
        rows.forEach(entries::addAll);
        try {
            DifferentialField field = DifferentialField.of(entries, Set.of(), List.of());
            List<List<FieldElement>> matrix = new ArrayList<>();
            used.forEach(
                    k -> matrix.add(rows.get(k).stream().map(field::element).toList()));
            int unknowns = matrix.get(0).size();
            List<Integer> independent =
                    RowReduction.of(field, transposed(matrix)).pivots();
            if (unknowns == 1 && !independent.isEmpty()) {
                // as it stands: what comes back from the field is written with other kernels
                int row = used.get(independent.get(0));
                out.put(0, Expr.divide(ends.get(row), rows.get(row).get(0)));
                return out;
            }
            List<List<FieldElement>> equations = new ArrayList<>();
            for (int row : independent) {
                List<FieldElement> equation = new ArrayList<>(matrix.get(row));
                equation.add(field.element(ends.get(used.get(row))));
                equations.add(equation);
            }
            RowReduction reduced = RowReduction.of(field, equations);
            for (int i = 0; i < reduced.rank(); i++) {
                List<FieldElement> row = reduced.rows().get(i);
                int pivot = reduced.pivots().get(i);
                if (IntStream.range(0, unknowns)
                        .allMatch(j -> j == pivot || row.get(j).isZero())) {
                    out.put(pivot, field.tree(row.get(unknowns)));
                }
            }
        } catch (NotSmoothException withPieces) {
            // kinks: no field in which to solve
        }
        return out;
    }

    private static <E> List<List<E>> transposed(List<List<E>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(j -> rows.stream().map(r -> r.get(j)).toList())
                .toList();
    }
}
