package dev.prolong.algebra.field;

import dev.prolong.algebra.modular.PrimeField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.ISymbol;

/** Elements of a field made ready for their values at many points modulo primes. */
public final class CompiledElements {
    private final DifferentialField field;
    private final List<Sum> sums = new ArrayList<>();
    private final int[] numerators;
    private final int[] denominators;

    /** {@code Σ coefficient · Π kernel^exponent}; factors are pairs of a kernel and its exponent. */
    private record Sum(List<BigInteger> coefficients, List<int[]> factors) {}

    public CompiledElements(DifferentialField field, List<FieldElement> elements) {
        this.field = field;
        Map<Polynomial, Integer> known = new LinkedHashMap<>();
        this.numerators =
                elements.stream().mapToInt(e -> index(e.numerator(), known)).toArray();
        this.denominators =
                elements.stream().mapToInt(e -> index(e.denominator(), known)).toArray();
    }

    private int index(Polynomial f, Map<Polynomial, Integer> known) {
        return known.computeIfAbsent(f, k -> {
            List<BigInteger> coefficients = new ArrayList<>();
            List<int[]> factors = new ArrayList<>();
            for (Polynomial.Term t : f.terms()) {
                List<Integer> pairs = new ArrayList<>();
                for (int i = 0; i < field.tower().kernels().size(); i++) {
                    if (t.exponent(i) > 0) {
                        pairs.add(i);
                        pairs.add(t.exponent(i));
                    }
                }
                coefficients.add(t.coefficient());
                factors.add(pairs.stream().mapToInt(Integer::intValue).toArray());
            }
            sums.add(new Sum(coefficients, factors));
            return sums.size() - 1;
        });
    }

    /**
     * The values at a random point where these symbols vanish; the same seed gives the same point.
     *
     * @throws NoPointException where one of them has none
     */
    public long[] at(PrimeField p, Set<ISymbol> vanishing, long seed) {
        TaylorPoint point = TaylorPoint.value(field, p, vanishing, seed);
        long[] values = new long[sums.size()];
        for (int s = 0; s < values.length; s++) {
            values[s] = value(sums.get(s), point, p);
        }
        long[] out = new long[numerators.length];
        long[] inverses = new long[values.length];
        for (int e = 0; e < out.length; e++) {
            int d = denominators[e];
            if (inverses[d] == 0) {
                if (values[d] == 0) {
                    throw new NoPointException("a denominator vanishes");
                }
                inverses[d] = p.inverse(values[d]);
            }
            out[e] = p.multiply(values[numerators[e]], inverses[d]);
        }
        return out;
    }

    private static long value(Sum sum, TaylorPoint point, PrimeField p) {
        long total = 0;
        for (int t = 0; t < sum.coefficients().size(); t++) {
            long product = p.of(sum.coefficients().get(t));
            int[] factors = sum.factors().get(t);
            for (int k = 0; k < factors.length && product != 0; k += 2) {
                long kernel = point.residue(factors[k]);
                for (int e = 0; e < factors[k + 1]; e++) {
                    product = p.multiply(product, kernel);
                }
            }
            total = p.add(total, product);
        }
        return total;
    }
}
