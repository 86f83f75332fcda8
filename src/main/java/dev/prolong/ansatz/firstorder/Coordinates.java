package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * New coordinates of a plane, called by the names of the old ones.
 *
 * @param oldX the first old coordinate in the new ones
 * @param oldY the second
 * @param newX the first new coordinate in the old ones
 * @param newY the second
 */
record Coordinates(ISymbol x, ISymbol y, IExpr oldX, IExpr oldY, IExpr newX, IExpr newY) {
    static Coordinates identity(ISymbol x, ISymbol y) {
        return new Coordinates(x, y, x, y, x, y);
    }

    /** Another change after this one, in which the second coordinate alone is replaced. */
    Coordinates then(IExpr oldSecond, IExpr newSecond) {
        Map<IExpr, IExpr> back = Map.of(y, oldSecond);
        return new Coordinates(
                x,
                y,
                Expr.substitute(oldX, back),
                Expr.substitute(oldY, back),
                newX,
                Expr.substitute(newSecond, Map.of(x, newX, y, newY)));
    }

    /** The exchange of the coordinates after this change. */
    Coordinates thenExchange() {
        Map<IExpr, IExpr> exchange = Map.of(x, y, y, x);
        return new Coordinates(x, y, Expr.substitute(oldX, exchange), Expr.substitute(oldY, exchange), newY, newX);
    }

    /** A field in the new coordinates as one in the old ones. */
    PlaneSymmetry back(PlaneSymmetry s) {
        Map<IExpr, IExpr> direct = Map.of(x, newX, y, newY);
        return new PlaneSymmetry(Expr.substitute(along(oldX, s), direct), Expr.substitute(along(oldY, s), direct));
    }

    private IExpr along(IExpr coordinate, PlaneSymmetry s) {
        return Expr.plus(
                Expr.times(s.xi(), Differentiation.derivative(coordinate, x)),
                Expr.times(s.eta(), Differentiation.derivative(coordinate, y)));
    }
}
