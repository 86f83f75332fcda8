package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** The constants by which generators divide: the general solution holds only where none of them vanishes. */
final class Divisors {
    private Divisors() {}

    static List<Assumption> of(List<Generator> basis, DifferentialSystem system) {
        Set<Assumption> out = new LinkedHashSet<>();
        for (Generator x : basis) {
            for (IExpr e : x.infinitesimals()) {
                for (IExpr power : Expr.subtrees(e, p -> isDivisor(p, system.parameters()))) {
                    out.add(Assumption.nonzero(((IAST) power).arg1()));
                }
            }
        }
        out.removeIf(a -> system.assumptions().stream()
                .anyMatch(known -> known.expression().equals(a.expression())
                        && known.relation() != Assumption.Relation.NONNEGATIVE
                        && known.relation() != Assumption.Relation.NONPOSITIVE));
        return List.copyOf(out);
    }

    private static boolean isDivisor(IExpr p, List<ISymbol> parameters) {
        return Expr.isPower(p)
                && ((IAST) p).arg2() instanceof IRational q
                && q.isNegative()
                && !Expr.symbols(((IAST) p).arg1()).isEmpty()
                && parameters.containsAll(Expr.symbols(((IAST) p).arg1()));
    }
}
