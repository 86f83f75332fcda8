package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Particular solutions of linear equations of order one and two by variation of constants. Source: Ince, section 5.2. */
final class VariationOfConstants {
    private VariationOfConstants() {}

    /** Empty where the order is higher, kernels occur or an integral has no closed form. */
    static Optional<IExpr> of(ISymbol v, List<IExpr> u, IExpr source, List<Assumption> assumptions) {
        boolean closed = u.size() <= 2
                && Expr.subtrees(source, LinearKernel::isKernel).isEmpty()
                && u.stream()
                        .allMatch(f -> Expr.subtrees(f, LinearKernel::isKernel).isEmpty());
        if (!closed) {
            return Optional.empty();
        }
        try {
            if (u.size() == 1) {
                return integral(Expr.divide(source, u.get(0)), v, assumptions)
                        .map(i -> Normal.readable(Expr.times(u.get(0), i), assumptions));
            }
            IExpr wronskian = Normal.readable(
                    Expr.minus(
                            Expr.times(u.get(0), Differentiation.derivative(u.get(1), v)),
                            Expr.times(u.get(1), Differentiation.derivative(u.get(0), v))),
                    assumptions);
            Optional<IExpr> first = integral(Expr.divide(Expr.times(u.get(1), source), wronskian), v, assumptions);
            Optional<IExpr> second = integral(Expr.divide(Expr.times(u.get(0), source), wronskian), v, assumptions);
            return first.flatMap(a -> second.map(b ->
                    Normal.readable(Expr.minus(Expr.times(u.get(1), b), Expr.times(u.get(0), a)), assumptions)));
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    private static Optional<IExpr> integral(IExpr e, ISymbol v, List<Assumption> assumptions) {
        return Antiderivative.of(Normal.readable(e, assumptions), v, assumptions);
    }
}
