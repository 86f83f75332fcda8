package dev.prolong.conservation.direct;

import dev.prolong.algebra.field.DifferentialField.Monomials;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.ModularMatrix;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Weights of the atoms of a rational flow under which {@code D_t} shifts every weight alike (scaling symmetries that multiply each
 * coordinate by a power): the parts of one weight of a conserved quantity are conserved by themselves.
 *
 * @param weights for each independent scaling the weight of each atom
 */
record Grading(List<long[]> weights) {
    private static final PrimeField FIELD = PrimeField.FIRST;

    /** The scalings of the flow; empty where it has none or is not rational in its coordinates. */
    static Optional<Grading> of(Flow flow) {
        int n = flow.coordinates().size();
        ModularMatrix equations = new ModularMatrix(n + 1);
        for (int v = 0; v < n; v++) {
            Optional<Monomials> speed = flow.field().monomials(flow.speeds().get(v), flow.coordinates());
            if (speed.isEmpty()) {
                return Optional.empty();
            }
            List<Integer> pole = speed.get().denominator().get(0);
            // weight of the speed = weight of the coordinate + shift
            for (List<Integer> m : speed.get().numerator()) {
                long[] row = difference(m, pole, n);
                row[v] = FIELD.subtract(row[v], 1);
                row[n] = FIELD.modulus() - 1;
                equations.add(row);
            }
            speed.get().denominator().forEach(m -> equations.add(difference(m, pole, n)));
        }
        List<long[]> out = new ArrayList<>();
        for (long[] solution : equations.kernel()) {
            Optional<long[]> w = weights(flow, solution);
            w.ifPresent(out::add);
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(new Grading(out));
    }

    private static long[] difference(List<Integer> a, List<Integer> b, int n) {
        long[] row = new long[n + 1];
        for (int i = 0; i < n; i++) {
            row[i] = Math.floorMod((long) a.get(i) - b.get(i), FIELD.modulus());
        }
        return row;
    }

    /** The weight of each atom as residues; only their equality matters. Empty where an atom is not of one weight, or none has any. */
    private static Optional<long[]> weights(Flow flow, long[] coordinates) {
        long[] out = new long[flow.atoms().size()];
        boolean any = false;
        for (int i = 0; i < out.length; i++) {
            Optional<Long> w = weight(flow, flow.element(i), coordinates);
            if (flow.atoms().get(i).alone() || w.isEmpty()) {
                return Optional.empty();
            }
            out[i] = w.get();
            any |= out[i] != 0;
        }
        return any ? Optional.of(out) : Optional.empty();
    }

    private static Optional<Long> weight(Flow flow, FieldElement e, long[] coordinates) {
        Optional<Monomials> monomials = flow.field().monomials(e, flow.coordinates());
        if (monomials.isEmpty() || monomials.get().denominator().size() > 1) {
            return Optional.empty();
        }
        Optional<Long> weight = Optional.empty();
        for (List<Integer> m : monomials.get().numerator()) {
            long w = 0;
            for (int i = 0; i < m.size(); i++) {
                long exponent =
                        (long) m.get(i) - monomials.get().denominator().get(0).get(i);
                w = FIELD.add(w, FIELD.multiply(Math.floorMod(exponent, FIELD.modulus()), coordinates[i]));
            }
            if (weight.isPresent() && weight.get() != w) {
                return Optional.empty();
            }
            weight = Optional.of(w);
        }
        return weight;
    }

    /** The monomials of each weight, each list in the order given; in order of size. */
    List<List<int[]>> parts(List<int[]> monomials) {
        Map<List<Long>, List<int[]>> byWeight = new LinkedHashMap<>();
        for (int[] m : monomials) {
            byWeight.computeIfAbsent(weight(m), w -> new ArrayList<>()).add(m);
        }
        Map<Integer, List<List<int[]>>> bySize = new TreeMap<>();
        byWeight.values()
                .forEach(p ->
                        bySize.computeIfAbsent(p.size(), s -> new ArrayList<>()).add(p));
        return bySize.values().stream().flatMap(List::stream).toList();
    }

    private List<Long> weight(int[] exponents) {
        List<Long> out = new ArrayList<>();
        for (long[] w : weights) {
            long sum = 0;
            for (int i = 0; i < exponents.length; i++) {
                sum = FIELD.add(sum, FIELD.multiply(Math.floorMod((long) exponents[i], FIELD.modulus()), w[i]));
            }
            out.add(sum);
        }
        return out;
    }
}
