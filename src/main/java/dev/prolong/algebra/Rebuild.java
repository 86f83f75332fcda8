package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Traversals of trees that put them together again in canonical form. */
final class Rebuild {
    private Rebuild() {}

    static IExpr of(IExpr head, List<? extends IExpr> arguments) {
        if (head.equals(S.Plus)) {
            return Expr.plus(arguments);
        }
        if (head.equals(S.Times)) {
            return Expr.times(arguments);
        }
        if (head.equals(S.Power)) {
            return Expr.power(arguments.get(0), arguments.get(1));
        }
        Optional<Elementary> f = Elementary.byHead(head);
        if (f.isPresent() && (f.get().variadic() || arguments.size() == 1)) {
            return Expr.apply(f.get(), arguments.toArray(IExpr[]::new));
        }
        return F.ast(arguments.toArray(IExpr[]::new), head);
    }

    static IExpr substitute(IExpr e, Map<? extends IExpr, ? extends IExpr> replacements) {
        IExpr replacement = replacements.get(e);
        if (replacement != null) {
            return replacement;
        }
        if (!(e instanceof IAST a)) {
            return e;
        }
        if (Expr.isIntegral(e)) {
            return substituteInIntegral(a, replacements);
        }
        if (LinearKernel.isKernel(e)) {
            LinearKernel kernel = LinearKernel.of(e);
            return kernel.withArgument(substitute(kernel.argument(), replacements))
                    .tree();
        }
        boolean changed = false;
        List<IExpr> arguments = new ArrayList<>(a.argSize());
        for (int i = 1; i < a.size(); i++) {
            IExpr image = substitute(a.get(i), replacements);
            changed |= image != a.get(i);
            arguments.add(image);
        }
        return changed ? of(a.head(), arguments) : e;
    }

    private static IExpr substituteInIntegral(IAST a, Map<? extends IExpr, ? extends IExpr> replacements) {
        IAST range = (IAST) a.arg2();
        ISymbol s = (ISymbol) range.arg1();
        IExpr low = substitute(range.arg2(), replacements);
        IExpr high = substitute(range.arg3(), replacements);
        Map<IExpr, IExpr> inner = new HashMap<>(replacements);
        inner.remove(s);
        return Expr.integral(substitute(a.arg1(), inner), s, low, high);
    }

    static void collectSymbols(IExpr e, Set<ISymbol> out) {
        if (e instanceof ISymbol s) {
            if (Symbols.isOurs(s)) {
                out.add(s);
            }
        } else if (Expr.isIntegral(e)) {
            IAST range = (IAST) ((IAST) e).arg2();
            Set<ISymbol> inner = new HashSet<>();
            collectSymbols(((IAST) e).arg1(), inner);
            inner.remove((ISymbol) range.arg1());
            out.addAll(inner);
            collectSymbols(range.arg2(), out);
            collectSymbols(range.arg3(), out);
        } else if (LinearKernel.isKernel(e)) {
            LinearKernel.of(e).collectSymbols(out);
        } else if (e instanceof IAST a) {
            for (int i = 1; i < a.size(); i++) {
                collectSymbols(a.get(i), out);
            }
        }
    }

    /** Whether {@link #collectSymbols} would find one of the symbols; a constant is no symbol there, but is one here. */
    static boolean contains(IExpr e, Set<ISymbol> symbols) {
        if (e instanceof ISymbol s) {
            return symbols.contains(s);
        }
        if (Expr.isIntegral(e)) {
            IAST range = (IAST) ((IAST) e).arg2();
            Set<ISymbol> free = new HashSet<>(symbols);
            free.remove((ISymbol) range.arg1());
            return contains(((IAST) e).arg1(), free)
                    || contains(range.arg2(), symbols)
                    || contains(range.arg3(), symbols);
        }
        if (LinearKernel.isKernel(e)) {
            Set<ISymbol> inner = new HashSet<>();
            LinearKernel.of(e).collectSymbols(inner);
            return inner.stream().anyMatch(symbols::contains);
        }
        if (e instanceof IAST a) {
            for (int i = 1; i < a.size(); i++) {
                if (contains(a.get(i), symbols)) {
                    return true;
                }
            }
        }
        return false;
    }

    static void collectSubtrees(IExpr e, Predicate<IExpr> test, Set<IExpr> out) {
        if (test.test(e)) {
            out.add(e);
        }
        if (Expr.isIntegral(e)) {
            IAST range = (IAST) ((IAST) e).arg2();
            collectSubtrees(range.arg2(), test, out);
            collectSubtrees(range.arg3(), test, out);
        } else if (LinearKernel.isKernel(e)) {
            collectSubtrees(LinearKernel.of(e).argument(), test, out);
        } else if (e instanceof IAST a) {
            for (int i = 1; i < a.size(); i++) {
                collectSubtrees(a.get(i), test, out);
            }
        }
    }

    static long size(IExpr e) {
        long n = 1;
        if (e instanceof IAST a) {
            for (int i = 1; i < a.size(); i++) {
                n += size(a.get(i));
            }
        }
        return n;
    }
}
