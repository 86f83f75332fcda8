package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariateDivision;
import cc.redberry.rings.poly.univar.UnivariateGCD;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code n/d = polynomial + Σ a_i/p_i^(m_i)} over the irreducible factors {@code p_i} of d, {@code deg a_i < m_i deg p_i}.
 *
 * <p>Source: Bronstein, Symbolic Integration I (2nd ed.), section 1.6.
 */
record PartialFractions(
        UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> polynomial, List<Part> parts) {
    /** {@code a/p^m}. */
    record Part(
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> numerator,
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> factor,
            int exponent) {}

    PartialFractions {
        parts = List.copyOf(parts);
    }

    /** The decomposition with respect to variable i of the field. */
    static PartialFractions of(FunctionField field, Rational<MultivariatePolynomial<BigInteger>> f, int i) {
        var denominator = field.univariate(f.denominator(), i);
        var division = UnivariateDivision.divideAndRemainder(field.univariate(f.numerator(), i), denominator, true);
        List<Part> parts = new ArrayList<>();
        for (FunctionField.Factor factor : field.factors(f.denominator(), i)) {
            var p = field.univariate(factor.polynomial(), i);
            var power = power(p, factor.exponent());
            var cofactor = UnivariateDivision.quotient(denominator, power, true);
            var top = UnivariateDivision.remainder(division[1].clone().multiply(inverse(cofactor, power)), power, true);
            parts.add(new Part(top, p, factor.exponent()));
        }
        return new PartialFractions(division[0], parts);
    }

    private static UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> power(
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> p, int k) {
        var out = p.createOne();
        for (int i = 0; i < k; i++) {
            out = out.multiply(p);
        }
        return out;
    }

    /** The inverse of a modulo m, by the extended Euclidean algorithm. */
    static UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> inverse(
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> a,
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> m) {
        var reduced = UnivariateDivision.remainder(a, m, true);
        if (reduced.isConstant()) {
            return reduced.createConstant(reduced.cc().reciprocal());
        }
        var bezout = UnivariateGCD.ExtendedEuclidGCD(reduced, m);
        return bezout[1].multiply(bezout[0].cc().reciprocal());
    }
}
