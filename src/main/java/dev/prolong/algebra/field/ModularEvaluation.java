package dev.prolong.algebra.field;

import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

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
    private final List<Optional<Compiled[]>> radicands = new ArrayList<>();
    private final long[] point;

    /** With the seed of the points. */
    public ModularEvaluation(DifferentialField field, List<FieldElement> elements, long seed) {
        this.tower = field.tower();
        this.random = new SplittableRandom(seed);
        for (FieldElement e : elements) {
            numerators.add(new Compiled(e.numerator()));
            denominators.add(new Compiled(e.denominator()));
        }
        for (Kernel kernel : tower.kernels()) {
            radicands.add(
                    kernel instanceof Kernel.Root r
                            ? Optional.of(new Compiled[] {
                                new Compiled(r.radicand().numerator()),
                                new Compiled(r.radicand().denominator())
                            })
                            : Optional.empty());
        }
        this.point = new long[tower.kernels().size()];
        draw(true);
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

    private boolean evaluate(long[] out) {
        for (int i = 0; i < out.length; i++) {
            long d = denominators.get(i).at(point);
            if (d == 0) {
                return false;
            }
            long n = numerators.get(i).at(point);
            out[i] = d == 1 ? n : FIELD.multiply(n, FIELD.inverse(d));
        }
        return true;
    }

    /** New values of the constants or of all other kernels. */
    private void draw(boolean constants) {
        for (int attempt = 0; attempt < MOST_DRAWS; attempt++) {
            boolean good = true;
            for (int i = 0; i < point.length && good; i++) {
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
            Compiled[] radicand = radicands.get(i).orElseThrow();
            long d = radicand[1].at(point);
            if (d == 0) {
                return false;
            }
            long g = FIELD.multiply(radicand[0].at(point), FIELD.inverse(d));
            Optional<Long> r = FIELD.root(g, root.degree());
            point[i] = r.orElse(0L);
            return r.isPresent();
        }
        point[i] = kernel instanceof Kernel.Sign ? 1 : 2 + random.nextLong(FIELD.modulus() - 3);
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

        long at(long[] point) {
            long sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                long term = coefficients[k];
                for (int j = 0; j < factors[k].length; j += 2) {
                    long x = point[factors[k][j]];
                    int e = factors[k][j + 1];
                    term = FIELD.multiply(term, e == 1 ? x : FIELD.power(x, e));
                }
                sum = FIELD.add(sum, term);
            }
            return sum;
        }
    }
}
