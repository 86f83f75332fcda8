package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * {@code log|u|} as {@code log(u²)/2} where u has roots or logarithms in it: where those are not real, the absolute value would hide that the
 * whole is not either.
 */
public final class AnalyticLogarithm {
    private AnalyticLogarithm() {}

    public static IExpr of(IExpr e) {
        Map<IExpr, IExpr> replacements = new LinkedHashMap<>();
        for (IExpr log : Expr.subtrees(e, x -> x.isAST(Elementary.LOG.head()))) {
            IExpr argument = ((IAST) log).arg1();
            if (argument.isAST(Elementary.ABS.head()) && isPartlyReal(((IAST) argument).arg1())) {
                IExpr u = ((IAST) argument).arg1();
                replacements.put(log, Expr.times(Expr.HALF, Expr.log(Expr.power(u, 2))));
            }
        }
        return Expr.substitute(e, replacements);
    }

    private static boolean isPartlyReal(IExpr u) {
        return !Expr.subtrees(u, x -> isRoot(x) || x.isAST(Elementary.LOG.head()) && !isOfAbsolute((IAST) x))
                .isEmpty();
    }

    private static boolean isOfAbsolute(IAST log) {
        return log.arg1().isAST(Elementary.ABS.head());
    }

    private static boolean isRoot(IExpr x) {
        return Expr.isPower(x)
                && ((IAST) x).arg2() instanceof IRational q
                && !q.toBigDenominator().equals(BigInteger.ONE)
                && !Range.of(((IAST) x).arg1(), List.of()).isPositive();
    }
}
