package dev.prolong.derivation;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * One displayed line: {@code left = right}, or a single expression.
 *
 * @param of what it is the coefficient of, where it is one
 */
public record Formula(IExpr left, Optional<IExpr> right, Optional<IExpr> of) {
    public static Formula equation(IExpr left, IExpr right) {
        return new Formula(left, Optional.of(right), Optional.empty());
    }

    public static Formula expression(IExpr e) {
        return new Formula(e, Optional.empty(), Optional.empty());
    }

    /** The same line, said to be the coefficient of a function. */
    public Formula coefficientOf(IExpr function) {
        return new Formula(left, right, Optional.of(function));
    }
}
