package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Leaves out what is constant in an antiderivative: constant terms, and constant factors inside its logarithms. */
final class Tidy {
    private Tidy() {}

    static IExpr of(IExpr antiderivative, ISymbol x) {
        return Expr.plus(Expr.terms(antiderivative).stream()
                .filter(t -> !Expr.isFreeOf(t, x))
                .map(t -> term(t, x))
                .toList());
    }

    private static IExpr term(IExpr term, ISymbol x) {
        List<IExpr> variable =
                Expr.factors(term).stream().filter(f -> !Expr.isFreeOf(f, x)).toList();
        if (variable.size() != 1 || !variable.get(0).isAST(Elementary.LOG.head())) {
            return term;
        }
        IExpr argument = ((IAST) variable.get(0)).arg1();
        boolean absolute = argument.isAST(Elementary.ABS.head());
        IExpr inside = withoutConstants(absolute ? ((IAST) argument).arg1() : argument, x, absolute);
        IExpr logarithm = Expr.log(absolute ? Expr.abs(inside) : inside);
        List<IExpr> factors = new ArrayList<>(Expr.factors(term));
        factors.set(factors.indexOf(variable.get(0)), logarithm);
        return Expr.times(factors);
    }

    /** Only positive numbers may be taken from a logarithm without absolute value. */
    private static IExpr withoutConstants(IExpr e, ISymbol x, boolean absolute) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : Expr.factors(e)) {
            boolean removable = Expr.isFreeOf(factor, x)
                    && (absolute || Range.of(factor, List.of()).isPositive());
            if (!removable) {
                out.add(Expr.isPower(factor) ? powerWithoutContent((IAST) factor) : withoutContent(factor));
            }
        }
        return Expr.times(out);
    }

    private static IExpr powerWithoutContent(IAST power) {
        return power.arg2() instanceof IRational ? Expr.power(withoutContent(power.arg1()), power.arg2()) : power;
    }

    /** A sum divided by the greatest common divisor of its rational coefficients. */
    private static IExpr withoutContent(IExpr sum) {
        if (!Expr.isSum(sum)) {
            return sum;
        }
        java.math.BigInteger n = java.math.BigInteger.ZERO;
        java.math.BigInteger d = java.math.BigInteger.ONE;
        for (IExpr term : Expr.arguments(sum)) {
            IExpr first = Expr.factors(term).get(0);
            IRational c = (IRational) (first instanceof IRational ? first : Expr.ONE);
            n = n.gcd(c.toBigNumerator());
            d = d.multiply(c.toBigDenominator()).divide(d.gcd(c.toBigDenominator()));
        }
        return Expr.times(Expr.rational(d, n), sum);
    }
}
