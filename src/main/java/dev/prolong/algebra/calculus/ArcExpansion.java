package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Makes functions of their inverses algebraic, so that zero can be decided: {@code sin(2 atan v) = 2v/(1+v²)}, {@code sin(π - asin v) =
 * v}, {@code asinh v = log(v + √(v²+1))} inside exponentials and hyperbolic functions, {@code log W(v) = log v - W(v)}.
 */
public final class ArcExpansion {
    private static final int LARGEST_MULTIPLE = 8;

    private ArcExpansion() {}

    public static IExpr of(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e) || Expr.isPiecewise(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(ArcExpansion::of).toList();
        Elementary f = Elementary.byHead(a.head()).orElse(null);
        if (f == null) {
            boolean exponential = Expr.isPower(e) && arguments.get(0).equals(Expr.E);
            return exponential ? exp(arguments.get(1)) : Expr.rebuild(a.head(), arguments);
        }
        IExpr h = arguments.get(0);
        return switch (f) {
            case SIN -> turned(h).sine;
            case COS -> turned(h).cosine;
            case TAN -> Expr.divide(turned(h).sine, turned(h).cosine);
            case SINH -> Expr.times(Expr.HALF, Expr.minus(exp(h), exp(Expr.negate(h))));
            case COSH -> Expr.times(Expr.HALF, Expr.plus(exp(h), exp(Expr.negate(h))));
            case TANH -> Expr.divide(Expr.minus(exp(h), exp(Expr.negate(h))), Expr.plus(exp(h), exp(Expr.negate(h))));
            case LOG -> logarithm(h);
            default -> Expr.rebuild(a.head(), arguments);
        };
    }

    /** {@code e^h}, rational multiples of logarithms in h turned into powers. */
    private static IExpr exp(IExpr h) {
        List<IExpr> factors = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(logarithmic(h))) {
            IExpr coefficient = Expr.factors(term).get(0) instanceof IRational q ? q : Expr.ONE;
            IExpr bare = Expr.divide(term, coefficient);
            if (bare.isAST(Elementary.LOG.head())) {
                factors.add(Expr.power(((IAST) bare).arg1(), coefficient));
            } else {
                rest.add(term);
            }
        }
        factors.add(Expr.exp(Expr.plus(rest)));
        return Expr.times(factors);
    }

    /** Inverse hyperbolic functions among the terms as logarithms. */
    private static IExpr logarithmic(IExpr h) {
        List<IExpr> terms = new ArrayList<>();
        for (IExpr term : Expr.terms(h)) {
            List<IExpr> factors = new ArrayList<>(Expr.factors(term));
            factors.replaceAll(ArcExpansion::asLogarithm);
            terms.add(Expr.times(factors));
        }
        return Expr.plus(terms);
    }

    private static IExpr asLogarithm(IExpr e) {
        Elementary f = Elementary.byHead(e.head()).orElse(null);
        if (f != Elementary.ASINH && f != Elementary.ACOSH && f != Elementary.ATANH) {
            return e;
        }
        IExpr v = ((IAST) e).arg1();
        if (f == Elementary.ATANH) {
            return Expr.times(Expr.HALF, Expr.log(Expr.divide(Expr.plus(Expr.ONE, v), Expr.minus(Expr.ONE, v))));
        }
        IExpr one = f == Elementary.ASINH ? Expr.ONE : Expr.MINUS_ONE;
        return Expr.log(Expr.plus(v, Expr.sqrt(Expr.plus(Expr.power(v, 2), one))));
    }

    private static IExpr logarithm(IExpr h) {
        IExpr inside = h.isAST(Elementary.ABS.head()) ? ((IAST) h).arg1() : h;
        List<IExpr> terms = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr factor : Expr.factors(inside)) {
            if (factor.isAST(Elementary.LAMBERTW.head())) {
                terms.add(Expr.log(Expr.abs(((IAST) factor).arg1())));
                terms.add(Expr.negate(factor));
            } else {
                rest.add(factor);
            }
        }
        if (terms.isEmpty()) {
            return Expr.log(h);
        }
        terms.add(Expr.log(Expr.abs(Expr.times(rest))));
        return Expr.plus(terms);
    }

    /** Sine and cosine of an angle. */
    private record Turn(IExpr sine, IExpr cosine) {
        Turn then(Turn o) {
            return new Turn(
                    Expr.plus(Expr.times(sine, o.cosine), Expr.times(cosine, o.sine)),
                    Expr.minus(Expr.times(cosine, o.cosine), Expr.times(sine, o.sine)));
        }

        Turn times(int n) {
            Turn out = new Turn(Expr.ZERO, Expr.ONE);
            for (int i = 0; i < Math.abs(n); i++) {
                out = out.then(this);
            }
            return n < 0 ? new Turn(Expr.negate(out.sine), out.cosine) : out;
        }
    }

    private static Turn turned(IExpr h) {
        Turn out = new Turn(Expr.ZERO, Expr.ONE);
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(h)) {
            Turn turn = arc(term);
            if (turn == null) {
                rest.add(term);
            } else {
                out = out.then(turn);
            }
        }
        IExpr angle = Expr.plus(rest);
        return out.then(new Turn(Expr.apply(Elementary.SIN, angle), Expr.apply(Elementary.COS, angle)));
    }

    /** The turn by {@code n atan v}, {@code n asin v}, {@code n acos v} or a multiple of π/2; null for other angles. */
    @org.jspecify.annotations.Nullable
    private static Turn arc(IExpr term) {
        List<IExpr> factors = Expr.factors(term);
        IRational n = factors.get(0) instanceof IRational q ? q : (IRational) Expr.ONE;
        IExpr bare = Expr.divide(term, n);
        if (bare.equals(Expr.PI)) {
            return new Turn(Expr.apply(Elementary.SIN, term), Expr.apply(Elementary.COS, term));
        }
        if (!n.toBigDenominator().equals(java.math.BigInteger.ONE)
                || n.toBigNumerator().bitLength() > 4
                || Math.abs(n.toBigNumerator().intValue()) > LARGEST_MULTIPLE) {
            return null;
        }
        int k = n.toBigNumerator().intValue();
        Elementary f = Elementary.byHead(bare.head()).orElse(null);
        if (f != Elementary.ATAN && f != Elementary.ASIN && f != Elementary.ACOS) {
            return null;
        }
        IExpr v = ((IAST) bare).arg1();
        if (f == Elementary.ATAN) {
            IExpr norm = Expr.plus(Expr.ONE, Expr.power(v, 2));
            if (k % 2 == 0) {
                return new Turn(
                                Expr.divide(Expr.times(Expr.TWO, v), norm),
                                Expr.divide(Expr.minus(Expr.ONE, Expr.power(v, 2)), norm))
                        .times(k / 2);
            }
            IExpr cosine = Expr.power(norm, Expr.rational(-1, 2));
            return new Turn(Expr.times(v, cosine), cosine).times(k);
        }
        IExpr other = Expr.sqrt(Expr.minus(Expr.ONE, Expr.power(v, 2)));
        return (f == Elementary.ASIN ? new Turn(v, other) : new Turn(other, v)).times(k);
    }
}
