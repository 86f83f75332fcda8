package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.List;

/** Lists of elements times one common factor: the ratios between them stay. */
final class Denominators {
    private final Arithmetic arithmetic;

    Denominators(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** Times the least factor that makes them all polynomials. */
    List<FieldElement> clear(List<FieldElement> elements) {
        return numerators(elements).stream().map(arithmetic::of).toList();
    }

    /** Polynomials without a common factor. */
    List<FieldElement> primitive(List<FieldElement> elements) {
        Polynomial common = arithmetic.polynomial(BigInteger.ZERO);
        List<Polynomial> numerators = numerators(elements);
        for (Polynomial n : numerators) {
            common = common.gcd(n);
        }
        return over(numerators, common);
    }

    /** Polynomials without a common number. */
    List<FieldElement> integral(List<FieldElement> elements) {
        BigInteger common = BigInteger.ZERO;
        List<Polynomial> numerators = numerators(elements);
        for (Polynomial n : numerators) {
            for (Polynomial.Term t : n.terms()) {
                common = common.gcd(t.coefficient());
            }
        }
        return over(numerators, arithmetic.polynomial(common));
    }

    private List<FieldElement> over(List<Polynomial> numerators, Polynomial common) {
        return common.isZero()
                ? numerators.stream().map(arithmetic::of).toList()
                : numerators.stream().map(n -> arithmetic.of(n.over(common))).toList();
    }

    private List<Polynomial> numerators(List<FieldElement> elements) {
        Polynomial denominator = arithmetic.polynomial(BigInteger.ONE);
        for (FieldElement e : elements) {
            denominator = denominator.times(e.denominator().over(denominator.gcd(e.denominator())));
        }
        Polynomial common = denominator;
        return elements.stream()
                .map(e -> e.numerator().times(common.over(e.denominator())))
                .toList();
    }
}
