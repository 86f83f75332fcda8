package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/** Normal forms of expressions, each in the differential field of its own, all symbols varying. */
public final class NormalForm {
    private NormalForm() {}

    /**
     * Zero exactly if the expression is.
     *
     * @throws NotSmoothException where it has cases
     * @throws ArithmeticException where it divides by zero
     */
    public static IExpr of(IExpr e, Collection<Assumption> assumptions) {
        DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
        return field.tree(field.element(e));
    }

    /** The normal form where there is one and it is shorter, else the expression as it stands. */
    public static IExpr ifShorter(IExpr e, Collection<Assumption> assumptions) {
        return ifAny(e, assumptions)
                .filter(normal -> Expr.size(normal) < Expr.size(e))
                .orElse(e);
    }

    /** The normal form; empty where there is none. */
    public static Optional<IExpr> ifAny(IExpr e, Collection<Assumption> assumptions) {
        try {
            return Optional.of(of(e, assumptions));
        } catch (NotSmoothException | ArithmeticException none) {
            return Optional.empty();
        }
    }
}
