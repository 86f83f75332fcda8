package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.RowReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code v' = A(x) v} with conditions {@code C(x) v = 0}, closed under differentiation. */
final class LinearFlow {
    private final PlaneEquation equation;
    private final DifferentialField k;
    private final List<List<FieldElement>> matrix;
    private final List<List<FieldElement>> conditions;

    private LinearFlow(PlaneEquation equation, List<List<FieldElement>> matrix, List<List<FieldElement>> conditions) {
        this.equation = equation;
        this.k = equation.field();
        this.matrix = matrix;
        this.conditions = close(conditions);
    }

    /** A solution space of dimension one: {@code v = s n} with {@code s' = rate · s}. */
    record Line(List<FieldElement> direction, FieldElement rate) {}

    /**
     * From rows of {@code Σ_j a_j v_j' + Σ_j b_j v_j = 0}, the coefficients of the derivatives first.
     *
     * @return empty where the rows do not determine all derivatives
     */
    static Optional<LinearFlow> of(PlaneEquation equation, List<List<FieldElement>> rows, int n) {
        DifferentialField k = equation.field();
        RowReduction reduced = RowReduction.of(k, rows);
        if (reduced.rank() < n || reduced.pivots().get(n - 1) != n - 1) {
            return Optional.empty();
        }
        List<List<FieldElement>> matrix = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            matrix.add(reduced.rows().get(i).subList(n, 2 * n).stream()
                    .map(k::negate)
                    .toList());
        }
        List<List<FieldElement>> conditions = reduced.rows().subList(n, reduced.rank()).stream()
                .map(row -> row.subList(n, 2 * n))
                .toList();
        return Optional.of(new LinearFlow(equation, matrix, conditions));
    }

    /** The flow on the part where a component vanishes. */
    LinearFlow without(int component) {
        List<FieldElement> row = new ArrayList<>();
        for (int j = 0; j < matrix.size(); j++) {
            row.add(k.integer(j == component ? 1 : 0));
        }
        List<List<FieldElement>> more = new ArrayList<>(conditions);
        more.add(row);
        return new LinearFlow(equation, matrix, more);
    }

    private List<List<FieldElement>> close(List<List<FieldElement>> open) {
        RowReduction reduced = RowReduction.of(k, open);
        while (true) {
            List<List<FieldElement>> next = new ArrayList<>(reduced.rows());
            reduced.rows().forEach(row -> next.add(differentiated(row)));
            RowReduction larger = RowReduction.of(k, next);
            if (larger.rank() == reduced.rank()) {
                return reduced.rows();
            }
            reduced = larger;
        }
    }

    /** {@code c' + c A}. */
    private List<FieldElement> differentiated(List<FieldElement> row) {
        List<FieldElement> out = new ArrayList<>();
        for (int j = 0; j < row.size(); j++) {
            FieldElement sum = equation.byX(row.get(j));
            for (int i = 0; i < row.size(); i++) {
                sum = k.add(sum, k.multiply(row.get(i), matrix.get(i).get(j)));
            }
            out.add(sum);
        }
        return out;
    }

    int dimension() {
        return matrix.size() - conditions.size();
    }

    /** The solutions, where they are a line. */
    Optional<Line> line() {
        if (dimension() != 1) {
            return Optional.empty();
        }
        RowReduction reduced = RowReduction.of(k, conditions);
        int free = 0;
        while (reduced.pivots().contains(free)) {
            free++;
        }
        List<FieldElement> direction = new ArrayList<>();
        for (int j = 0; j < matrix.size(); j++) {
            int row = reduced.pivots().indexOf(j);
            direction.add(
                    j == free ? k.integer(1) : k.negate(reduced.rows().get(row).get(free)));
        }
        FieldElement rate = k.integer(0);
        for (int j = 0; j < direction.size(); j++) {
            rate = k.add(rate, k.multiply(matrix.get(free).get(j), direction.get(j)));
        }
        return Optional.of(new Line(direction, rate));
    }
}
