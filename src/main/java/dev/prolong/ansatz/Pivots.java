package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/** What must be non-zero for the pivots of an elimination to be other than the zero function. */
final class Pivots {
    private Pivots() {}

    /** The constant factors of the pivots, as assumptions; those that follow from the given ones are left out. */
    static List<Assumption> assumptions(
            DifferentialField field, List<FieldElement> pivots, Collection<Assumption> given) {
        Set<IExpr> factors = new LinkedHashSet<>();
        for (FieldElement pivot : pivots) {
            factors.addAll(field.constantFactors(pivot));
        }
        List<Assumption> out = new ArrayList<>();
        for (IExpr f : factors) {
            if (isOpen(f, given)) {
                out.add(Assumption.nonzero(f));
            }
        }
        return out;
    }

    /** Whether the assumptions do not say that it is not zero. */
    static boolean isOpen(IExpr f, Collection<Assumption> given) {
        return given.stream().noneMatch(a -> a.expression().equals(f) && excludesZero(a));
    }

    private static boolean excludesZero(Assumption a) {
        return a.relation() == Assumption.Relation.NONZERO
                || a.relation() == Assumption.Relation.POSITIVE
                || a.relation() == Assumption.Relation.NEGATIVE;
    }
}
