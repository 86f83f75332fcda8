package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.matheclipse.core.interfaces.ISymbol;

/** The forms of the infinitesimals: which coordinates each of them may depend on. */
public final class AnsatzForm {
    private AnsatzForm() {}

    /** {@code T = T(t), X_i = X_i(x_i)}. */
    public static List<UnknownFunction> separable(DifferentialSystem system, FreshNames names) {
        return separable(general(system, names));
    }

    /** The same infinitesimals, each dependent on its own coordinate only. */
    static List<UnknownFunction> separable(List<UnknownFunction> unknowns) {
        return unknowns.stream()
                .map(u -> new UnknownFunction(u.name(), u.coordinate(), List.of(u.coordinate())))
                .toList();
    }

    /** Every infinitesimal may depend on {@code t} and every state. */
    public static List<UnknownFunction> general(DifferentialSystem system, FreshNames names) {
        List<ISymbol> base = system.jetSpace().base();
        return base.stream()
                .map(c -> new UnknownFunction(name(c, names), c, base))
                .toList();
    }

    /** {@code T = T(t), X_i = X_i(t, x)}. */
    public static List<UnknownFunction> projectable(DifferentialSystem system, FreshNames names) {
        List<ISymbol> base = system.jetSpace().base();
        return base.stream()
                .map(c -> new UnknownFunction(name(c, names), c, c.equals(system.independent()) ? List.of(c) : base))
                .toList();
    }

    /** As the user wrote it: for each infinitesimal the names of the coordinates it may depend on. */
    public static List<UnknownFunction> explicit(
            DifferentialSystem system, Map<String, List<String>> dependence, FreshNames names) {
        List<ISymbol> base = system.jetSpace().base();
        return base.stream()
                .map(c -> new UnknownFunction(
                        name(c, names),
                        c,
                        base.stream()
                                .filter(v -> dependence
                                        .getOrDefault(c.getSymbolName(), List.of())
                                        .contains(v.getSymbolName()))
                                .toList()))
                .toList();
    }

    /** The infinitesimal along {@code z} is called {@code Z}, or the next free name like it. */
    private static ISymbol name(ISymbol coordinate, FreshNames names) {
        return Expr.symbol(names.take(coordinate.getSymbolName().toUpperCase(Locale.ROOT)));
    }
}
