package dev.prolong.algebra;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.ISymbol;

/** Interns symbols by name: Symja's dummies are equal only when identical. */
final class Symbols {
    private static final ConcurrentMap<String, ISymbol> INTERNED = new ConcurrentHashMap<>();

    private Symbols() {}

    static ISymbol of(String name) {
        return INTERNED.computeIfAbsent(name, F::Dummy);
    }

    static boolean isOurs(ISymbol s) {
        return Context.DUMMY.equals(s.getContext());
    }
}
