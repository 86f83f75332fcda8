package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.HalfAngles;
import dev.prolong.algebra.linear.LinearKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A linear system {@code p' = M p + s} as one equation: where {@code u = c·p} and its derivatives {@code u^(k) = r_k·p + σ_k} determine p,
 * {@code u^(m) = Σ α_k u^(k) + σ_m − Σ α_k σ_k}.
 *
 * <p>Source: Cope, Formal solutions of irregular linear differential equations II, Amer. J. Math. 58 (1936); van der Put and Singer, Galois
 * Theory of Linear Differential Equations, section 2.1.
 *
 * @param rows {@code r_0 .. r_{m−1}}
 * @param inverse the columns of the inverse of the matrix of these rows
 * @param law {@code α_0 .. α_{m−1}}
 */
record CyclicVector(ISymbol variable, List<List<IExpr>> rows, List<List<IExpr>> inverse, List<IExpr> law) {

    /** Of the coordinates, and the sums of two, the one with the shortest equation; empty where none determines all others. */
    static Optional<CyclicVector> shortest(
            DifferentialField field, ISymbol t, List<List<FieldElement>> m, List<Assumption> assumptions) {
        Optional<CyclicVector> best = Optional.empty();
        for (int i = 0; i < m.size(); i++) {
            Optional<CyclicVector> next = of(field, t, m, assumptions, start(field, m.size(), i, i));
            if (next.isPresent()
                    && (best.isEmpty() || next.get().size() < best.get().size())) {
                best = next;
            }
        }
        for (int i = 1; i < m.size() && best.isEmpty(); i++) {
            best = of(field, t, m, assumptions, start(field, m.size(), i - 1, i));
        }
        return best;
    }

    private static List<FieldElement> start(DifferentialField field, int n, int i, int j) {
        List<FieldElement> out = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            out.add(field.integer(k == i || k == j ? 1 : 0));
        }
        return out;
    }

    private static Optional<CyclicVector> of(
            DifferentialField field,
            ISymbol t,
            List<List<FieldElement>> m,
            List<Assumption> assumptions,
            List<FieldElement> c) {
        Function<FieldElement, IExpr> tree = e -> HalfAngles.away(field.tree(e), assumptions);
        int n = m.size();
        List<List<FieldElement>> rows = new ArrayList<>();
        List<FieldElement> row = c;
        for (int k = 0; k < n; k++) {
            rows.add(row);
            row = derivative(field, t, m, row);
        }
        List<List<FieldElement>> equations = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            List<FieldElement> equation = new ArrayList<>(rows.get(k));
            for (int j = 0; j < n; j++) {
                equation.add(field.integer(j == k ? -1 : 0));
            }
            equations.add(equation);
        }
        List<List<FieldElement>> inverse = LinearKernel.of(field, equations, 2 * n);
        for (int k = 0; k < n; k++) {
            if (!inverse.get(k).get(n + k).equals(field.integer(1))) {
                return Optional.empty();
            }
        }
        List<List<IExpr>> columns = new ArrayList<>();
        List<IExpr> law = new ArrayList<>();
        for (List<FieldElement> column : inverse) {
            columns.add(column.subList(0, n).stream().map(tree).toList());
            law.add(tree.apply(dot(field, row, column)));
        }
        List<List<IExpr>> trees =
                rows.stream().map(r -> r.stream().map(tree).toList()).toList();
        return Optional.of(new CyclicVector(t, trees, columns, law));
    }

    /** {@code r' + r M}. */
    private static List<FieldElement> derivative(
            DifferentialField field, ISymbol t, List<List<FieldElement>> m, List<FieldElement> r) {
        List<FieldElement> out = new ArrayList<>();
        for (int j = 0; j < r.size(); j++) {
            FieldElement sum = field.derivative(r.get(j), t);
            for (int i = 0; i < r.size(); i++) {
                sum = field.add(sum, field.multiply(r.get(i), m.get(i).get(j)));
            }
            out.add(sum);
        }
        return out;
    }

    private static FieldElement dot(DifferentialField field, List<FieldElement> row, List<FieldElement> column) {
        FieldElement sum = field.integer(0);
        for (int i = 0; i < row.size(); i++) {
            sum = field.add(sum, field.multiply(row.get(i), column.get(i)));
        }
        return sum;
    }

    long size() {
        return law.stream().mapToLong(Expr::size).sum();
    }

    /** {@code c·p}. */
    IExpr combination(List<IExpr> p) {
        return dot(rows.get(0), p);
    }

    /** {@code σ_0 .. σ_m} for a source s. */
    List<IExpr> shifts(List<IExpr> s) {
        List<IExpr> out = new ArrayList<>(List.of(Expr.ZERO));
        for (int k = 0; k < rows.size(); k++) {
            out.add(Expr.plus(Differentiation.derivative(out.get(k), variable), dot(rows.get(k), s)));
        }
        return out;
    }

    /** {@code σ_m − Σ α_k σ_k}. */
    IExpr source(List<IExpr> shifts) {
        return Expr.minus(shifts.get(law.size()), dot(law, shifts));
    }

    /** The p that belongs to a solution u. */
    List<IExpr> solution(IExpr u, List<IExpr> shifts) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<IExpr> terms = new ArrayList<>();
            for (int k = 0; k < rows.size(); k++) {
                IExpr derivative = Differentiation.derivative(u, variable, k);
                terms.add(Expr.times(inverse.get(k).get(i), Expr.minus(derivative, shifts.get(k))));
            }
            out.add(Expr.plus(terms));
        }
        return out;
    }

    private static IExpr dot(List<IExpr> a, List<IExpr> b) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            terms.add(Expr.times(a.get(i), b.get(i)));
        }
        return Expr.plus(terms);
    }
}
