package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Antiderivatives that stay integrals, from a lower limit at which the integrand is finite. */
final class KeptIntegral {
    private static final List<IExpr> LIMITS = List.of(
            Expr.ZERO,
            Expr.ONE,
            Expr.MINUS_ONE,
            Expr.TWO,
            Expr.integer(-2),
            Expr.HALF,
            Expr.rational(-1, 2),
            Expr.integer(3),
            Expr.integer(-3),
            Expr.integer(5),
            Expr.integer(-5),
            Expr.integer(10),
            Expr.integer(-10),
            Expr.rational(1, 10),
            Expr.rational(-1, 10));

    private static final int DRAWS = 4;
    private static final double LARGE = 1e6;

    private KeptIntegral() {}

    static IExpr of(IExpr f, ISymbol x, List<Assumption> assumptions) {
        return of(f, x, assumptions, limit -> true);
    }

    /** From a lower limit that satisfies a condition, if there is one among those tried. */
    static IExpr of(IExpr f, ISymbol x, List<Assumption> assumptions, Predicate<IRational> admitted) {
        List<IExpr> constant = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr factor : Expr.factors(f)) {
            (Expr.isFreeOf(factor, x) ? constant : rest).add(factor);
        }
        IExpr c = Expr.times(constant);
        if (rest.isEmpty()) {
            return Expr.times(c, x);
        }
        InnerArgument inner = InnerArgument.of(Expr.times(rest), x);
        ISymbol s = Fresh.symbol("s", f, x);
        IExpr integrand = Expr.substitute(inner.function(), inner.symbol(), s);
        IExpr limit = LIMITS.stream()
                .filter(l -> admitted.test((IRational) l) && isFinite(integrand, s, l, assumptions))
                .findFirst()
                .orElse(Expr.ONE);
        return Expr.times(c, Expr.power(inner.slope(), -1), Expr.integral(integrand, s, limit, inner.argument()));
    }

    private static boolean isFinite(IExpr f, ISymbol s, IExpr limit, List<Assumption> assumptions) {
        ParameterDraw draw = new ParameterDraw(s, List.of(f), assumptions);
        DoubleEvaluation value = draw.compiled(f);
        double at = draw.compiled(limit).at(draw.next(ParameterDraw.Signs.POSITIVE));
        for (int i = 0; i < DRAWS; i++) {
            double[] point = draw.next(ParameterDraw.Signs.POSITIVE);
            point[0] = at;
            if (!(Math.abs(value.at(point)) < LARGE)) {
                return false;
            }
        }
        return true;
    }
}
