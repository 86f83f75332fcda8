package dev.prolong.algebra.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The monomials of an element as exponents of the kernels of its field, those that are constants left out.
 *
 * @param numerator those of its numerator
 * @param denominator those of its denominator
 */
public record MovingMonomials(List<List<Integer>> numerator, List<List<Integer>> denominator) {
    /** Those of an element that is not zero. */
    public static MovingMonomials of(DifferentialField field, FieldElement e) {
        return new MovingMonomials(exponents(field.tower(), e.numerator()), exponents(field.tower(), e.denominator()));
    }

    /** How many kernels the field has by now: so many exponents has a monomial. */
    public static int kernels(DifferentialField field) {
        return field.tower().kernels().size();
    }

    /** For each algebraic kernel that moves the monomials of its relation. */
    public static List<List<List<Integer>>> relations(DifferentialField field) {
        Tower tower = field.tower();
        List<List<List<Integer>>> out = new ArrayList<>();
        for (int i = 0; i < tower.kernels().size(); i++) {
            Kernel kernel = tower.kernels().get(i);
            if (kernel.relationDegree() > 0 && !tower.isConstant(i)) {
                Integer[] power = new Integer[kernels(field)];
                Arrays.fill(power, 0);
                power[i] = kernel.relationDegree();
                List<List<Integer>> monomials = new ArrayList<>(List.of(List.of(power)));
                monomials.addAll(
                        kernel instanceof Kernel.Root root
                                ? exponents(tower, root.radicand())
                                : List.of(Collections.nCopies(kernels(field), 0)));
                out.add(monomials);
            }
        }
        return out;
    }

    private static List<List<Integer>> exponents(Tower tower, Polynomial p) {
        int[] moving = IntStream.range(0, tower.kernels().size())
                .map(i -> p.degree(i) > 0 && !tower.isConstant(i) ? 1 : 0)
                .toArray();
        return p.terms().stream()
                .map(t -> IntStream.range(0, moving.length)
                        .mapToObj(i -> moving[i] * t.exponent(i))
                        .toList())
                .distinct()
                .toList();
    }
}
