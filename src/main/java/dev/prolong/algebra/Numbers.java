package dev.prolong.algebra;

import java.math.BigInteger;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Exact rational numbers as trees. */
final class Numbers {
    private Numbers() {}

    static IExpr quotient(BigInteger n, BigInteger d) {
        if (d.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger g = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
        BigInteger num = n.divide(g);
        BigInteger den = d.divide(g);
        return den.equals(BigInteger.ONE) ? F.ZZ(num) : F.fraction(num, den);
    }

    static BigInteger numerator(IExpr q) {
        return ((IRational) q).toBigNumerator();
    }

    static BigInteger denominator(IExpr q) {
        return ((IRational) q).toBigDenominator();
    }

    static boolean isInteger(IExpr e) {
        return e instanceof IRational && denominator(e).equals(BigInteger.ONE);
    }

    static int signum(IExpr q) {
        return numerator(q).signum();
    }

    static IExpr add(IExpr a, IExpr b) {
        BigInteger p = denominator(a);
        BigInteger q = denominator(b);
        return quotient(numerator(a).multiply(q).add(numerator(b).multiply(p)), p.multiply(q));
    }

    static IExpr multiply(IExpr a, IExpr b) {
        return quotient(numerator(a).multiply(numerator(b)), denominator(a).multiply(denominator(b)));
    }

    static int compare(IExpr a, IExpr b) {
        return numerator(a).multiply(denominator(b)).compareTo(numerator(b).multiply(denominator(a)));
    }
}
