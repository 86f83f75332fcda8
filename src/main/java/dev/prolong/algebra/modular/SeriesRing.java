package dev.prolong.algebra.modular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Power series in some variables modulo a prime, cut off above a total degree. A series is an array of coefficients in the order of the
 * monomials, which is by degree: what a lower cut-off has comes first.
 */
public final class SeriesRing {
    private final PrimeField field;
    private final int variables;
    private final int degree;
    private final List<int[]> monomials = new ArrayList<>();
    private final Map<List<Integer>, Integer> index = new HashMap<>();
    private final int[] degrees;
    private final int[][] products;

    public SeriesRing(PrimeField field, int variables, int degree) {
        this.field = field;
        this.variables = variables;
        this.degree = degree;
        for (int d = 0; d <= degree; d++) {
            enumerate(new int[variables], 0, d);
        }
        degrees = monomials.stream().mapToInt(m -> Arrays.stream(m).sum()).toArray();
        products = new int[monomials.size()][];
        for (int i = 0; i < monomials.size(); i++) {
            int partners = count(degree - degrees[i]);
            products[i] = new int[partners];
            for (int j = 0; j < partners; j++) {
                int[] sum = monomials.get(i).clone();
                for (int v = 0; v < variables; v++) {
                    sum[v] += monomials.get(j)[v];
                }
                products[i][j] = index(sum);
            }
        }
    }

    private void enumerate(int[] exponents, int from, int rest) {
        if (from == variables - 1) {
            int[] whole = exponents.clone();
            whole[from] = rest;
            index.put(key(whole), monomials.size());
            monomials.add(whole);
            return;
        }
        for (int e = rest; e >= 0; e--) {
            exponents[from] = e;
            enumerate(exponents, from + 1, rest - e);
        }
        exponents[from] = 0;
    }

    private static List<Integer> key(int[] exponents) {
        return Arrays.stream(exponents).boxed().toList();
    }

    public PrimeField field() {
        return field;
    }

    public int degree() {
        return degree;
    }

    /** The number of monomials. */
    public int size() {
        return monomials.size();
    }

    /** The number of monomials up to a degree. */
    public int count(int d) {
        int n = 0;
        while (n < degrees.length && degrees[n] <= d) {
            n++;
        }
        return n;
    }

    public int degree(int monomial) {
        return degrees[monomial];
    }

    public int exponent(int monomial, int variable) {
        return monomials.get(monomial)[variable];
    }

    /** The place of a monomial. */
    public int index(int[] exponents) {
        return Objects.requireNonNull(index.get(key(exponents)));
    }

    public long[] constant(long c) {
        long[] out = new long[size()];
        out[0] = c;
        return out;
    }

    /** {@code c + x_i}. */
    public long[] variable(int i, long c) {
        long[] out = constant(c);
        if (degree > 0) {
            int[] e = new int[variables];
            e[i] = 1;
            out[index(e)] = 1;
        }
        return out;
    }

    public long[] add(long[] a, long[] b) {
        long[] out = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = field.add(a[i], b[i]);
        }
        return out;
    }

    public long[] scale(long[] a, long c) {
        long[] out = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] == 0 ? 0 : field.multiply(a[i], c);
        }
        return out;
    }

    public long[] multiply(long[] a, long[] b) {
        long[] out = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0) {
                int[] row = products[i];
                for (int j = 0; j < row.length; j++) {
                    if (b[j] != 0) {
                        out[row[j]] = field.add(out[row[j]], field.multiply(a[i], b[j]));
                    }
                }
            }
        }
        return out;
    }

    /** {@code Σ_k coefficients[k] (a − a_0)^k}, by Horner's rule. */
    public long[] compose(long[] coefficients, long[] a) {
        long[] h = a.clone();
        h[0] = 0;
        boolean flat = Arrays.stream(h).allMatch(x -> x == 0);
        if (flat) {
            return constant(coefficients[0]);
        }
        long[] out = constant(coefficients[degree]);
        for (int k = degree - 1; k >= 0; k--) {
            out = multiply(out, h);
            out[0] = field.add(out[0], coefficients[k]);
        }
        return out;
    }

    /** {@code 1/a}; fails where the constant term is zero. */
    public long[] inverse(long[] a) {
        long[] c = new long[degree + 1];
        long r = field.inverse(a[0]);
        c[0] = r;
        for (int k = 1; k <= degree; k++) {
            c[k] = field.negate(field.multiply(c[k - 1], r));
        }
        return compose(c, a);
    }

    /** The derivative in a variable; the terms of highest degree are lost. */
    public long[] derivative(long[] a, int variable) {
        long[] out = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            int e = exponent(i, variable);
            if (a[i] != 0 && e > 0) {
                int[] lower = monomials.get(i).clone();
                lower[variable]--;
                out[index(lower)] = field.multiply(a[i], e);
            }
        }
        return out;
    }
}
