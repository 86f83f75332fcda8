package dev.prolong.algebra.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Sums of elements collected over the monomials in the kernels that move. */
final class Splitting {
    private final Tower tower;
    private final Arithmetic arithmetic;

    Splitting(Tower tower) {
        this.tower = tower;
        this.arithmetic = tower.arithmetic();
    }

    /** See {@link DifferentialField#split(List)}. */
    List<List<FieldElement>> split(List<FieldElement> a, IntPredicate isMoving) {
        List<FieldElement> whole = new Denominators(arithmetic).clear(a);
        boolean[] fixed = new boolean[tower.kernels().size()];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = !isMoving.test(i);
        }
        Map<List<Integer>, List<List<Polynomial.Term>>> rows = new LinkedHashMap<>();
        for (int c = 0; c < a.size(); c++) {
            for (Polynomial.Term t : whole.get(c).numerator().terms()) {
                List<Integer> moving = new ArrayList<>();
                Polynomial.Term still = t;
                for (int i = 0; i < fixed.length; i++) {
                    moving.add(fixed[i] ? 0 : t.exponent(i));
                    still = fixed[i] ? still : still.withExponent(i, 0);
                }
                rows.computeIfAbsent(moving, m -> emptyRow(a.size())).get(c).add(still);
            }
        }
        return rows.values().stream()
                .map(row -> row.stream().map(this::element).toList())
                .toList();
    }

    private FieldElement element(List<Polynomial.Term> terms) {
        return arithmetic.of(Polynomial.of(tower.room(), terms));
    }

    private static List<List<Polynomial.Term>> emptyRow(int n) {
        List<List<Polynomial.Term>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(new ArrayList<>());
        }
        return out;
    }
}
