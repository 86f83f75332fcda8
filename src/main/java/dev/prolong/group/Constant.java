package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Constants in disguise. */
final class Constant {
    private Constant() {}

    /** The value of e, which does not depend on x, written without x; empty where its normal form still has x. */
    static Optional<IExpr> value(IExpr e, ISymbol x, List<Assumption> assumptions) {
        if (Expr.isFreeOf(e, x)) {
            return Optional.of(e);
        }
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
            IExpr normal = field.tree(field.element(e));
            return Expr.isFreeOf(normal, x) ? Optional.of(normal) : Optional.empty();
        } catch (NotSmoothException cases) {
            return Optional.empty();
        }
    }
}
