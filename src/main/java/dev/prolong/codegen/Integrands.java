package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Turns kept integrals into calls of {@code integrate}, each integrand into a method of its own. */
final class Integrands {
    /** The method of an integrand: a function of {@code variable} and of the symbols it uses besides. */
    record Method(String name, ISymbol variable, List<ISymbol> captured, IExpr value) {}

    /** The head of trees {@code integrate(method, lower, upper, captured..)}. */
    static final ISymbol INTEGRATE = Expr.symbol("integrate");

    private static final ISymbol VARIABLE = Expr.symbol("variable of integration");

    private final Map<IExpr, Method> methods = new LinkedHashMap<>();
    private final UnaryOperator<IExpr> stable;

    /** @param stable brings an integrand to the form in which it is computed */
    Integrands(UnaryOperator<IExpr> stable) {
        this.stable = stable;
    }

    List<Method> methods() {
        return List.copyOf(methods.values());
    }

    /** The tree with its integrals as calls. */
    IExpr called(IExpr e) {
        if (!(e instanceof IAST a)) {
            return e;
        }
        if (Expr.isIntegral(e)) {
            return call(a);
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(this::called).toList();
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    private IExpr call(IAST integral) {
        IAST range = (IAST) integral.arg2();
        IExpr integrand = Expr.substitute(integral.arg1(), range.arg1(), VARIABLE);
        Method method = methods.get(integrand);
        if (method == null) {
            IExpr value = called(stable.apply(integrand));
            Set<ISymbol> symbols = Expr.symbols(integrand);
            symbols.remove(VARIABLE);
            method = new Method("integrand" + (methods.size() + 1), VARIABLE, List.copyOf(symbols), value);
            methods.put(integrand, method);
        }
        List<IExpr> arguments = new ArrayList<>();
        arguments.add(Expr.symbol(method.name()));
        arguments.add(called(range.arg2()));
        arguments.add(called(range.arg3()));
        arguments.addAll(method.captured());
        return Expr.apply(INTEGRATE, arguments);
    }
}
