package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariateDivision;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of rational functions of one variable, with any constants as coefficients: Hermite reduction, then partial fractions
 * over the irreducible factors of the denominator.
 *
 * <p>Source: Bronstein, Symbolic Integration I (2nd ed.), sections 2.2 (Hermite) and 2.5. A factor of degree above two that is not
 * irreducible over the reals is left to {@link BiquadraticReciprocal}; where that fails too there is no answer.
 */
final class RationalIntegration {
    private final FunctionField field;
    private final ISymbol x;
    private final List<Assumption> assumptions;
    private final LogarithmSum logarithms;
    private final List<IExpr> others = new ArrayList<>();

    private RationalIntegration(FunctionField field, ISymbol x, Range range, List<Assumption> assumptions) {
        this.field = field;
        this.x = x;
        this.assumptions = assumptions;
        this.logarithms = new LogarithmSum(x, range);
    }

    /**
     * {@code ∫ f dx}, real where f is.
     *
     * @param range where x lies, if it stands for another function's value
     * @return empty where f is not rational in x or a factor of its denominator resists
     */
    static Optional<IExpr> integrate(IExpr f, ISymbol x, Range range, List<Assumption> assumptions) {
        Optional<FunctionField> field = FunctionField.holding(f, List.of(x), Set.of(x));
        return field.flatMap(k -> new RationalIntegration(k, x, range, assumptions).integrate(k.of(f)));
    }

    private Optional<IExpr> integrate(Rational<MultivariatePolynomial<BigInteger>> f) {
        if (f.isZero()) {
            return Optional.of(Expr.ZERO);
        }
        PartialFractions fractions = PartialFractions.of(field, f, 0);
        polynomial(fractions.polynomial());
        for (PartialFractions.Part part : fractions.parts()) {
            if (!fraction(part)) {
                return Optional.empty();
            }
        }
        others.add(logarithms.tree());
        return Optional.of(Expr.plus(others));
    }

    private void polynomial(UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> q) {
        for (int k = 0; k <= q.degree(); k++) {
            others.add(Expr.times(Expr.rational(1, k + 1L), field.tree(q.get(k)), Expr.power(x, k + 1L)));
        }
    }

    /** {@code ∫ a/p^m}: by Hermite's reduction down to {@code m = 1}. */
    private boolean fraction(PartialFractions.Part part) {
        var p = part.factor();
        var top = part.numerator();
        IExpr tree = field.tree(p, x);
        for (int m = part.exponent(); m > 1; m--) {
            // a = s p + t p':  ∫ a/p^m = -t/((m-1) p^(m-1)) + ∫ (s + t'/(m-1))/p^(m-1)
            var derivative = p.derivative();
            var t = UnivariateDivision.remainder(
                    top.clone().multiply(PartialFractions.inverse(derivative, p)), p, true);
            var s = UnivariateDivision.quotient(top.clone().subtract(t.clone().multiply(derivative)), p, true);
            var factor = field.constant(java.math.BigInteger.ONE, java.math.BigInteger.valueOf(m - 1L));
            others.add(Expr.times(Expr.rational(-1, m - 1L), field.tree(t, x), Expr.power(tree, 1L - m)));
            top = s.clone().add(t.derivative().multiply(factor));
        }
        // What Hermite's reduction leaves may be improper again.
        var division = UnivariateDivision.divideAndRemainder(top, p, true);
        polynomial(division[0]);
        return simple(division[1], p, tree);
    }

    /** {@code ∫ a/p} for an irreducible p. */
    private boolean simple(
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> a,
            UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> p,
            IExpr tree) {
        if (a.isZero()) {
            return true;
        }
        var derivative = p.derivative();
        if (a.degree() == derivative.degree()) {
            var c = a.lc().divide(derivative.lc());
            logarithms.add(field.tree(c), tree);
            return simple(a.clone().subtract(derivative.multiply(c)), p, tree);
        }
        if (p.degree() == 2) {
            var four = field.constant(java.math.BigInteger.valueOf(4), java.math.BigInteger.ONE);
            var discriminant =
                    p.get(1).multiply(p.get(1)).subtract(four.multiply(p.get(2)).multiply(p.get(0)));
            others.add(Expr.times(
                    field.tree(a.get(0)),
                    QuadraticReciprocal.integrate(field.tree(derivative, x), field.tree(discriminant), assumptions)));
            return true;
        }
        Optional<IExpr> split = p.degree() == 4 && p.get(1).isZero() && p.get(3).isZero()
                ? new BiquadraticReciprocal(x, assumptions).integrate(coefficients(a), coefficients(p))
                : Optional.empty();
        split.ifPresent(others::add);
        return split.isPresent();
    }

    private List<IExpr> coefficients(UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> p) {
        List<IExpr> out = new ArrayList<>();
        for (int k = 0; k <= 4; k++) {
            out.add(k <= p.degree() ? field.tree(p.get(k)) : Expr.ZERO);
        }
        return out;
    }
}
