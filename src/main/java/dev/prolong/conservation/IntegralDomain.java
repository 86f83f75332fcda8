package dev.prolong.conservation;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Where the integrands of the kept integrals in an expression are real: {@code s^(−s)} in the integral from 0 to x needs {@code x > 0}, which
 * the value at x alone, as at −1, does not show.
 */
final class IntegralDomain {
    private IntegralDomain() {}

    /** The condition at the upper limits; empty where there is none. */
    static Optional<IExpr> of(IExpr e) {
        Set<IExpr> conditions = new LinkedHashSet<>();
        for (IExpr integral : Expr.subtrees(e, Expr::isIntegral)) {
            IAST range = (IAST) ((IAST) integral).arg2();
            ISymbol s = (ISymbol) range.arg1();
            for (IExpr base : bases(((IAST) integral).arg1(), s)) {
                conditions.add(Condition.compare(Expr.substitute(base, s, range.arg3()), S.Greater, Expr.ZERO));
            }
        }
        conditions.remove(Condition.TRUE);
        return conditions.isEmpty() ? Optional.empty() : Optional.of(Condition.and(List.copyOf(conditions)));
    }

    /** What is the variable itself, but for a factor, under a logarithm or a power whose exponent is no number. */
    private static Set<IExpr> bases(IExpr integrand, ISymbol s) {
        Set<IExpr> out = new LinkedHashSet<>();
        for (IExpr node : Expr.subtrees(
                integrand,
                n -> n.isAST(Elementary.LOG.head()) || Expr.isPower(n) && !(((IAST) n).arg2() instanceof IRational))) {
            IExpr base = ((IAST) node).arg1();
            boolean linear = Expr.factors(base).contains(s) && Expr.isFreeOf(Expr.divide(base, s), s);
            if (linear) {
                out.add(base);
            }
        }
        return out;
    }
}
