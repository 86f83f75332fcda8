package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.symmetry.Generator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of a linear field {@code x' = a x + b y, y' = c x + d y} of the plane: {@code e^{sε}(C + S (M − s))}, {@code s = (a + d)/2}, with
 * {@code C = cosh(rε), S = sinh(rε)/r} for {@code r² = (a − d)²/4 + bc}, the {@link Waves} of that.
 */
final class PlaneFlow {
    private PlaneFlow() {}

    static Optional<Map<ISymbol, IExpr>> of(
            Generator field, ISymbol x, ISymbol y, ISymbol eps, List<Assumption> assumptions) {
        IExpr a = Differentiation.derivative(field.along(x), x);
        IExpr b = Differentiation.derivative(field.along(x), y);
        IExpr c = Differentiation.derivative(field.along(y), x);
        IExpr d = Differentiation.derivative(field.along(y), y);
        IExpr rest = Expr.plus(
                Expr.minus(field.along(x), Expr.plus(Expr.times(a, x), Expr.times(b, y))),
                Expr.minus(field.along(y), Expr.plus(Expr.times(c, x), Expr.times(d, y))));
        boolean constant = rest.equals(Expr.ZERO)
                && java.util.stream.Stream.of(a, b, c, d)
                        .allMatch(e -> field.coordinates().stream()
                                .allMatch(s ->
                                        Expr.isFreeOf(e, s) || field.along(s).equals(Expr.ZERO)));
        if (!constant) {
            return Optional.empty();
        }
        IExpr half = Expr.times(Expr.HALF, Expr.minus(a, d));
        IExpr square = Expr.plus(Expr.power(half, 2), Expr.times(b, c));
        Waves waves = Waves.of(NormalForm.ifAny(square, assumptions).orElse(square), assumptions);
        IExpr even = waves.even(eps);
        IExpr odd = waves.odd(eps);
        IExpr grown = Expr.exp(Expr.times(Expr.HALF, Expr.plus(a, d), eps));
        IExpr left = Expr.plus(Expr.times(even, x), Expr.times(odd, Expr.plus(Expr.times(half, x), Expr.times(b, y))));
        IExpr right =
                Expr.plus(Expr.times(even, y), Expr.times(odd, Expr.minus(Expr.times(c, x), Expr.times(half, y))));
        return Optional.of(Map.of(x, Expr.times(grown, left), y, Expr.times(grown, right)));
    }
}
