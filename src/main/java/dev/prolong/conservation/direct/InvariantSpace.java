package dev.prolong.conservation.direct;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.algebra.linear.LinearKernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A space of functions that the flow maps into itself, exactly: functions {@code b_i} and {@code D_t b_i = Σ_j a_ij b_j} with constants a, or
 * functions of one coordinate.
 *
 * @param candidates the functions whose combinations the basis is made of
 * @param basis coefficients of {@code b_i}
 * @param action the matrix {@code a}
 */
record InvariantSpace(List<int[]> candidates, List<List<FieldElement>> basis, List<List<FieldElement>> action) {

    /** The largest such space in the span of the candidates. */
    static InvariantSpace largest(Flow flow, List<int[]> candidates) {
        DifferentialField field = flow.field();
        int k = candidates.size();
        List<FieldElement> columns = new ArrayList<>();
        candidates.forEach(c -> columns.add(flow.rate(c)));
        candidates.forEach(c -> columns.add(field.negate(flow.element(c))));
        return shrunk(field, candidates, LinearKernel.of(field, field.split(columns), 2 * k), e -> field.integer(0));
    }

    /**
     * The largest such space of combinations with functions of one coordinate x as coefficients, where the flow has {@code x' = 1}.
     *
     * @param candidates functions that do not depend on x alone
     */
    static InvariantSpace over(ISymbol x, Flow flow, List<int[]> candidates) {
        DifferentialField field = flow.field();
        Set<ISymbol> moving = new LinkedHashSet<>(flow.coordinates());
        moving.remove(x);
        List<int[]> independent = new ArrayList<>();
        for (int[] c : candidates) {
            independent.add(c);
            List<FieldElement> elements =
                    independent.stream().map(flow::element).toList();
            if (!LinearKernel.of(field, field.split(elements, moving), independent.size())
                    .isEmpty()) {
                independent.remove(c);
            }
        }
        int k = independent.size();
        // the images first, so that they are what is solved for
        List<FieldElement> columns = new ArrayList<>();
        independent.forEach(c -> columns.add(field.negate(flow.element(c))));
        independent.forEach(c -> columns.add(flow.rate(c)));
        List<List<FieldElement>> pairs = new ArrayList<>();
        for (List<FieldElement> solution : LinearKernel.of(field, field.split(columns, moving), 2 * k)) {
            List<FieldElement> pair = new ArrayList<>(solution.subList(k, 2 * k));
            pair.addAll(solution.subList(0, k));
            pairs.add(pair);
        }
        return shrunk(field, independent, pairs, e -> field.derivative(e, x));
    }

    /**
     * The largest such part of a space.
     *
     * @param start pairs of coefficients: of a combination, and of its rate while its own coefficients are held fixed
     * @param rate of the coefficients
     */
    private static InvariantSpace shrunk(
            DifferentialField field,
            List<int[]> candidates,
            List<List<FieldElement>> start,
            UnaryOperator<FieldElement> rate) {
        int k = candidates.size();
        List<List<FieldElement>> pairs = start;
        while (true) {
            List<List<FieldElement>> basis =
                    pairs.stream().map(p -> p.subList(0, k)).toList();
            List<List<FieldElement>> images = new ArrayList<>();
            for (List<FieldElement> p : pairs) {
                List<FieldElement> image = new ArrayList<>();
                for (int c = 0; c < k; c++) {
                    image.add(field.add(rate.apply(p.get(c)), p.get(k + c)));
                }
                images.add(image);
            }
            List<List<FieldElement>> stay = staying(field, basis, images, k);
            if (stay.size() == pairs.size()) {
                return new InvariantSpace(candidates, basis, action(field, stay));
            }
            List<List<FieldElement>> next = new ArrayList<>();
            for (List<FieldElement> y : stay) {
                next.add(sum(field, y.subList(0, pairs.size()), pairs, 2 * k));
            }
            pairs = next;
        }
    }

    /** All {@code (y, z)} with {@code Σ y_i image_i = Σ z_i b_i}. */
    private static List<List<FieldElement>> staying(
            DifferentialField field, List<List<FieldElement>> basis, List<List<FieldElement>> images, int k) {
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            List<FieldElement> row = new ArrayList<>();
            for (List<FieldElement> image : images) {
                row.add(image.get(c));
            }
            for (List<FieldElement> b : basis) {
                row.add(field.negate(b.get(c)));
            }
            rows.add(row);
        }
        return LinearKernel.of(field, rows, 2 * basis.size());
    }

    /** The matrix of the map {@code y → z}, from as many independent pairs as there are unknowns in y. */
    private static List<List<FieldElement>> action(DifferentialField field, List<List<FieldElement>> pairs) {
        int n = pairs.size();
        List<List<FieldElement>> rows = new ArrayList<>();
        pairs.forEach(p -> rows.add(new ArrayList<>(p)));
        for (int c = 0; c < n; c++) {
            int pivot = c;
            while (rows.get(pivot).get(c).isZero()) {
                pivot++;
            }
            Collections.swap(rows, c, pivot);
            FieldElement p = rows.get(c).get(c);
            rows.get(c).replaceAll(a -> field.divide(a, p));
            for (int r = 0; r < n; r++) {
                FieldElement factor = rows.get(r).get(c);
                if (r != c && !factor.isZero()) {
                    for (int j = 0; j < 2 * n; j++) {
                        rows.get(r)
                                .set(
                                        j,
                                        field.subtract(
                                                rows.get(r).get(j),
                                                field.multiply(
                                                        factor, rows.get(c).get(j))));
                    }
                }
            }
        }
        return rows.stream().map(r -> List.copyOf(r.subList(n, 2 * n))).toList();
    }

    int dimension() {
        return basis.size();
    }

    /** {@code Σ p_i b_i}, sorted by the candidates. */
    IExpr product(List<IExpr> p, Flow flow) {
        List<IExpr> terms = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            List<IExpr> coefficient = new ArrayList<>();
            for (int i = 0; i < p.size(); i++) {
                coefficient.add(
                        Expr.times(p.get(i), flow.field().tree(basis.get(i).get(c))));
            }
            IExpr written = Expr.plus(coefficient);
            IExpr shortest = p.contains(written)
                    ? written
                    : Shortest.of(written, flow.system().assumptions());
            terms.add(Expr.times(shortest, flow.tree(candidates.get(c))));
        }
        return Expr.plus(terms);
    }

    /** {@code Σ y_i b_i} as a combination of the candidates. */
    List<FieldElement> function(DifferentialField field, List<FieldElement> y) {
        return sum(field, y, basis, candidates.size());
    }

    /** {@code y a − λ y}: the coordinates of {@code (D_t − λ) Σ y_i b_i}. */
    List<FieldElement> image(DifferentialField field, List<FieldElement> y, FieldElement lambda) {
        List<FieldElement> out = new ArrayList<>(sum(field, y, action, y.size()));
        for (int j = 0; j < out.size(); j++) {
            out.set(j, field.subtract(out.get(j), field.multiply(lambda, y.get(j))));
        }
        return out;
    }

    private static List<FieldElement> sum(
            DifferentialField field, List<FieldElement> y, List<List<FieldElement>> rows, int columns) {
        List<FieldElement> out = new ArrayList<>(Collections.nCopies(columns, field.integer(0)));
        for (int i = 0; i < y.size(); i++) {
            for (int c = 0; c < columns && !y.get(i).isZero(); c++) {
                FieldElement term = rows.get(i).get(c);
                if (!term.isZero()) {
                    out.set(c, field.add(out.get(c), field.multiply(y.get(i), term)));
                }
            }
        }
        return out;
    }
}
