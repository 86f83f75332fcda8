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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of {@code dx/dτ = 1/(α x² + β x + γ)}: with {@code u = x + β/(2α)} the cubic {@code u³ + p u = Q + 3τ/α}, where Q is its left
 * side at the start.
 *
 * <p>Its root that starts at u, by {@code sinh 3θ = 4 sinh³θ + 3 sinh θ} where p is positive; else, with {@code r = √(−p/3)}, by {@code
 * cosh 3θ} for {@code |u| > 2r}, {@code cos 3θ} for {@code r < |u| < 2r} and {@code sin 3θ} for {@code |u| < r}. At {@code |u| = r} the
 * field has a pole. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, section 3.8; Viète.
 */
final class RootOfCubic {
    private static final IExpr THIRD = Expr.rational(1, 3);

    private final IExpr u;
    private final IExpr p;
    private final IExpr q;

    private RootOfCubic(IExpr u, IExpr p, IExpr q) {
        this.u = u;
        this.p = p;
        this.q = q;
    }

    /** The flow of g; empty where {@code 1/g} is not of this kind. */
    static Optional<Image> flow(IExpr g, ISymbol x, IExpr tau, List<Assumption> assumptions) {
        IExpr square = Expr.power(x, 2);
        return NormalForm.ifAny(Expr.power(g, -1), assumptions)
                .flatMap(below -> Polynomials.coefficients(below, Set.of(x)))
                .filter(c ->
                        c.containsKey(square) && List.of(Expr.ONE, x, square).containsAll(c.keySet()))
                .flatMap(c -> of(c, x, tau, assumptions));
    }

    private static Optional<Image> of(Map<IExpr, IExpr> c, ISymbol x, IExpr tau, List<Assumption> assumptions) {
        IExpr alpha = c.getOrDefault(Expr.power(x, 2), Expr.ZERO);
        IExpr shift = Expr.divide(c.getOrDefault(x, Expr.ZERO), Expr.times(Expr.TWO, alpha));
        IExpr three = Expr.integer(3);
        IExpr constant = Expr.minus(Expr.divide(c.getOrDefault(Expr.ONE, Expr.ZERO), alpha), Expr.power(shift, 2));
        IExpr p = Expr.times(three, NormalForm.ifAny(constant, assumptions).orElse(constant));
        if (p.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        IExpr u = Expr.plus(x, shift);
        IExpr level = Expr.plus(Expr.power(u, 3), Expr.times(p, u), Expr.divide(Expr.times(three, tau), alpha));
        IExpr value = Expr.minus(new RootOfCubic(u, p, level).root(assumptions), shift);
        return Optional.of(new Image(value, Optional.empty(), true, true, Image.Standing.CANDIDATE));
    }

    private IExpr root(List<Assumption> assumptions) {
        IExpr rising = rising();
        if (Range.of(p, assumptions).isPositive()) {
            return rising;
        }
        IExpr far = Expr.plus(Expr.times(Expr.integer(3), Expr.power(u, 2)), Expr.times(Expr.integer(4), p));
        IExpr outside = Expr.plus(Expr.times(Expr.integer(3), Expr.power(u, 2)), p);
        List<Expr.Branch> rows = new ArrayList<>();
        if (!Range.of(Expr.negate(p), assumptions).isNonNegative()) {
            rows.add(new Expr.Branch(Condition.compare(p, S.Greater, Expr.ZERO), rising));
        }
        rows.add(new Expr.Branch(
                Condition.compare(far, S.Greater, Expr.ZERO), folded(Elementary.COSH, Elementary.ACOSH)));
        rows.add(new Expr.Branch(
                Condition.compare(outside, S.Greater, Expr.ZERO), folded(Elementary.COS, Elementary.ACOS)));
        IExpr within = trisected(Elementary.SIN, Elementary.ASIN, Expr.ONE);
        return Expr.piecewise(rows, Expr.negate(within));
    }

    /** {@code 2 s sinh(asinh(Q/(2s³))/3)} with {@code s = √(p/3)}. */
    private IExpr rising() {
        IExpr s = Expr.sqrt(Expr.times(THIRD, p));
        IExpr angle = Expr.apply(Elementary.ASINH, Expr.divide(q, Expr.times(Expr.TWO, Expr.power(s, 3))));
        return Expr.times(Expr.TWO, s, Expr.apply(Elementary.SINH, Expr.times(THIRD, angle)));
    }

    private IExpr folded(Elementary f, Elementary inverse) {
        return trisected(f, inverse, Expr.apply(Elementary.SIGN, u));
    }

    /** {@code 2r σ f(f⁻¹(σ Q/(2r³))/3)}. */
    private IExpr trisected(Elementary f, Elementary inverse, IExpr sigma) {
        IExpr r = Expr.sqrt(Expr.times(Expr.rational(-1, 3), p));
        IExpr ratio = Expr.divide(Expr.times(sigma, q), Expr.times(Expr.TWO, Expr.power(r, 3)));
        IExpr angle = Expr.times(THIRD, Expr.apply(inverse, ratio));
        return Expr.times(Expr.TWO, sigma, r, Expr.apply(f, angle));
    }
}
