package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of {@code v^p R(v)} with {@code v = a u + b}, a power p that is no number, and a polynomial R in v and 1/v: {@code v^p Σ
 * c_k v^{k+1} / (a (k + p + 1))}.
 */
final class LinearPowerIntegration {
    private LinearPowerIntegration() {}

    /** {@code ∫ f du}; empty where f has not exactly one such power, or other functions of u. */
    static Optional<IExpr> integrate(IExpr f, ISymbol u) {
        List<IExpr> powers = List.copyOf(Expr.subtrees(
                f,
                e -> Expr.isPower(e)
                        && !Expr.isFreeOf(((IAST) e).arg1(), u)
                        && Expr.isFreeOf(((IAST) e).arg2(), u)
                        && !(((IAST) e).arg2() instanceof IRational)));
        if (powers.size() != 1) {
            return Optional.empty();
        }
        IAST power = (IAST) powers.get(0);
        Optional<Affine> linear = Affine.in(power.arg1(), u);
        ISymbol w = Fresh.inner(Fresh.inner(u));
        IExpr rest = Differentiation.derivative(Expr.substitute(f, power, w), w);
        return linear.isPresent() && Expr.isFreeOf(rest, w)
                ? integrate(rest, u, power, linear.get())
                : Optional.empty();
    }

    private static Optional<IExpr> integrate(IExpr rest, ISymbol u, IAST power, Affine linear) {
        ISymbol v = Fresh.inner(u);
        IExpr inside = Expr.divide(Expr.minus(v, linear.offset()), linear.slope());
        IExpr r = Expr.substitute(rest, u, inside);
        Optional<FunctionField> field = FunctionField.holding(r, List.of(v), Set.of(v, u));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        FunctionField k = field.get();
        var quotient = k.of(r);
        var above = k.univariate(quotient.numerator(), 0);
        var below = k.univariate(quotient.denominator(), 0);
        int pole = below.degree();
        for (int i = 0; i < pole; i++) {
            if (!below.get(i).isZero()) {
                return Optional.empty();
            }
        }
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i <= above.degree(); i++) {
            var c = above.get(i);
            if (!c.isZero()) {
                int exponent = i - pole + 1;
                IExpr divisor =
                        Expr.times(linear.slope(), k.tree(below.lc()), Expr.plus(Expr.integer(exponent), power.arg2()));
                terms.add(Expr.times(Expr.divide(k.tree(c), divisor), Expr.power(power.arg1(), exponent)));
            }
        }
        return Optional.of(Expr.times(power, Expr.plus(terms)));
    }
}
