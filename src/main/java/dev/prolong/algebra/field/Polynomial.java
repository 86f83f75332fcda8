package dev.prolong.algebra.field;

import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariateGCD;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import dev.prolong.algebra.Interruption;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.List;

/** An immutable polynomial with integer coefficients in the variables of a field; arithmetic by Rings, whose own objects mutate. */
final class Polynomial implements Comparable<Polynomial> {
    private final MultivariatePolynomial<BigInteger> p;

    private Polynomial(MultivariatePolynomial<BigInteger> p) {
        Interruption.poll();
        this.p = p;
    }

    /** One term: the exponent of each variable and the coefficient. */
    static final class Term {
        private final int[] exponents;
        private final java.math.BigInteger coefficient;

        Term(int[] exponents, java.math.BigInteger coefficient) {
            this.exponents = exponents;
            this.coefficient = coefficient;
        }

        int exponent(int variable) {
            return exponents[variable];
        }

        java.math.BigInteger coefficient() {
            return coefficient;
        }

        Term withExponent(int variable, int exponent) {
            int[] copy = exponents.clone();
            copy[variable] = exponent;
            return new Term(copy, coefficient);
        }

        Term negate() {
            return new Term(exponents, coefficient.negate());
        }

        List<Integer> exponents() {
            return java.util.Arrays.stream(exponents).boxed().toList();
        }
    }

    /** {@code content · Π factor^exponent}, factors irreducible over the integers, primitive, with positive leading coefficient. */
    record Factorization(java.math.BigInteger content, List<Polynomial> factors, List<Integer> exponents) {}

    static Polynomial constant(int variables, java.math.BigInteger c) {
        return new Polynomial(MultivariatePolynomial.zero(variables, Rings.Z, MonomialOrder.GREVLEX)
                .add(of(c)));
    }

    static Polynomial variable(int variables, int i) {
        int[] exponents = new int[variables];
        exponents[i] = 1;
        return new Polynomial(MultivariatePolynomial.zero(variables, Rings.Z, MonomialOrder.GREVLEX)
                .add(new Monomial<>(exponents, BigInteger.ONE)));
    }

    static Polynomial of(int variables, List<Term> terms) {
        MultivariatePolynomial<BigInteger> sum = MultivariatePolynomial.zero(variables, Rings.Z, MonomialOrder.GREVLEX);
        for (Term t : terms) {
            sum.add(new Monomial<>(t.exponents.clone(), of(t.coefficient)));
        }
        return new Polynomial(sum);
    }

    Polynomial plus(Polynomial q) {
        return new Polynomial(p.clone().add(q.p));
    }

    Polynomial minus(Polynomial q) {
        return new Polynomial(p.clone().subtract(q.p));
    }

    Polynomial negate() {
        return new Polynomial(p.clone().negate());
    }

    Polynomial times(Polynomial q) {
        if (q.p.isOne()) {
            return this;
        }
        return p.isOne() ? q : new Polynomial(p.clone().multiply(q.p));
    }

    Polynomial times(java.math.BigInteger c) {
        return new Polynomial(p.clone().multiply(of(c)));
    }

    Polynomial power(int k) {
        Polynomial out = constant(p.nVariables, java.math.BigInteger.ONE);
        for (int i = 0; i < k; i++) {
            out = out.times(this);
        }
        return out;
    }

    /** The exact quotient; fails where q does not divide. */
    Polynomial over(Polynomial q) {
        return q.p.isOne() ? this : new Polynomial(MultivariateDivision.divideExact(p, q.p));
    }

    Polynomial gcd(Polynomial q) {
        if (isZero() || q.isZero()) {
            return isZero() ? q : this;
        }
        if (p.isConstant() || q.p.isConstant()) {
            BigInteger c = p.content().gcd(q.p.content());
            return new Polynomial(p.createConstant(c));
        }
        if (Coprime.surely(this, q)) {
            return new Polynomial(p.createConstant(p.content().gcd(q.p.content())));
        }
        return new Polynomial(MultivariateGCD.PolynomialGCD(p, q.p));
    }

    Factorization factor() {
        int[] monomial = p.monomialContent().exponents;
        // Rings leaves powers of variables as they are
        MultivariatePolynomial<BigInteger> rest =
                MultivariateDivision.divideExact(p, p.create(new Monomial<>(monomial, BigInteger.ONE)));
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> d = Factoring.of(rest);
        record Power(Polynomial base, int exponent) {}
        List<Power> powers = new ArrayList<>();
        java.math.BigInteger content = value(d.unit.lc());
        for (int i = 0; i < d.size(); i++) {
            Polynomial f = new Polynomial(d.get(i));
            int e = d.exponents.get(i);
            if (f.isConstant()) {
                content = content.multiply(f.constantValue().pow(e));
            } else if (f.p.signumOfLC() < 0) {
                powers.add(new Power(f.negate(), e));
                content = e % 2 == 0 ? content : content.negate();
            } else {
                powers.add(new Power(f, e));
            }
        }
        for (int v = 0; v < monomial.length; v++) {
            if (monomial[v] > 0) {
                powers.add(new Power(variable(p.nVariables, v), monomial[v]));
            }
        }
        powers.sort(java.util.Comparator.comparing(Power::base));
        return new Factorization(
                content,
                powers.stream().map(Power::base).toList(),
                powers.stream().map(Power::exponent).toList());
    }

    boolean isZero() {
        return p.isZero();
    }

    boolean isOne() {
        return p.isOne();
    }

    boolean isConstant() {
        return p.isConstant();
    }

    java.math.BigInteger constantValue() {
        return value(p.cc());
    }

    int signum() {
        return p.signumOfLC();
    }

    int degree(int variable) {
        return p.degree(variable);
    }

    int size() {
        return p.size();
    }

    int variables() {
        return p.nVariables;
    }

    /** Its terms, leading term first. */
    List<Term> terms() {
        List<Term> out = new ArrayList<>(p.size());
        p.descendingIterator().forEachRemaining(m -> out.add(new Term(m.exponents, value(m.coefficient))));
        return out;
    }

    /** Its image modulo a prime as a polynomial in one variable, at values of the others: the coefficients, constant term first. */
    long[] image(PrimeField field, long[] values, int variable) {
        long[] out = new long[degree(variable) + 1];
        for (Monomial<BigInteger> m : p) {
            long c = field.of(value(m.coefficient));
            for (int i = 0; i < values.length; i++) {
                if (i != variable && m.exponents[i] > 0) {
                    c = field.multiply(c, field.power(values[i], m.exponents[i]));
                }
            }
            out[m.exponents[variable]] = field.add(out[m.exponents[variable]], c);
        }
        return out;
    }

    /** The coefficient of the highest power of a variable. */
    Polynomial leading(int variable) {
        int degree = degree(variable);
        return of(
                variables(),
                terms().stream()
                        .filter(t -> t.exponent(variable) == degree)
                        .map(t -> t.withExponent(variable, 0))
                        .toList());
    }

    Polynomial derivative(int variable) {
        return new Polynomial(p.derivative(variable));
    }

    private static BigInteger of(java.math.BigInteger c) {
        return new BigInteger(c.toByteArray());
    }

    private static java.math.BigInteger value(BigInteger c) {
        return new java.math.BigInteger(c.toByteArray());
    }

    @Override
    public int compareTo(Polynomial q) {
        return p.compareTo(q.p);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Polynomial q && p.equals(q.p);
    }

    @Override
    public int hashCode() {
        return p.hashCode();
    }

    @Override
    public String toString() {
        return p.toString();
    }
}
