package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** A solution without the rational number that all its terms have in common. */
final class Primitive {
    private Primitive() {}

    static List<IExpr> part(List<IExpr> solution) {
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (IExpr e : solution) {
            for (IExpr term : Expr.terms(e)) {
                for (IExpr f : Expr.factors(term)) {
                    if (f instanceof IRational q) {
                        above = above.gcd(q.toBigNumerator());
                        below = below.multiply(q.toBigDenominator().divide(below.gcd(q.toBigDenominator())));
                    }
                }
                boolean whole = Expr.factors(term).stream().noneMatch(f -> f instanceof IRational);
                above = whole ? BigInteger.ONE : above;
            }
        }
        if (above.signum() == 0) {
            return solution;
        }
        IExpr scale = Expr.rational(below, above);
        return solution.stream()
                .map(e -> Expr.plus(
                        Expr.terms(e).stream().map(t -> Expr.times(scale, t)).toList()))
                .toList();
    }
}
