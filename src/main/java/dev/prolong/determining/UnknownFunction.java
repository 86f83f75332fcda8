package dev.prolong.determining;

import dev.prolong.algebra.Expr;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** An unknown infinitesimal: {@code Z(t, z)}, along a coordinate, depending on some coordinates. */
public record UnknownFunction(ISymbol name, ISymbol coordinate, List<ISymbol> arguments) {
    public UnknownFunction {
        arguments = List.copyOf(arguments);
    }

    /** The tree {@code Z(t, z)}. */
    public IExpr tree() {
        return Expr.apply(name, arguments);
    }

    /** The tree of its partial derivative of these orders in its arguments. */
    public IExpr derivative(List<Integer> orders) {
        return Expr.applyDerivative(name, orders, arguments);
    }
}
