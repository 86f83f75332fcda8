package dev.prolong.verification;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A coordinate shifted by a function of the constants, {@code v = u − shift}, so that {@code √(v + c)} becomes {@code √u}: what vanishes for
 * all v does for all u.
 */
record Shift(ISymbol coordinate, IExpr by) {
    /** One that frees a sum within these functions of constants. */
    static Optional<Shift> within(Set<IExpr> mixed, Set<ISymbol> coordinates, Set<ISymbol> constants) {
        for (IExpr e : mixed) {
            for (IExpr sum : Expr.subtrees(e, Expr::isSum)) {
                List<IExpr> still = new ArrayList<>();
                List<IExpr> moving = new ArrayList<>();
                Expr.terms(sum).forEach(t -> (Expr.isFreeOf(t, coordinates) ? still : moving).add(t));
                IExpr rest = Expr.plus(still);
                IExpr part = Expr.plus(moving);
                if (Expr.isFreeOf(rest, constants) || !Expr.isFreeOf(part, constants)) {
                    continue;
                }
                for (ISymbol v : coordinates) {
                    IExpr slope = Differentiation.derivative(part, v);
                    if (!slope.equals(Expr.ZERO) && Expr.isFreeOf(slope, coordinates)) {
                        return Optional.of(new Shift(v, Expr.divide(rest, slope)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    IExpr of(IExpr e) {
        return Expr.substitute(e, coordinate, Expr.minus(coordinate, by));
    }
}
