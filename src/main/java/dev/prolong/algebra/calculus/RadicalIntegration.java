package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of functions rational in u and {@code r = √q}, {@code q = a u² + b u + c}: {@code A + G/r} with rational A and G. The
 * radical becomes the variable where G is odd and q even; a polynomial G is reduced to {@code ∫ du/r}; else Euler's substitution
 * {@code r = t - √a u} or {@code r = t u + √c}.
 */
final class RadicalIntegration {
    private final FunctionField field;
    private final ISymbol u;
    private final IExpr radical;
    private final IExpr a;
    private final IExpr b;
    private final IExpr c;
    private final List<Assumption> assumptions;

    private RadicalIntegration(FunctionField field, ISymbol u, IExpr q, List<Assumption> assumptions) {
        this.field = field;
        this.u = u;
        this.radical = Expr.sqrt(q);
        this.assumptions = assumptions;
        var p = field.of(q);
        var quadratic = field.univariate(p.numerator(), 1);
        IExpr scale = field.tree(p.denominator());
        this.a = Expr.divide(field.tree(quadratic.get(2)), scale);
        this.b = Expr.divide(field.tree(quadratic.get(1)), scale);
        this.c = Expr.divide(field.tree(quadratic.get(0)), scale);
    }

    /** {@code ∫ f du}; empty where f has not exactly one radical, a square root of a quadratic. */
    static Optional<IExpr> integrate(IExpr f, ISymbol u, List<Assumption> assumptions) {
        Optional<IExpr> q = Radicals.singleSquareRoot(f, u);
        if (q.isEmpty()) {
            return Optional.empty();
        }
        ISymbol r = Fresh.inner(u);
        IExpr form = Radicals.replace(f, q.get(), 2, r);
        Optional<FunctionField> field = FunctionField.holding(Expr.times(form, q.get()), List.of(r, u), Set.of(u, r));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        var p = field.get().of(q.get());
        if (p.denominator().degree(1) > 0 || p.numerator().degree(1) != 2) {
            return Optional.empty();
        }
        return new RadicalIntegration(field.get(), u, q.get(), assumptions)
                .integrate(form, field.get().of(form), p, r);
    }

    private Optional<IExpr> integrate(
            IExpr form,
            Rational<MultivariatePolynomial<BigInteger>> f,
            Rational<MultivariatePolynomial<BigInteger>> q,
            ISymbol r) {
        var n0 = part(f.numerator(), 0, q);
        var n1 = part(f.numerator(), 1, q);
        var d0 = part(f.denominator(), 0, q);
        var d1 = part(f.denominator(), 1, q);
        var norm = d0.multiply(d0).subtract(q.multiply(d1).multiply(d1));
        var rational = n0.multiply(d0).subtract(q.multiply(n1).multiply(d1)).divide(norm);
        var overRadical = n1.multiply(d0).subtract(n0.multiply(d1)).divide(norm).multiply(q);
        Optional<IExpr> first = RationalIntegration.integrate(field.tree(rational), u, Range.ALL, assumptions);
        Optional<IExpr> second = overRadical(overRadical);
        if (first.isPresent() && second.isPresent()) {
            return Optional.of(Expr.plus(first.get(), second.get()));
        }
        return euler(form, r);
    }

    private Rational<MultivariatePolynomial<BigInteger>> part(
            MultivariatePolynomial<BigInteger> p, int parity, Rational<MultivariatePolynomial<BigInteger>> q) {
        var inR = field.univariate(p, 0);
        var sum = field.field().getZero();
        for (int k = parity; k <= inR.degree(); k += 2) {
            sum = sum.add(inR.get(k).multiply(q.pow(k / 2)));
        }
        return sum;
    }

    /** {@code ∫ G/r du}. */
    private Optional<IExpr> overRadical(Rational<MultivariatePolynomial<BigInteger>> g) {
        if (g.isZero()) {
            return Optional.of(Expr.ZERO);
        }
        var reduced = g.divide(field.variable(1));
        if (b.equals(Expr.ZERO) && isEven(reduced.numerator()) && isEven(reduced.denominator())) {
            // u du = r dr/a, u² = (r² - c)/a
            ISymbol t = Fresh.inner(u);
            IExpr square = Expr.divide(Expr.minus(Expr.power(t, 2), c), a);
            IExpr f = Expr.divide(
                    inSquare(reduced.numerator(), square), Expr.times(a, inSquare(reduced.denominator(), square)));
            return RationalIntegration.integrate(f, t, Range.of(radical, assumptions), assumptions)
                    .map(s -> Expr.substitute(s, t, radical));
        }
        return g.denominator().degree(1) == 0 ? polynomialOverRadical(g) : Optional.empty();
    }

    /** {@code P = Q' q + Q q'/2 + λ} gives {@code ∫ P/r = Q r + λ ∫ du/r}. */
    private Optional<IExpr> polynomialOverRadical(Rational<MultivariatePolynomial<BigInteger>> g) {
        var numerator = field.univariate(g.numerator(), 1);
        List<IExpr> p = new ArrayList<>();
        for (int k = 0; k <= numerator.degree(); k++) {
            p.add(Expr.divide(field.tree(numerator.get(k)), field.tree(g.denominator())));
        }
        List<IExpr> q = new ArrayList<>();
        for (int n = p.size() - 1; n > 0; n--) {
            // the term l u^(n-1) of Q gives l (a n u^n + b (n - 1/2) u^(n-1) + c (n-1) u^(n-2))
            IExpr lead = Expr.divide(p.get(n), Expr.times(Expr.integer(n), a));
            q.add(Expr.times(lead, Expr.power(u, n - 1L)));
            p.set(n - 1, Expr.minus(p.get(n - 1), Expr.times(lead, b, Expr.rational(2L * n - 1, 2))));
            if (n > 1) {
                p.set(n - 2, Expr.minus(p.get(n - 2), Expr.times(lead, c, Expr.integer(n - 1L))));
            }
        }
        IExpr elementary = Expr.times(Expr.plus(q), radical);
        if (p.get(0).equals(Expr.ZERO)) {
            return Optional.of(elementary);
        }
        return reciprocal().map(s -> Expr.plus(elementary, Expr.times(p.get(0), s)));
    }

    /** {@code ∫ du/r}. */
    private Optional<IExpr> reciprocal() {
        IExpr slope = Expr.plus(Expr.times(Expr.TWO, a, u), b);
        IExpr discriminant = Expr.minus(Expr.power(b, 2), Expr.times(Expr.integer(4), a, c));
        Range lead = Range.of(a, assumptions);
        Range sign = Range.of(discriminant, assumptions);
        if (lead.isPositive()) {
            IExpr root = Expr.sqrt(a);
            IExpr s = sign.isNegative()
                    ? Expr.apply(Elementary.ASINH, Expr.divide(slope, Expr.sqrt(Expr.negate(discriminant))))
                    : Expr.log(Expr.abs(Expr.plus(slope, Expr.times(Expr.TWO, root, radical))));
            return Optional.of(Expr.divide(s, root));
        }
        if (lead.isNegative()) {
            IExpr arc = Expr.apply(Elementary.ASIN, Expr.divide(Expr.negate(slope), Expr.sqrt(discriminant)));
            return Optional.of(Expr.divide(arc, Expr.sqrt(Expr.negate(a))));
        }
        return Optional.empty();
    }

    private Optional<IExpr> euler(IExpr form, ISymbol r) {
        ISymbol t = Fresh.inner(r);
        if (Range.of(a, assumptions).isPositive()) {
            IExpr root = Expr.sqrt(a);
            IExpr x = Expr.divide(Expr.minus(Expr.power(t, 2), c), Expr.plus(Expr.times(Expr.TWO, root, t), b));
            return euler(form, r, t, x, Expr.minus(t, Expr.times(root, x)), Expr.plus(radical, Expr.times(root, u)));
        }
        if (Range.of(c, assumptions).isPositive()) {
            IExpr root = Expr.sqrt(c);
            IExpr x = Expr.divide(Expr.minus(b, Expr.times(Expr.TWO, root, t)), Expr.minus(Expr.power(t, 2), a));
            return euler(form, r, t, x, Expr.plus(root, Expr.times(t, x)), Expr.divide(Expr.minus(radical, root), u));
        }
        return Optional.empty();
    }

    private Optional<IExpr> euler(IExpr form, ISymbol r, ISymbol t, IExpr x, IExpr root, IExpr back) {
        IExpr f = Expr.times(Expr.substitute(form, java.util.Map.of(u, x, r, root)), Differentiation.derivative(x, t));
        return RationalIntegration.integrate(f, t, Range.ALL, assumptions).map(s -> Expr.substitute(s, t, back));
    }

    private static boolean isEven(MultivariatePolynomial<BigInteger> p) {
        for (var m : p) {
            if (m.exponents[1] % 2 != 0) {
                return false;
            }
        }
        return true;
    }

    private IExpr inSquare(MultivariatePolynomial<BigInteger> p, IExpr square) {
        var inU = field.univariate(p, 1);
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k <= inU.degree(); k += 2) {
            terms.add(Expr.times(field.tree(inU.get(k)), Expr.power(square, k / 2)));
        }
        return Expr.plus(terms);
    }
}
