package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Equations of order three whose solutions are the products of solutions of one of order two. If {@code z'' + α z' + β z = 0}, then {@code u
 * = z_i z_j} solves {@code u''' + 3α u'' + (2α² + α' + 4β) u' + (4αβ + 2β') u = 0}.
 *
 * <p>Source: Singer, Amer. J. Math. 107 (1985), section 3.
 */
final class SymmetricSquare {
    private SymmetricSquare() {}

    /** The coefficients of z and z' in z'', if the equation is such a square. */
    static Optional<List<IExpr>> root(ISymbol v, List<IExpr> a, List<Assumption> assumptions) {
        IExpr alpha = NormalForm.of(Expr.times(Expr.rational(-1, 3), a.get(2)), assumptions);
        IExpr beta = NormalForm.of(
                Expr.times(
                        Expr.rational(-1, 4),
                        Expr.plus(
                                a.get(1),
                                Expr.times(Expr.TWO, Expr.power(alpha, 2)),
                                Differentiation.derivative(alpha, v))),
                assumptions);
        IExpr last = Expr.plus(
                a.get(0),
                Expr.times(Expr.integer(4), alpha, beta),
                Expr.times(Expr.TWO, Differentiation.derivative(beta, v)));
        return NormalForm.of(last, assumptions).equals(Expr.ZERO)
                ? Optional.of(List.of(
                        NormalForm.of(Expr.negate(beta), assumptions), NormalForm.of(Expr.negate(alpha), assumptions)))
                : Optional.empty();
    }
}
