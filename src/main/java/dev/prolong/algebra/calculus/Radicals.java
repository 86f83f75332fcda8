package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** The fractional powers that occur in a tree. */
final class Radicals {
    private Radicals() {}

    private static Set<IExpr> in(IExpr f, ISymbol u) {
        return Expr.subtrees(f, e -> isFractionalPower(e) && !Expr.isFreeOf(e, u));
    }

    private static boolean isFractionalPower(IExpr e) {
        return Expr.isPower(e)
                && ((IAST) e).arg2() instanceof IRational q
                && !q.toBigDenominator().equals(java.math.BigInteger.ONE)
                && q.toBigDenominator().bitLength() < 6
                && q.toBigNumerator().bitLength() < 6;
    }

    /** The radicand, if every fractional power of an expression in u is an odd power of one square root. */
    static Optional<IExpr> singleSquareRoot(IExpr f, ISymbol u) {
        return singleBase(f, u).filter(b -> degree(f, u) == 2);
    }

    /** The base, if all fractional powers of an expression in u have the same. */
    static Optional<IExpr> singleBase(IExpr f, ISymbol u) {
        List<IExpr> bases =
                in(f, u).stream().map(e -> ((IAST) e).arg1()).distinct().toList();
        return bases.size() == 1 && in(bases.get(0), u).isEmpty() ? Optional.of(bases.get(0)) : Optional.empty();
    }

    /** The least common denominator of the fractional exponents. */
    static int degree(IExpr f, ISymbol u) {
        int n = 1;
        for (IExpr e : in(f, u)) {
            int d = ((IRational) ((IAST) e).arg2()).toBigDenominator().intValueExact();
            n = n
                    / java.math.BigInteger.valueOf(n)
                            .gcd(java.math.BigInteger.valueOf(d))
                            .intValue()
                    * d;
        }
        return n;
    }

    /** The tree with {@code base^(1/n)} replaced by r. */
    static IExpr replace(IExpr f, IExpr base, int n, ISymbol r) {
        Map<IExpr, IExpr> powers = new HashMap<>();
        for (IExpr e :
                Expr.subtrees(f, e -> isFractionalPower(e) && ((IAST) e).arg1().equals(base))) {
            powers.put(e, Expr.power(r, Expr.times(Expr.integer(n), ((IAST) e).arg2())));
        }
        return Expr.substitute(f, powers);
    }
}
