package dev.prolong.algebra.field;

import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values of elements of a differential field at random points modulo {@link PrimeField#FIRST}.
 *
 * <p>Constant kernels keep their values; the others are drawn anew for each point, each by itself, roots such that their relation holds. A
 * set of elements that is linearly independent at such points over the residues is so over the constants, if the field is decisive; and
 * what is dependent at more points than elements is so with all but certainty.
 */
public final class ModularEvaluation {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private static final int MOST_DRAWS = 200;

    private final Tower tower;
    private final SplittableRandom random;
    private final List<Compiled> numerators = new ArrayList<>();
    private final List<Compiled> denominators = new ArrayList<>();
    private final List<Optional<Compiled>> radicands = new ArrayList<>();
    /** Of each kernel at the present point: 1, its value, and on to the highest power that occurs. */
    private final long[][] powers;

    private Optional<long[]> plane = Optional.empty();

    /** With the seed of the points. */
    public ModularEvaluation(DifferentialField field, List<FieldElement> elements, long seed) {
        this.tower = field.tower();
        this.random = new SplittableRandom(seed);
        for (FieldElement e : elements) {
            numerators.add(new Compiled(e.numerator()));
            denominators.add(new Compiled(e.denominator()));
        }
        for (Kernel kernel : tower.kernels()) {
            radicands.add(kernel instanceof Kernel.Root r ? Optional.of(new Compiled(r.radicand())) : Optional.empty());
        }
        int[] highest = new int[tower.kernels().size()];
        Stream.concat(
                        Stream.concat(numerators.stream(), denominators.stream()),
                        radicands.stream().flatMap(Optional::stream))
                .forEach(c -> c.raise(highest));
        this.powers = IntStream.of(highest).mapToObj(h -> new long[h + 1]).toArray(long[][]::new);
        draw(true);
    }

    private void set(int kernel, long value) {
        long[] row = powers[kernel];
        row[0] = 1;
        for (int e = 1; e < row.length; e++) {
            row[e] = FIELD.multiply(row[e - 1], value);
        }
    }

    /** The values at the next point; fails with an ArithmeticException where no point is found at which all are defined. */
    public long[] next() {
        long[] out = new long[numerators.size()];
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            draw(false);
            if (evaluate(out)) {
                return out;
            }
        }
        throw new ArithmeticException("no point modulo the prime");
    }

    /**
     * The values at the point {@code a + s b + r c} of a random plane in the space of the coordinates, the same plane at each call.
     *
     * @throws ArithmeticException where an element is no rational function of the coordinates, or has a pole there
     */
    public long[] inPlane(long s, long r) {
        if (plane.isEmpty()) {
            plane = Optional.of(
                    random.longs(3L * powers.length, 1, FIELD.modulus()).toArray());
        }
        long[] p = plane.get();
        int n = powers.length;
        for (int i = 0; i < n; i++) {
            if (!tower.isConstant(i)) {
                if (!(tower.kernels().get(i) instanceof Kernel.Free)) {
                    throw new ArithmeticException("no rational function of the coordinates");
                }
                set(i, FIELD.add(p[i], FIELD.add(FIELD.multiply(s, p[n + i]), FIELD.multiply(r, p[2 * n + i]))));
            }
        }
        long[] out = new long[numerators.size()];
        if (!evaluate(out)) {
            throw new ArithmeticException("a pole in the plane");
        }
        return out;
    }

    private boolean evaluate(long[] out) {
        for (int i = 0; i < out.length; i++) {
            long d = denominators.get(i).at(powers);
            if (d == 0) {
                return false;
            }
            long n = numerators.get(i).at(powers);
            out[i] = d == 1 ? n : FIELD.multiply(n, FIELD.inverse(d));
        }
        return true;
    }

    /** New values of the constants or of all other kernels. */
    private void draw(boolean constants) {
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            boolean good = true;
            for (int i = 0; i < powers.length && good; i++) {
                if (tower.isConstant(i) == constants) {
                    good = draw(i);
                }
            }
            if (good) {
                return;
            }
        }
        throw new ArithmeticException("no point modulo the prime");
    }

    private boolean draw(int i) {
        Kernel kernel = tower.kernels().get(i);
        if (kernel instanceof Kernel.Root root) {
            Optional<Long> r = FIELD.root(radicands.get(i).orElseThrow().at(powers), root.degree());
            set(i, r.orElse(0L));
            return r.isPresent();
        }
        set(i, kernel instanceof Kernel.Sign ? 1 : 2 + random.nextLong(FIELD.modulus() - 3));
        return true;
    }

    /** A polynomial with residues as coefficients and only the exponents that are not zero. */
    private static final class Compiled {
        private final long[] coefficients;
        private final int[][] factors;

        Compiled(Polynomial p) {
            List<Polynomial.Term> terms = p.terms();
            coefficients = new long[terms.size()];
            factors = new int[terms.size()][];
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k] = FIELD.of(terms.get(k).coefficient());
                int[] f = new int[2 * p.variables()];
                int length = 0;
                for (int i = 0; i < p.variables(); i++) {
                    if (terms.get(k).exponent(i) > 0) {
                        f[length++] = i;
                        f[length++] = terms.get(k).exponent(i);
                    }
                }
                factors[k] = Arrays.copyOf(f, length);
            }
        }

        void raise(int[] highest) {
            for (int[] f : factors) {
                for (int j = 0; j < f.length; j += 2) {
                    highest[f[j]] = Math.max(highest[f[j]], f[j + 1]);
                }
            }
        }

        long at(long[][] powers) {
            long sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                long term = coefficients[k];
                for (int j = 0; j < factors[k].length; j += 2) {
                    term = FIELD.multiply(term, powers[factors[k][j]][factors[k][j + 1]]);
                }
                sum = FIELD.add(sum, term);
            }
            return sum;
        }
    }
}
