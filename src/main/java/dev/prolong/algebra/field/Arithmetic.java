package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Quotients of polynomials modulo the relations of the algebraic kernels. */
final class Arithmetic {
    private final int variables;
    private final List<Kernel> kernels;
    /** Products of terms that may still be formed. */
    private long work = Long.MAX_VALUE;

    Arithmetic(int variables, List<Kernel> kernels) {
        this.variables = variables;
        this.kernels = kernels;
    }

    void limit(long allowed) {
        work = allowed;
    }

    private void spend(int terms, int others) {
        work -= 1 + (long) terms * others;
        if (work < 0) {
            throw new WorkLimitException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    FieldElement constant(BigInteger n, BigInteger d) {
        return new FieldElement(polynomial(n), polynomial(d));
    }

    FieldElement constant(long n) {
        return constant(BigInteger.valueOf(n), BigInteger.ONE);
    }

    FieldElement variable(int i) {
        return new FieldElement(Polynomial.variable(variables, i), polynomial(BigInteger.ONE));
    }

    FieldElement of(Polynomial p) {
        return quotient(p, polynomial(BigInteger.ONE));
    }

    Polynomial polynomial(BigInteger n) {
        return Polynomial.constant(variables, n);
    }

    FieldElement add(FieldElement a, FieldElement b) {
        if (a.isZero()) {
            return b;
        }
        if (b.isZero()) {
            return a;
        }
        if (a.denominator().equals(b.denominator())) {
            return quotient(a.numerator().plus(b.numerator()), a.denominator());
        }
        spend(a.size(), b.size());
        Polynomial g = a.denominator().gcd(b.denominator());
        Polynomial p = a.denominator().over(g);
        Polynomial q = b.denominator().over(g);
        return quotient(
                a.numerator().times(q).plus(b.numerator().times(p)),
                a.denominator().times(q));
    }

    /** The sum of all, those with the same denominator first, then always the two smallest. */
    FieldElement sum(List<FieldElement> terms) {
        Map<Polynomial, FieldElement> byDenominator = new LinkedHashMap<>();
        terms.forEach(a -> byDenominator.merge(a.denominator(), a, this::add));
        PriorityQueue<FieldElement> open = new PriorityQueue<>(
                Comparator.comparingInt(a -> a.size() * a.denominator().size()));
        open.addAll(byDenominator.values());
        while (open.size() > 1) {
            open.add(add(open.remove(), open.remove()));
        }
        return open.isEmpty() ? constant(0) : open.remove();
    }

    FieldElement negate(FieldElement a) {
        return new FieldElement(a.numerator().negate(), a.denominator());
    }

    FieldElement subtract(FieldElement a, FieldElement b) {
        return add(a, negate(b));
    }

    FieldElement multiply(FieldElement a, FieldElement b) {
        if (a.isZero() || b.isOne()) {
            return a;
        }
        if (b.isZero() || a.isOne()) {
            return b;
        }
        spend(a.size(), b.size());
        // both are in lowest terms: what cancels is between the numerator of one and the denominator of the other
        Polynomial g = a.numerator().gcd(b.denominator());
        Polynomial h = b.numerator().gcd(a.denominator());
        Polynomial n = a.numerator().over(g).times(b.numerator().over(h));
        Polynomial d = a.denominator().over(h).times(b.denominator().over(g));
        return isReduced(n) && isFreeOfRoots(d) ? normalSign(n, d) : quotient(n, d);
    }

    private boolean isReduced(Polynomial p) {
        return isBelow(p, Kernel::relationDegree);
    }

    private boolean isFreeOfRoots(Polynomial p) {
        return isBelow(p, kernel -> Math.min(1, kernel.relationDegree()));
    }

    /** Whether the degree in each algebraic kernel is less than this. */
    private boolean isBelow(Polynomial p, ToIntFunction<Kernel> bound) {
        for (int i = 0; i < kernels.size(); i++) {
            int most = bound.applyAsInt(kernels.get(i));
            if (most > 0 && p.degree(i) >= most) {
                return false;
            }
        }
        return true;
    }

    FieldElement inverse(FieldElement a) {
        if (a.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        return quotient(a.denominator(), a.numerator());
    }

    FieldElement divide(FieldElement a, FieldElement b) {
        return multiply(a, inverse(b));
    }

    FieldElement power(FieldElement a, int k) {
        if (k < 0) {
            return power(inverse(a), -k);
        }
        FieldElement out = constant(1);
        FieldElement square = a;
        for (int n = k; n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                out = multiply(out, square);
            }
            square = n > 1 ? multiply(square, square) : square;
        }
        return out;
    }

    /** {@code n/d}, relations applied, in lowest terms. */
    FieldElement quotient(Polynomial n, Polynomial d) {
        spend(n.size(), d.size());
        Polynomial top = reduce(n);
        if (top.isZero()) {
            return new FieldElement(top, polynomial(BigInteger.ONE));
        }
        Polynomial bottom = reduce(d);
        if (bottom.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        Polynomial conjugate = conjugate(bottom);
        if (!conjugate.isOne()) {
            return quotient(top.times(conjugate), bottom.times(conjugate));
        }
        Polynomial g = top.gcd(bottom);
        return normalSign(top.over(g), bottom.over(g));
    }

    /**
     * A factor that frees the denominator from one algebraic kernel: the conjugate {@code a − b r} of {@code a + b r}, or a power of a
     * root that stands alone; 1 where nothing is to be done (or the kernel has a higher degree and does not stand alone).
     */
    private Polynomial conjugate(Polynomial denominator) {
        for (int i = kernels.size() - 1; i >= 0; i--) {
            int relation = kernels.get(i).relationDegree();
            int degree = relation == 0 ? 0 : denominator.degree(i);
            if (degree == 0) {
                continue;
            }
            List<Polynomial.Term> flipped = new ArrayList<>();
            boolean alone = true;
            for (Polynomial.Term t : denominator.terms()) {
                alone &= t.exponent(i) == degree;
                flipped.add(t.exponent(i) == 0 ? t : t.negate());
            }
            if (alone) {
                return Polynomial.variable(variables, i).power(relation - degree);
            }
            Polynomial other = Polynomial.of(variables, flipped);
            if (relation == 2 && !reduce(denominator.times(other)).isZero()) {
                return other;
            }
        }
        return polynomial(BigInteger.ONE);
    }

    private static FieldElement normalSign(Polynomial n, Polynomial d) {
        return d.signum() < 0 ? new FieldElement(n.negate(), d.negate()) : new FieldElement(n, d);
    }

    /** The degree in each algebraic kernel below that of its relation. */
    private Polynomial reduce(Polynomial p) {
        Polynomial out = p;
        for (int i = kernels.size() - 1; i >= 0; i--) {
            int degree = kernels.get(i).relationDegree();
            if (degree > 0 && out.degree(i) >= degree) {
                out = reduce(out, i, degree);
            }
        }
        return out;
    }

    private Polynomial reduce(Polynomial p, int variable, int degree) {
        Map<Integer, List<Polynomial.Term>> byPower = new TreeMap<>();
        for (Polynomial.Term t : p.terms()) {
            Polynomial.Term rest = t.withExponent(variable, t.exponent(variable) % degree);
            byPower.computeIfAbsent(t.exponent(variable) / degree, k -> new ArrayList<>())
                    .add(rest);
        }
        Polynomial g = kernels.get(variable) instanceof Kernel.Root root ? root.radicand() : polynomial(BigInteger.ONE);
        Polynomial sum = polynomial(BigInteger.ZERO);
        for (Map.Entry<Integer, List<Polynomial.Term>> e : byPower.entrySet()) {
            sum = sum.plus(Polynomial.of(variables, e.getValue()).times(g.power(e.getKey())));
        }
        return sum;
    }
}
