package dev.prolong.conservation.direct;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.MovingMonomials;
import dev.prolong.algebra.linear.IntegerLattice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The finest weights of candidates under which {@code D_t} shifts every weight alike: the parts of one weight of a conserved quantity are
 * conserved by themselves.
 *
 * <p>Weights are in the abelian group whose generators are the moving kernels of the field and the shift, with the relations that make
 * every atom, its rate and every algebraic relation homogeneous. Scalings of the flow give weights that are integers, reflections and the
 * reversal of time, as other scalings by roots of unity, weights modulo integers. Parameters have weight zero.
 */
final class Grading {
    private final DifferentialField field;
    private final List<long[]> weights = new ArrayList<>();
    private final IntegerLattice relations;
    private final int shift;

    /** The grading of the candidates that are products of the atoms of this flow. */
    Grading(Flow flow) {
        this.field = flow.field();
        List<FieldElement> places =
                flow.coordinates().stream().map(field::element).toList();
        this.shift = MovingMonomials.kernels(field);
        this.relations = new IntegerLattice(shift + 1);
        MovingMonomials.relations(field).forEach(this::alike);
        List<long[]> coordinates = new ArrayList<>();
        for (int v = 0; v < places.size(); v++) {
            long[] weight = weight(places.get(v));
            coordinates.add(weight);
            if (!flow.speeds().get(v).isZero()) {
                long[] speed = weight(flow.speeds().get(v));
                speed[shift] = -1;
                relations.add(difference(speed, weight));
            }
        }
        for (int i = 0; i < flow.atoms().size(); i++) {
            long[] weight = weight(flow.element(i));
            weights.add(weight);
            for (int v = 0; v < coordinates.size(); v++) {
                FieldElement slope = flow.gradient(i).get(v);
                if (!slope.isZero()) {
                    relations.add(difference(difference(weight, coordinates.get(v)), weight(slope)));
                }
            }
        }
    }

    /** The weight of one monomial of an element, of which all others are to have the same. */
    private long[] weight(FieldElement element) {
        MovingMonomials monomials = MovingMonomials.of(field, element);
        alike(monomials.numerator());
        alike(monomials.denominator());
        return difference(
                vector(monomials.numerator().get(0)),
                vector(monomials.denominator().get(0)));
    }

    private void alike(List<List<Integer>> monomials) {
        for (List<Integer> m : monomials.subList(1, monomials.size())) {
            relations.add(difference(vector(m), vector(monomials.get(0))));
        }
    }

    private long[] vector(List<Integer> exponents) {
        long[] out = new long[shift + 1];
        for (int i = 0; i < exponents.size(); i++) {
            out[i] = exponents.get(i);
        }
        return out;
    }

    private static long[] difference(long[] a, long[] b) {
        long[] out = a.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] -= b[i];
        }
        return out;
    }

    /** The monomials of each weight, each list in the order given; those with denominators throughout last, else in order of size. */
    List<List<int[]>> parts(List<int[]> monomials) {
        Map<List<BigInteger>, List<int[]>> byWeight = new LinkedHashMap<>();
        for (int[] m : monomials) {
            byWeight.computeIfAbsent(weight(m), w -> new ArrayList<>()).add(m);
        }
        return byWeight.values().stream()
                .sorted(Comparator.comparing((List<int[]> part) ->
                                part.stream().allMatch(m -> Arrays.stream(m).anyMatch(e -> e < 0)))
                        .thenComparing(List::size))
                .toList();
    }

    private List<BigInteger> weight(int[] exponents) {
        long[] sum = new long[shift + 1];
        for (int i = 0; i < exponents.length; i++) {
            for (int c = 0; c <= shift && exponents[i] != 0; c++) {
                sum[c] += exponents[i] * weights.get(i)[c];
            }
        }
        return relations.representative(sum);
    }
}
