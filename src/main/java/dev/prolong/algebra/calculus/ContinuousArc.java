package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Puts {@code tan y} for t so that arcs stay continuous: {@code atan(p t + q)} with {@code p > 0} jumps where the tangent has its poles;
 * up to a constant on each interval between these it equals
 *
 * <p>{@code y + atan((2pq cos 2y - (1+q²-p²) sin 2y)/(1+q²+p² + 2p + (1+q²-p²) cos 2y + 2pq sin 2y))},
 *
 * <p>whose denominator is positive everywhere, since {@code (1+q²-p²)² + (2pq)² = (1+q²+p²)² - 4p²}.
 *
 * <p>Source: the problem and a related remedy are Jeffrey and Rich, The evaluation of trigonometric integrals avoiding spurious
 * discontinuities, ACM TOMS 20 (1994).
 */
final class ContinuousArc {
    private ContinuousArc() {}

    static IExpr of(IExpr e, ISymbol t, IExpr y, List<Assumption> assumptions) {
        Map<IExpr, IExpr> arcs = new HashMap<>();
        for (IExpr arc : Expr.subtrees(e, a -> a.isAST(Elementary.ATAN.head()))) {
            Optional<Affine> argument = Affine.in(((IAST) arc).arg1(), t);
            if (argument.isPresent()) {
                Range slope = Range.of(argument.get().slope(), assumptions);
                if (slope.isPositive()) {
                    arcs.put(arc, arc(argument.get().slope(), argument.get().offset(), y));
                } else if (slope.isNegative()) {
                    arcs.put(
                            arc,
                            Expr.negate(arc(
                                    Expr.negate(argument.get().slope()),
                                    Expr.negate(argument.get().offset()),
                                    y)));
                }
            }
        }
        return Expr.substitute(Expr.substitute(e, arcs), t, Expr.apply(Elementary.TAN, y));
    }

    private static IExpr arc(IExpr p, IExpr q, IExpr y) {
        IExpr twice = Expr.times(Expr.TWO, y);
        IExpr sin = Expr.apply(Elementary.SIN, twice);
        IExpr cos = Expr.apply(Elementary.COS, twice);
        IExpr pp = Expr.power(p, 2);
        IExpr qq = Expr.plus(Expr.ONE, Expr.power(q, 2));
        IExpr b = Expr.minus(qq, pp);
        IExpr c = Expr.times(Expr.TWO, p, q);
        IExpr scale = c.equals(Expr.ZERO) ? b : c;
        if (scale.equals(Expr.ZERO)) {
            return y;
        }
        IExpr top = Expr.minus(Expr.times(Expr.divide(c, scale), cos), Expr.times(Expr.divide(b, scale), sin));
        IExpr bottom = Expr.plus(
                Expr.divide(Expr.plus(qq, pp), scale),
                Expr.divide(Expr.times(Expr.TWO, p), scale),
                Expr.times(Expr.divide(b, scale), cos),
                Expr.times(Expr.divide(c, scale), sin));
        return Expr.plus(y, Expr.apply(Elementary.ATAN, Expr.divide(top, bottom)));
    }
}
