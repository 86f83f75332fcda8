package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** An expression as a product of irreducible factors, and what can be read off them. */
record Factors(IRational content, Map<IExpr, Integer> powers) {

    static Factors of(IExpr e, List<Assumption> assumptions) {
        DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
        DifferentialField.Factored f = field.factored(field.element(e));
        return new Factors((IRational) f.content(), f.powers());
    }

    /** The factors in which v occurs, each to its power divided by n. */
    IExpr movingRoot(ISymbol v, int n) {
        List<IExpr> out = new ArrayList<>();
        powers.forEach((f, k) -> {
            if (!Expr.isFreeOf(f, v)) {
                out.add(Expr.power(f, Expr.rational(k, n)));
            }
        });
        return Expr.times(out);
    }

    /**
     * {@code √|e|} with the sign of e, where every factor of odd power is known to be positive.
     *
     * @param root of the absolute value, up to sign
     */
    record SignedRoot(int sign, IExpr root) {}

    static Optional<SignedRoot> root(IExpr e, List<Assumption> assumptions) {
        if (e.equals(Expr.ZERO)) {
            return Optional.of(new SignedRoot(0, e));
        }
        Factors f = of(e, assumptions);
        List<IExpr> root = new ArrayList<>();
        root.add(Expr.sqrt(f.content().isNegative() ? Expr.negate(f.content()) : f.content()));
        for (Map.Entry<IExpr, Integer> entry : f.powers().entrySet()) {
            boolean positive = assumptions.stream()
                    .anyMatch(a -> a.relation() == Assumption.Relation.POSITIVE
                            && a.expression().equals(entry.getKey()));
            if (entry.getValue() % 2 != 0 && !positive && !entry.getKey().equals(Expr.PI)) {
                return Optional.empty();
            }
            root.add(Expr.power(entry.getKey(), Expr.rational(entry.getValue(), 2)));
        }
        return Optional.of(new SignedRoot(f.content().isNegative() ? -1 : 1, Expr.times(root)));
    }
}
