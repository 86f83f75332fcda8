package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function given by an expression in its variables, {@code s(x) = x/(1 + e^(-x))}.
 *
 * @param variables in the order of the arguments
 * @param defaults values of the last variables where an argument may be left out; shorter than {@code variables}
 */
record Lambda(List<ISymbol> variables, List<IExpr> defaults, IExpr body) {

    Lambda {
        variables = List.copyOf(variables);
        defaults = List.copyOf(defaults);
    }

    int fewestArguments() {
        return variables.size() - defaults.size();
    }

    /** The value at arguments, of which those with defaults may be missing. */
    IExpr at(List<IExpr> arguments) {
        return Expr.substitute(body, bindings(arguments));
    }

    /** The number of nodes of the value at arguments, before any of them combine. */
    long sizeAt(List<IExpr> arguments) {
        return size(body, bindings(arguments));
    }

    private static long size(IExpr e, Map<ISymbol, IExpr> bindings) {
        IExpr bound = e instanceof ISymbol ? bindings.get(e) : null;
        long size = bound == null ? 1 : Expr.size(bound);
        for (IExpr part : Expr.arguments(e)) {
            size += size(part, bindings);
        }
        return size;
    }

    /** A bound for the depth of the value at arguments. */
    int depthAt(List<IExpr> arguments) {
        int deepest = bindings(arguments).values().stream()
                .mapToInt(Lambda::depth)
                .max()
                .orElse(0);
        return depth(body) + deepest;
    }

    private static int depth(IExpr e) {
        int deepest = 0;
        for (IExpr part : Expr.arguments(e)) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    /** The same function with another body. */
    Lambda withBody(IExpr other) {
        return new Lambda(variables, defaults, other);
    }

    private Map<ISymbol, IExpr> bindings(List<IExpr> arguments) {
        Map<ISymbol, IExpr> bindings = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            IExpr value = i < arguments.size() ? arguments.get(i) : defaults.get(i - fewestArguments());
            bindings.put(variables.get(i), value);
        }
        return bindings;
    }
}
