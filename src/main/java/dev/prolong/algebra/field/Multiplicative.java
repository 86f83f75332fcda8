package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An element as a product of a sign and integer powers of irreducible polynomials and primes.
 *
 * @param sign 1 or -1
 * @param powers each irreducible factor with its exponent
 */
record Multiplicative(int sign, Map<Polynomial, Integer> powers) {
    private static final int LARGEST_TRIAL_FACTOR = 2_000;

    static Multiplicative of(FieldElement e, Arithmetic arithmetic) {
        Map<Polynomial, Integer> powers = new TreeMap<>();
        int sign = collect(e.numerator(), 1, powers, arithmetic) * collect(e.denominator(), -1, powers, arithmetic);
        powers.values().removeIf(k -> k == 0);
        return new Multiplicative(sign, powers);
    }

    private static int collect(Polynomial p, int side, Map<Polynomial, Integer> powers, Arithmetic arithmetic) {
        Polynomial.Factorization f = p.factor();
        for (int i = 0; i < f.factors().size(); i++) {
            powers.merge(f.factors().get(i), side * f.exponents().get(i), Integer::sum);
        }
        for (BigInteger prime : primes(f.content().abs())) {
            powers.merge(arithmetic.polynomial(prime), side, Integer::sum);
        }
        return f.content().signum();
    }

    /** Small primes with multiplicity; what is left after trial division counts as one factor. */
    private static List<BigInteger> primes(BigInteger n) {
        List<BigInteger> out = new ArrayList<>();
        BigInteger rest = n;
        for (int d = 2; d <= LARGEST_TRIAL_FACTOR && rest.bitLength() > 1; d++) {
            BigInteger divisor = BigInteger.valueOf(d);
            while (rest.mod(divisor).signum() == 0) {
                rest = rest.divide(divisor);
                out.add(divisor);
            }
        }
        if (!rest.equals(BigInteger.ONE)) {
            out.add(rest);
        }
        return out;
    }
}
