package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The field {@code s h ∂_x} with {@code h s' = k}: along it {@code s̄ = e^{kτ} s}, so that it moves x as {@code h ∂_x} does in the time
 * {@code (e^{kτ} − 1) s/k}. Of use where s is an integral, {@code ∫ dx/h}, that has no closed form, but the flow of h has one.
 */
record ScaledTime(ISymbol x, IExpr tau, List<Assumption> assumptions) {
    /** Candidates for the image of x under {@code dx/dτ = speed(x)}. */
    Stream<Image> candidates(IExpr speed) {
        List<IExpr> factors = Expr.factors(speed);
        return factors.stream()
                .filter(s -> !Expr.isFreeOf(s, x)
                        && !Expr.subtrees(s, Expr::isIntegral).isEmpty())
                .flatMap(s -> {
                    List<IExpr> rest = new ArrayList<>(factors);
                    rest.remove(s);
                    return byFactor(s, Expr.times(rest));
                });
    }

    private Stream<Image> byFactor(IExpr s, IExpr h) {
        if (!Expr.subtrees(h, Expr::isIntegral).isEmpty()) {
            return Stream.empty();
        }
        return Constant.value(Expr.times(h, Differentiation.derivative(s, x)), x, assumptions).stream()
                .filter(k -> !k.equals(Expr.ZERO))
                .flatMap(k -> {
                    IExpr time = Expr.divide(Expr.times(Expr.minus(Expr.exp(Expr.times(k, tau)), Expr.ONE), s), k);
                    return new LineFlow(h, x, time, List.of(), assumptions).candidates();
                });
    }
}
