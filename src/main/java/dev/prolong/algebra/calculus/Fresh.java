package dev.prolong.algebra.calculus;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Expr;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Symbols that do not occur in given trees. */
final class Fresh {
    private Fresh() {}

    /** The first of {@code name, name1, name2, ..} that is free of all trees, and no arbitrary function of theirs. */
    static ISymbol symbol(String name, IExpr... trees) {
        Set<String> taken = new TreeSet<>();
        Arrays.stream(trees)
                .flatMap(t -> Expr.subtrees(t, s -> s instanceof ISymbol).stream())
                .forEach(s -> taken.add(((ISymbol) s).getSymbolName()));
        Arrays.stream(trees)
                .flatMap(t -> Expr.subtrees(t, Expr::isArbitrary).stream())
                .forEach(f -> taken.add(ArbitraryFunction.name(f).getSymbolName()));
        String candidate = name;
        for (int i = 1; taken.contains(candidate); i++) {
            candidate = name + i;
        }
        return Expr.symbol(candidate);
    }

    /** The variable of an inner substitution: a name no user can write, different at each depth, gone when the result is put back. */
    static ISymbol inner(ISymbol x) {
        return Expr.symbol(x.getSymbolName() + "$");
    }
}
