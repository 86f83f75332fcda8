package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.field.DifferentialField;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/** The normal form of an expression in its own differential field, all symbols varying. */
final class Normal {
    private Normal() {}

    static IExpr form(IExpr e, List<Assumption> assumptions) {
        DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
        return field.tree(field.element(e));
    }
}
