package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The inverse of a cubic along a flow: with {@code u = x + β/(3α)} the cubic {@code G = α x³ + β x² + ..} is {@code u³ + 3k u = Q}, up to a
 * constant and a factor, and its root that starts at u is followed.
 *
 * <p>By {@code sinh 3θ = 4 sinh³θ + 3 sinh θ} where k is positive; else, with {@code r = √−k}, by {@code cosh 3θ} for {@code |u| > 2r},
 * {@code cos 3θ} for {@code r < |u| < 2r} and {@code sin 3θ} for {@code |u| < r}. At {@code |u| = r} G is not monotone, and the field has
 * a pole. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, section 3.8; Viète.
 */
final class RootOfCubic {
    private static final IExpr THIRD = Expr.rational(1, 3);

    private final IExpr u;
    private final IExpr k;
    private final IExpr q;

    private RootOfCubic(IExpr u, IExpr k, IExpr q) {
        this.u = u;
        this.k = k;
        this.q = q;
    }

    /**
     * The x̄ with {@code G(x̄) = Ḡ} that starts at x; empty where G is no cubic.
     *
     * @param cubic G
     * @param moved Ḡ
     */
    static Optional<IExpr> of(IExpr cubic, ISymbol x, IExpr moved, List<Assumption> assumptions) {
        IExpr cube = Expr.power(x, 3);
        return Polynomials.coefficients(cubic, Set.of(x))
                .filter(c -> c.containsKey(cube)
                        && List.of(Expr.ONE, x, Expr.power(x, 2), cube).containsAll(c.keySet()))
                .flatMap(c -> {
                    IExpr alpha = c.getOrDefault(cube, Expr.ZERO);
                    IExpr shift = Expr.divide(
                            c.getOrDefault(Expr.power(x, 2), Expr.ZERO), Expr.times(Expr.integer(3), alpha));
                    IExpr constant = Expr.minus(
                            Expr.divide(c.getOrDefault(x, Expr.ZERO), Expr.times(Expr.integer(3), alpha)),
                            Expr.power(shift, 2));
                    IExpr k = NormalForm.ifAny(constant, assumptions).orElse(constant);
                    if (k.equals(Expr.ZERO)) {
                        return Optional.empty();
                    }
                    IExpr level = Expr.minus(moved, Expr.substitute(cubic, x, Expr.negate(shift)));
                    IExpr q = Expr.plus(Expr.terms(level).stream()
                            .map(t -> Expr.divide(t, alpha))
                            .toList());
                    return Optional.of(Expr.minus(new RootOfCubic(Expr.plus(x, shift), k, q).root(assumptions), shift));
                });
    }

    private IExpr root(List<Assumption> assumptions) {
        IExpr rising = rising();
        if (Range.of(k, assumptions).isPositive()) {
            return rising;
        }
        IExpr far = Expr.plus(Expr.power(u, 2), Expr.times(Expr.integer(4), k));
        IExpr outside = Expr.plus(Expr.power(u, 2), k);
        List<Expr.Branch> rows = new ArrayList<>();
        if (!Range.of(Expr.negate(k), assumptions).isNonNegative()) {
            rows.add(new Expr.Branch(Condition.compare(k, S.Greater, Expr.ZERO), rising));
        }
        rows.add(new Expr.Branch(
                Condition.compare(far, S.Greater, Expr.ZERO), folded(Elementary.COSH, Elementary.ACOSH)));
        rows.add(new Expr.Branch(
                Condition.compare(outside, S.Greater, Expr.ZERO), folded(Elementary.COS, Elementary.ACOS)));
        IExpr within = trisected(Elementary.SIN, Elementary.ASIN, Expr.ONE);
        return Expr.piecewise(rows, Expr.negate(within));
    }

    /** {@code 2 s sinh(asinh(Q/(2s³))/3)} with {@code s = √k}. */
    private IExpr rising() {
        IExpr s = Expr.sqrt(k);
        IExpr angle = Expr.apply(Elementary.ASINH, Expr.divide(q, Expr.times(Expr.TWO, Expr.power(s, 3))));
        return Expr.times(Expr.TWO, s, Expr.apply(Elementary.SINH, Expr.times(THIRD, angle)));
    }

    private IExpr folded(Elementary f, Elementary inverse) {
        return trisected(f, inverse, Expr.apply(Elementary.SIGN, u));
    }

    /** {@code 2r σ f(f⁻¹(σ Q/(2r³))/3)}. */
    private IExpr trisected(Elementary f, Elementary inverse, IExpr sigma) {
        IExpr r = Expr.sqrt(Expr.negate(k));
        IExpr ratio = Expr.divide(Expr.times(sigma, q), Expr.times(Expr.TWO, Expr.power(r, 3)));
        IExpr angle = Expr.times(THIRD, Expr.apply(inverse, ratio));
        return Expr.times(Expr.TWO, sigma, r, Expr.apply(f, angle));
    }
}
