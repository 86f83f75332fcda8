package dev.prolong.conservation;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.equation.DifferentialSystem;
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
 * Where a quantity that is real follows real solutions. The integrands of kept integrals: {@code s^(−s)} in the integral from 0 to x needs
 * {@code x > 0}, which the value at x alone, as at −1, does not show. The logarithms of the equations: {@code log|y|/x − log|x|} has values
 * for {@code y < 0}, where {@code y' = y log(y)/x + y} has none.
 */
final class RealDomain {
    private RealDomain() {}

    /** The condition, of integrals at their upper limits; empty where there is none. */
    static Optional<IExpr> of(IExpr e, DifferentialSystem system) {
        Set<IExpr> conditions = new LinkedHashSet<>();
        if (!Expr.subtrees(e, x -> x.isAST(Elementary.ABS.head())).isEmpty()) {
            system.equations().forEach(equation -> logarithms(equation.rhs(), system, conditions));
        }
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

    private static void logarithms(IExpr rhs, DifferentialSystem system, Set<IExpr> conditions) {
        for (IExpr log : Expr.subtrees(rhs, x -> x.isAST(Elementary.LOG.head()))) {
            IExpr argument = ((IAST) log).arg1();
            if (!argument.isAST(Elementary.ABS.head())
                    && !Range.of(argument, system.assumptions()).isPositive()) {
                conditions.add(Condition.compare(argument, S.Greater, Expr.ZERO));
            }
        }
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
