package dev.prolong.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Canonical powers. Fractional powers mean the real branch for a positive base. */
final class Powers {
    /** A numeric power with more bits than this stays unevaluated. */
    private static final long MAX_BITS = 20_000;

    private static final int LARGEST_TRIAL_FACTOR = 1_000;

    private Powers() {}

    static IExpr of(IExpr base, IExpr exponent) {
        Interruption.poll();
        if (exponent.equals(Expr.ZERO)) {
            return Expr.ONE;
        }
        if (exponent.equals(Expr.ONE) || base.equals(Expr.ONE)) {
            return base;
        }
        if (base.equals(Expr.E)) {
            return exponential(exponent);
        }
        if (exponent instanceof IRational q) {
            return rationalPower(base, q);
        }
        if (Expr.isPower(base) && Expr.arguments(base).get(0).equals(Expr.E)) {
            return exponential(Expr.times(Expr.arguments(base).get(1), exponent));
        }
        return raw(base, exponent);
    }

    /** {@code e^(c log u + ..) = u^c e^(..)}, u positive since its logarithm is real. */
    static IExpr ofLogarithms(IExpr exponent) {
        List<IExpr> factors = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(exponent)) {
            List<IExpr> others = new ArrayList<>(Expr.factors(term));
            List<IExpr> logarithms = others.stream()
                    .filter(f -> f.isAST(Elementary.LOG.head())
                            && !Expr.arguments(f).get(0).isAST(Elementary.ABS.head()))
                    .toList();
            others.removeAll(logarithms);
            if (logarithms.size() == 1 && others.stream().anyMatch(f -> !Expr.isNumber(f))) {
                factors.add(Expr.power(Expr.arguments(logarithms.get(0)).get(0), Expr.times(others)));
            } else {
                rest.add(term);
            }
        }
        factors.add(Expr.exp(Expr.plus(rest)));
        return Expr.times(factors);
    }

    private static IExpr rationalPower(IExpr base, IRational q) {
        boolean integer = Numbers.isInteger(q);
        if (base instanceof IRational number) {
            if (number.isZero()) {
                return Numbers.signum(q) > 0 ? Expr.ZERO : raw(base, q);
            }
            return integer ? integerPower(number, q) : root(number, q);
        }
        if (Expr.isPower(base)) {
            IAST inner = (IAST) base;
            if (integer || inner.arg1().equals(Expr.E)) {
                return of(inner.arg1(), Expr.times(inner.arg2(), q));
            }
        }
        if (base.isAST(Elementary.ABS.head())
                && integer
                && !Numbers.numerator(q).testBit(0)) {
            return of(Expr.arguments(base).get(0), q);
        }
        if (Expr.isProduct(base)) {
            return productPower((IAST) base, q, integer);
        }
        return integer ? raw(base, q) : contentPower(base, q);
    }

    private static IExpr integerPower(IRational number, IRational q) {
        BigInteger n = Numbers.numerator(q);
        long bits = Math.max(
                Numbers.numerator(number).bitLength(),
                Numbers.denominator(number).bitLength());
        boolean unit = Numbers.numerator(number).abs().equals(BigInteger.ONE)
                && Numbers.denominator(number).equals(BigInteger.ONE);
        if (unit) {
            return n.testBit(0) ? number : Expr.ONE;
        }
        if (n.bitLength() > 31 || Math.abs(n.longValue()) * bits > MAX_BITS) {
            return raw(number, q);
        }
        int k = n.intValue();
        BigInteger p = Numbers.numerator(number).pow(Math.abs(k));
        BigInteger d = Numbers.denominator(number).pow(Math.abs(k));
        return k > 0 ? Numbers.quotient(p, d) : Numbers.quotient(d, p);
    }

    /** {@code (p/d)^q} for a positive number: perfect powers of small primes are taken out. */
    private static IExpr root(IRational number, IRational q) {
        BigInteger p = Numbers.numerator(number);
        BigInteger d = Numbers.denominator(number);
        BigInteger b = Numbers.denominator(q);
        if (p.signum() < 0 || b.bitLength() > 8 || Numbers.numerator(q).bitLength() > 8) {
            return raw(number, q);
        }
        int n = b.intValue();
        // (p/d)^(a/n) = (p d^(n-1))^(a/n) / d^a
        int a = Numbers.numerator(q).intValue();
        BigInteger radicand = p.multiply(d.pow(n - 1));
        BigInteger outside = BigInteger.ONE;
        for (int f = 2; f <= LARGEST_TRIAL_FACTOR && radicand.bitLength() > 1; f++) {
            BigInteger power = BigInteger.valueOf(f).pow(n);
            while (radicand.mod(power).signum() == 0) {
                radicand = radicand.divide(power);
                outside = outside.multiply(BigInteger.valueOf(f));
            }
        }
        IExpr rational = integerPower((IRational) Numbers.quotient(outside, d), (IRational) F.ZZ(a));
        if (radicand.equals(BigInteger.ONE)) {
            return rational;
        }
        int whole = Math.floorDiv(a, n);
        IExpr fraction = Numbers.quotient(BigInteger.valueOf(a - (long) whole * n), b);
        IExpr extra = integerPower((IRational) F.ZZ(radicand), (IRational) F.ZZ(whole));
        return Products.scaled(Numbers.multiply(rational, extra), raw(F.ZZ(radicand), fraction));
    }

    private static IExpr productPower(IAST base, IRational q, boolean integer) {
        List<IExpr> outside = new ArrayList<>();
        List<IExpr> inside = new ArrayList<>();
        for (IExpr f : Expr.arguments(base)) {
            boolean positive = f instanceof IRational ? Numbers.signum(f) > 0 : Positivity.isPositive(f);
            (integer || positive ? outside : inside).add(f);
        }
        if (outside.isEmpty()) {
            return raw(base, q);
        }
        List<IExpr> out = new ArrayList<>();
        for (IExpr f : outside) {
            out.add(of(f, q));
        }
        if (!inside.isEmpty()) {
            IExpr rest = Expr.times(inside);
            out.add(inside.size() == 1 ? of(rest, q) : raw(rest, q));
        }
        return Expr.times(out);
    }

    /** {@code (c*s)^q = c^q s^q} for the positive rational content c of a sum. */
    private static IExpr contentPower(IExpr base, IRational q) {
        if (!Expr.isSum(base)) {
            return raw(base, q);
        }
        BigInteger num = BigInteger.ZERO;
        BigInteger den = BigInteger.ONE;
        for (IExpr term : Expr.arguments(base)) {
            IExpr c = Sums.coefficient(term);
            num = num.gcd(Numbers.numerator(c));
            den = den.multiply(Numbers.denominator(c)).divide(den.gcd(Numbers.denominator(c)));
        }
        if (num.equals(BigInteger.ONE) && den.equals(BigInteger.ONE)) {
            return raw(base, q);
        }
        IExpr content = Numbers.quotient(num, den);
        return Expr.times(of(content, q), raw(Products.scaled(Numbers.quotient(den, num), base), q));
    }

    /** {@code e^x}; logarithms in the exponent come down as factors. */
    private static IExpr exponential(IExpr exponent) {
        List<IExpr> factors = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(exponent)) {
            IExpr bare = Sums.withoutCoefficient(term);
            if (bare.isAST(S.Log) && Numbers.isInteger(Sums.coefficient(term))) {
                factors.add(of(((IAST) bare).arg1(), Sums.coefficient(term)));
            } else {
                rest.add(term);
            }
        }
        if (factors.isEmpty()) {
            return raw(Expr.E, exponent);
        }
        IExpr remaining = Expr.plus(rest);
        if (!remaining.equals(Expr.ZERO)) {
            factors.add(raw(Expr.E, remaining));
        }
        return Expr.times(factors);
    }

    private static IExpr raw(IExpr base, IExpr exponent) {
        return exponent.equals(Expr.ONE) ? base : F.ast(new IExpr[] {base, exponent}, S.Power);
    }
}
