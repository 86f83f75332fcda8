package dev.prolong.derivation;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** One displayed line: {@code left = right}, or a single expression. */
public record Formula(IExpr left, Optional<IExpr> right) {
    public static Formula equation(IExpr left, IExpr right) {
        return new Formula(left, Optional.of(right));
    }

    public static Formula expression(IExpr e) {
        return new Formula(e, Optional.empty());
    }
}
