package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An expression as short as a normal form makes it, in no other functions than its own: the normal form of the field, whose half-angle
 * tangents nobody typed, counts only where none are left; so does the one in which each function is a variable.
 */
public final class Shortest {
    private Shortest() {}

    /** The shortest of the expression and these forms of it. */
    public static IExpr of(IExpr e, Collection<Assumption> assumptions) {
        Set<IExpr> own = functions(e);
        return Stream.of(Optional.of(e), NormalForm.ifAny(e, assumptions), inItsFunctions(e, own, assumptions))
                .flatMap(Optional::stream)
                .filter(form -> own.containsAll(functions(form)))
                .min(Comparator.comparingLong(Expr::size))
                .orElse(e);
    }

    private static Optional<IExpr> inItsFunctions(IExpr e, Set<IExpr> own, Collection<Assumption> assumptions) {
        Map<IExpr, IExpr> symbols = new LinkedHashMap<>();
        Map<IExpr, IExpr> back = new LinkedHashMap<>();
        for (IExpr f : own) {
            ISymbol s = Expr.symbol("f$" + symbols.size());
            symbols.put(f, s);
            back.put(s, f);
        }
        // a function within another is taken along by it
        return NormalForm.ifAny(Expr.substitute(e, symbols), assumptions).map(n -> Expr.substitute(n, back));
    }

    private static Set<IExpr> functions(IExpr e) {
        return Expr.subtrees(
                e, f -> f instanceof IAST a && Elementary.byHead(a.head()).isPresent());
    }
}
