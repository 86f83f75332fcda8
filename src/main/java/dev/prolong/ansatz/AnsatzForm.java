package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matheclipse.core.interfaces.ISymbol;

/** The forms of the infinitesimals: which coordinates each of them may depend on. */
public final class AnsatzForm {
    private AnsatzForm() {}

    /** {@code T = T(t), X_i = X_i(x_i)}. */
    public static List<UnknownFunction> separable(DifferentialSystem system, FreshNames names) {
        List<UnknownFunction> out = new ArrayList<>();
        for (ISymbol coordinate : system.jetSpace().base()) {
            out.add(new UnknownFunction(name(coordinate, names), coordinate, List.of(coordinate)));
        }
        return out;
    }

    /** The infinitesimal along {@code z} is called {@code Z}, or the next free name like it. */
    private static ISymbol name(ISymbol coordinate, FreshNames names) {
        return Expr.symbol(names.take(coordinate.getSymbolName().toUpperCase(Locale.ROOT)));
    }
}
