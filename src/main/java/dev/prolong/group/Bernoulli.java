package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Bernoulli's equation {@code x' = a x + b x^(1−k)}, linear in {@code u = x^k}: {@code u' = k (a u + b)}. Source: Ince, Ordinary Differential
 * Equations, section 2.13.
 *
 * @param power k: 1 or even, or the negative of such a number
 */
record Bernoulli(IExpr linear, IExpr other, int power) {
    private static final int LOWEST_DEGREE = 3;

    /** The equation with this speed, whose coefficients are free of x; empty where it is of another form or linear. */
    static Optional<Bernoulli> of(IExpr speed, ISymbol x) {
        for (int m = 0; m <= LOWEST_DEGREE; m++) {
            IExpr shift = Expr.power(x, m);
            IExpr polynomial = Expr.plus(
                    Expr.terms(speed).stream().map(t -> Expr.times(t, shift)).toList());
            Optional<Map<IExpr, IExpr>> coefficients = Polynomials.coefficients(polynomial, Set.of(x));
            if (coefficients.isPresent()) {
                return of(coefficients.get(), x, m);
            }
        }
        return Optional.empty();
    }

    /** Of two terms, one of them {@code x^(m+1)}; u is x, 1/x or positive, so that its root is plain. */
    private static Optional<Bernoulli> of(Map<IExpr, IExpr> coefficients, ISymbol x, int m) {
        IExpr own = Expr.power(x, m + 1);
        List<IExpr> rest = new ArrayList<>(coefficients.keySet());
        if (rest.size() != 2 || !rest.remove(own)) {
            return Optional.empty();
        }
        IExpr linear = coefficients.getOrDefault(own, Expr.ZERO);
        IExpr other = coefficients.getOrDefault(rest.get(0), Expr.ZERO);
        for (int j = 0; j <= m + LOWEST_DEGREE; j++) {
            int k = m + 1 - j;
            if (Expr.power(x, j).equals(rest.get(0)) && (Math.abs(k) == 1 || k % 2 == 0)) {
                return Optional.of(new Bernoulli(linear, other, k));
            }
        }
        return Optional.empty();
    }

    /** {@code x^k}. */
    IExpr transformed(ISymbol x) {
        return Expr.power(x, power);
    }

    /** The x of the sign of its start whose power k this is. */
    IExpr back(IExpr u, ISymbol x) {
        return Math.abs(power) == 1
                ? Expr.power(u, power)
                : Expr.times(Expr.apply(Elementary.SIGN, x), Expr.power(u, Expr.rational(1, power)));
    }
}
