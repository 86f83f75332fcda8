package dev.prolong.symmetry;

import java.math.BigInteger;

/** A rational number in lowest terms, the denominator positive. */
record Fraction(BigInteger n, BigInteger d) {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    static Fraction of(BigInteger n, BigInteger d) {
        BigInteger g = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
        return new Fraction(n.divide(g), d.divide(g));
    }

    Fraction plus(Fraction o) {
        return of(n.multiply(o.d).add(o.n.multiply(d)), d.multiply(o.d));
    }

    Fraction minus(Fraction o) {
        return of(n.multiply(o.d).subtract(o.n.multiply(d)), d.multiply(o.d));
    }

    Fraction times(Fraction o) {
        return isZero() || o.isZero() ? ZERO : of(n.multiply(o.n), d.multiply(o.d));
    }

    Fraction over(Fraction o) {
        return of(n.multiply(o.d), d.multiply(o.n));
    }

    boolean isZero() {
        return n.signum() == 0;
    }

    int signum() {
        return n.signum();
    }
}
