package dev.prolong.algebra.field;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SeriesRing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A random point of a differential field modulo a prime, with the Taylor series of its elements there.
 *
 * <p>Coordinates and parameters take random residues. So do kernels, which are algebraically independent of what was there before them,
 * their series following from their laws; a root takes one of the roots that its radicand has. What vanishes in the field vanishes at
 * every point; the converse fails with a probability of about degree/2^50.
 *
 * <p>The same seeds give the same point, to any degree.
 */
public final class TaylorPoint {
    private final DifferentialField owner;
    private final Tower tower;
    private final SeriesRing ring;
    private final PrimeField p;
    private final List<ISymbol> coordinates;
    private final long seed;
    private final long constantsSeed;
    private final Set<ISymbol> vanishing = new HashSet<>();
    private final Map<Integer, long[]> kernels = new HashMap<>();
    private final Map<Integer, List<long[]>> powers = new HashMap<>();
    private final Map<FieldElement, long[]> known = new HashMap<>();
    /** Kernels in the making: their series so far. */
    private final Map<Integer, long[]> provisional = new HashMap<>();

    /**
     * @param coordinates in which series are developed; everything else is constant
     * @param constantsSeed of what is constant in the field: parameters and functions of them
     * @param seed of everything else
     */
    public TaylorPoint(
            DifferentialField field, List<ISymbol> coordinates, SeriesRing ring, long constantsSeed, long seed) {
        this.owner = field;
        this.tower = field.tower();
        this.ring = ring;
        this.p = ring.field();
        this.coordinates = List.copyOf(coordinates);
        this.seed = seed;
        this.constantsSeed = constantsSeed;
    }

    /** The value of a field's elements where these symbols vanish; everything else is random. */
    static TaylorPoint value(DifferentialField field, PrimeField prime, Set<ISymbol> vanishing, long seed) {
        TaylorPoint out = new TaylorPoint(field, List.of(), new SeriesRing(prime, 1, 0), seed, seed);
        out.vanishing.addAll(vanishing);
        return out;
    }

    public SeriesRing ring() {
        return ring;
    }

    /**
     * The Taylor series of an element; not to be changed.
     *
     * @throws NoPointException where the element has none at this point
     */
    public long[] series(FieldElement e) {
        long[] out = known.get(e);
        if (out == null) {
            out = polynomial(e.numerator());
            if (!e.denominator().isOne()) {
                out = ring.multiply(out, inverse(polynomial(e.denominator())));
            }
            known.put(e, out);
        }
        return out;
    }

    private long[] inverse(long[] a) {
        if (a[0] == 0) {
            throw new NoPointException("a denominator vanishes");
        }
        return ring.inverse(a);
    }

    private long[] polynomial(Polynomial f) {
        long[] sum = new long[ring.size()];
        for (Polynomial.Term t : f.terms()) {
            long[] product = ring.constant(p.of(t.coefficient()));
            for (int i = 0; i < tower.kernels().size(); i++) {
                if (t.exponent(i) > 0) {
                    product = ring.multiply(power(i, t.exponent(i)), product);
                }
            }
            sum = ring.add(sum, product);
        }
        return sum;
    }

    private long[] power(int kernel, int exponent) {
        List<long[]> list = powers.computeIfAbsent(kernel, k -> new ArrayList<>(List.of(ring.constant(1))));
        while (list.size() <= exponent) {
            list.add(ring.multiply(list.get(list.size() - 1), kernel(kernel)));
        }
        return list.get(exponent);
    }

    /** The value of a kernel. */
    long residue(int kernel) {
        return kernel(kernel)[0];
    }

    private long[] kernel(int i) {
        long[] out = kernels.get(i);
        if (out == null) {
            out = develop(i, tower.kernels().get(i));
            kernels.put(i, out);
        }
        return out;
    }

    private long random(long base, int kernel, long salt) {
        return 1 + new SplittableRandom(base * 1_000_003L + kernel * 7919L + salt * 104_729L).nextLong(p.modulus() - 1);
    }

    private long[] develop(int i, Kernel kernel) {
        long c = random(tower.isConstant(i) ? constantsSeed : seed, i, 0);
        if (kernel instanceof Kernel.Free f) {
            int v = coordinates.indexOf(f.symbol());
            c = vanishing.contains(f.symbol()) ? 0 : c;
            return v < 0 ? ring.constant(c) : ring.variable(v, c);
        }
        if (kernel instanceof Kernel.Constant) {
            return ring.constant(c);
        }
        if (kernel instanceof Kernel.Sign) {
            return ring.constant((c & 1) == 0 ? 1 : p.modulus() - 1);
        }
        if (kernel instanceof Kernel.Exponential e) {
            return ring.compose(exponential(c), series(e.exponent()));
        }
        if (kernel instanceof Kernel.HalfTangent h) {
            return ring.compose(halfTangent(c), series(h.angle()));
        }
        if (kernel instanceof Kernel.Logarithm l) {
            return logarithm(c, polynomial(l.argument()));
        }
        if (kernel instanceof Kernel.Root r) {
            return root(polynomial(r.radicand()), r.degree());
        }
        if (kernel instanceof Kernel.Arbitrary a) {
            return arbitrary(a.tree());
        }
        return byDerivatives(i, kernel.tree(), c);
    }

    private long[] exponential(long c) {
        long[] out = new long[ring.degree() + 1];
        out[0] = c;
        for (int k = 1; k < out.length; k++) {
            out[k] = p.multiply(out[k - 1], p.inverse(k));
        }
        return out;
    }

    /** {@code τ' = (1 + τ²)/2}. */
    private long[] halfTangent(long c) {
        long[] out = new long[ring.degree() + 1];
        out[0] = c;
        for (int k = 0; k + 1 < out.length; k++) {
            long square = k == 0 ? 1 : 0;
            for (int j = 0; j <= k; j++) {
                square = p.add(square, p.multiply(out[j], out[k - j]));
            }
            out[k + 1] = p.multiply(square, p.inverse(2L * (k + 1)));
        }
        return out;
    }

    private long[] logarithm(long c, long[] argument) {
        if (argument[0] == 0) {
            throw new NoPointException("the argument of a logarithm vanishes");
        }
        long r = p.inverse(argument[0]);
        long[] out = new long[ring.degree() + 1];
        out[0] = c;
        long power = p.negate(1);
        for (int k = 1; k < out.length; k++) {
            power = p.negate(p.multiply(power, r));
            out[k] = p.multiply(power, p.inverse(k));
        }
        return ring.compose(out, argument);
    }

    private long[] root(long[] radicand, int n) {
        long c = radicand[0] == 0
                ? 0
                : p.root(radicand[0], n).orElseThrow(() -> new NoPointException("a radicand has no root"));
        if (c == 0) {
            throw new NoPointException("a radicand vanishes");
        }
        long[] out = new long[ring.degree() + 1];
        out[0] = c;
        long exponent = p.inverse(n);
        long r = p.inverse(radicand[0]);
        for (int k = 1; k < out.length; k++) {
            long factor = p.multiply(p.subtract(exponent, k - 1), p.inverse(k));
            out[k] = p.multiply(p.multiply(out[k - 1], factor), r);
        }
        return ring.compose(out, radicand);
    }

    /** An arbitrary function: every derivative of it, at the place where its arguments are, is a number of its own. */
    private long[] arbitrary(IExpr tree) {
        List<IExpr> arguments = Expr.arguments(tree);
        List<Integer> orders = ArbitraryFunction.orders(tree);
        List<long[]> shifts = new ArrayList<>();
        for (IExpr a : arguments) {
            long[] h = series(owner.element(a)).clone();
            h[0] = 0;
            shifts.add(h);
        }
        IExpr function = Expr.apply(ArbitraryFunction.name(tree), arguments);
        long[] out = new long[ring.size()];
        addTerms(out, function.toString().hashCode(), orders, shifts, new int[arguments.size()], 0, ring.constant(1));
        return out;
    }

    private void addTerms(
            long[] out, int salt, List<Integer> orders, List<long[]> shifts, int[] alpha, int from, long[] monomial) {
        if (from == alpha.length) {
            int[] total = new int[alpha.length];
            for (int a = 0; a < total.length; a++) {
                total[a] = alpha[a] + orders.get(a);
            }
            long c = random(seed, salt, 1 + Arrays.hashCode(total));
            long[] sum = ring.add(out, ring.scale(monomial, c));
            System.arraycopy(sum, 0, out, 0, out.length);
            return;
        }
        long[] product = monomial;
        int used = Arrays.stream(alpha, 0, from).sum();
        for (int k = 0; used + k <= ring.degree(); k++) {
            alpha[from] = k;
            addTerms(out, salt, orders, shifts, alpha, from + 1, product);
            product = ring.scale(ring.multiply(product, shifts.get(from)), p.inverse(k + 1L));
        }
        alpha[from] = 0;
    }

    /** By the partial derivatives, which may contain the function itself: each pass gives one degree more. */
    private long[] byDerivatives(int i, IExpr tree, long c) {
        long[] out = ring.constant(c);
        List<@Nullable FieldElement> partials = new ArrayList<>();
        for (ISymbol v : coordinates) {
            partials.add(Expr.isFreeOf(tree, v) ? null : owner.element(Differentiation.derivative(tree, v)));
        }
        for (int pass = 1; pass <= ring.degree(); pass++) {
            provisional.put(i, out);
            forget();
            long[] next = ring.constant(c);
            List<long[]> series = new ArrayList<>();
            for (FieldElement d : partials) {
                series.add(d == null ? new long[ring.size()] : series(d));
            }
            for (int m = 1; m < ring.size() && ring.degree(m) <= pass; m++) {
                next[m] = integrated(m, partials, series);
            }
            out = next;
        }
        provisional.remove(i);
        forget();
        return out;
    }

    /** What was computed with shorter series of kernels in the making is computed again. */
    private void forget() {
        known.clear();
        powers.clear();
        kernels.clear();
        kernels.putAll(provisional);
    }

    private long integrated(int m, List<@Nullable FieldElement> partials, List<long[]> series) {
        for (int v = 0; v < coordinates.size(); v++) {
            int e = ring.exponent(m, v);
            if (e > 0) {
                if (partials.get(v) == null) {
                    return 0;
                }
                int[] lower = new int[coordinates.size()];
                for (int w = 0; w < lower.length; w++) {
                    lower[w] = ring.exponent(m, w);
                }
                lower[v]--;
                return p.multiply(series.get(v)[ring.index(lower)], p.inverse(e));
            }
        }
        return 0;
    }
}
