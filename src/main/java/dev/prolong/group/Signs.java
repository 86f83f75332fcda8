package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The parts of a space of parameters in which none of them vanishes: each is connected. */
final class Signs {
    private Signs() {}

    /** For each choice of signs that the assumptions admit: these, and the signs. */
    static List<List<Assumption>> of(Collection<ISymbol> parameters, List<Assumption> assumptions) {
        List<List<Assumption>> out = List.of(List.copyOf(assumptions));
        for (ISymbol p : parameters) {
            boolean positive = !Range.of(Expr.negate(p), assumptions).isNonNegative();
            boolean negative = !Range.of(p, assumptions).isNonNegative();
            List<List<Assumption>> next = new ArrayList<>();
            for (List<Assumption> signs : out) {
                if (positive) {
                    next.add(with(signs, p, Assumption.Relation.POSITIVE));
                }
                if (negative) {
                    next.add(with(signs, p, Assumption.Relation.NEGATIVE));
                }
            }
            out = next;
        }
        return out;
    }

    private static List<Assumption> with(List<Assumption> signs, ISymbol p, Assumption.Relation relation) {
        List<Assumption> out = new ArrayList<>(signs);
        out.add(0, new Assumption(p, relation));
        return out;
    }

    /** Whether one is known to be less than the other everywhere, or both to be equal. */
    static boolean areOrdered(IExpr a, IExpr b, List<Assumption> signs) {
        IExpr gap = Expr.minus(a, b);
        return gap.equals(Expr.ZERO)
                || Range.of(gap, signs).isPositive()
                || Range.of(Expr.negate(gap), signs).isPositive()
                || ZeroDecision.isZero(gap, signs);
    }
}
