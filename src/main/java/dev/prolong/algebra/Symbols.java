package dev.prolong.algebra;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.Symbol;
import org.matheclipse.core.interfaces.ISymbol;

/** Interns symbols by name, as they are spelled: Symja's own factory of dummies folds the letter case of longer names. */
final class Symbols {
    private static final ConcurrentMap<String, ISymbol> INTERNED = new ConcurrentHashMap<>();

    private Symbols() {}

    static ISymbol of(String name) {
        return INTERNED.computeIfAbsent(name, n -> new Symbol(n, Context.DUMMY));
    }

    static boolean isOurs(ISymbol s) {
        return Context.DUMMY.equals(s.getContext());
    }
}
