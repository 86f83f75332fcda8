package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariateDivision;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of functions of {@code E = e^u}: rational in E alone by {@code t = E}; and {@code Σ R_k(u) e^{ku}} with rational
 * {@code R_k} whose denominators have linear factors, by parts and {@code ∫ e^{ku}/(u - r) du = e^{kr} Ei(k(u - r))}.
 */
final class ExponentialIntegration {
    private final FunctionField field;
    private final ISymbol u;
    private final List<Assumption> assumptions;

    private ExponentialIntegration(FunctionField field, ISymbol u, List<Assumption> assumptions) {
        this.field = field;
        this.u = u;
        this.assumptions = assumptions;
    }

    /** {@code ∫ f du}; empty where f is not of these forms. */
    static Optional<IExpr> integrate(IExpr f, ISymbol u, List<Assumption> assumptions) {
        if (Expr.isPower(f) && Expr.isFreeOf(((IAST) f).arg1(), u)) {
            IAST power = (IAST) f;
            return Affine.in(power.arg2(), u).map(a -> Expr.divide(f, Expr.times(a.slope(), Expr.log(power.arg1()))));
        }
        ISymbol e = Fresh.inner(u);
        Optional<IExpr> form = ExponentialForm.of(f, u, e);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        if (Expr.isFreeOf(form.get(), u)) {
            return RationalIntegration.integrate(Expr.divide(form.get(), e), e, Range.POSITIVE, assumptions)
                    .map(s -> Expr.substitute(s, e, Expr.exp(u)));
        }
        return FunctionField.holding(form.get(), List.of(u, e), Set.of(u, e))
                .flatMap(k -> new ExponentialIntegration(k, u, assumptions).laurent(k.of(form.get())));
    }

    /** A sum of powers of E: the denominator's factors have only one of the two variables, and E alone may be a factor. */
    private Optional<IExpr> laurent(Rational<MultivariatePolynomial<BigInteger>> f) {
        int lowest = f.denominator().degree(1);
        var inE = field.univariate(f.denominator(), 1);
        if (inE.firstNonZeroCoefficientPosition() != lowest) {
            return Optional.empty();
        }
        var numerator = field.univariate(f.numerator(), 1);
        List<IExpr> out = new ArrayList<>();
        for (int j = 0; j <= numerator.degree(); j++) {
            var r = numerator.get(j).divide(inE.lc());
            if (!r.isZero()) {
                Optional<IExpr> part = term(r, j - lowest);
                if (part.isEmpty()) {
                    return part;
                }
                out.add(part.get());
            }
        }
        return Optional.of(Expr.plus(out));
    }

    /** {@code ∫ R(u) e^{ku} du}. */
    private Optional<IExpr> term(Rational<MultivariatePolynomial<BigInteger>> r, int k) {
        if (k == 0) {
            return RationalIntegration.integrate(field.tree(r), u, Range.ALL, assumptions);
        }
        PartialFractions fractions = PartialFractions.of(field, r, 0);
        List<IExpr> out = new ArrayList<>();
        out.add(polynomial(fractions.polynomial(), k));
        for (PartialFractions.Part part : fractions.parts()) {
            if (part.factor().degree() != 1) {
                return Optional.empty();
            }
            pole(part, k, out);
        }
        return Optional.of(Expr.plus(out));
    }

    /** {@code ∫ P e^{ku} = e^{ku} (P/k - P'/k² + P''/k³ - ..)}. */
    private IExpr polynomial(UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> p, int k) {
        List<IExpr> out = new ArrayList<>();
        var derivative = p.clone();
        IExpr factor = Expr.rational(1, k);
        while (!derivative.isZero()) {
            out.add(Expr.times(factor, field.tree(derivative, u)));
            derivative = derivative.derivative();
            factor = Expr.times(factor, Expr.rational(-1, k));
        }
        return Expr.times(Expr.plus(out), power(k, u));
    }

    /** {@code ∫ a/(αu+β)^m e^{ku}}, from the highest power down. */
    private void pole(PartialFractions.Part part, int k, List<IExpr> out) {
        var p = part.factor();
        var slope = p.get(1);
        var root = p.get(0).divide(slope).negate();
        var a = part.numerator();
        var carried = field.field().getZero();
        List<Rational<MultivariatePolynomial<BigInteger>>> digits = new ArrayList<>();
        for (int m = 0; m < part.exponent(); m++) {
            var division = UnivariateDivision.divideAndRemainder(a, p, true);
            digits.add(division[1].cc());
            a = division[0];
        }
        for (int m = part.exponent(); m > 1; m--) {
            // ∫ c e^{ku}/p^m = -c e^{ku}/((m-1) α p^(m-1)) + c k/((m-1) α) ∫ e^{ku}/p^(m-1)
            var c = digits.get(part.exponent() - m).add(carried);
            var share = c.divide(slope)
                    .multiply(field.constant(java.math.BigInteger.ONE, java.math.BigInteger.valueOf(m - 1L)));
            out.add(Expr.times(Expr.MINUS_ONE, field.tree(share), power(k, u), Expr.power(field.tree(p, u), 1L - m)));
            carried = share.multiply(field.constant(java.math.BigInteger.valueOf(k), java.math.BigInteger.ONE));
        }
        var last = digits.get(part.exponent() - 1).add(carried).divide(slope);
        IExpr r = field.tree(root);
        IExpr ei = Expr.apply(Elementary.EI, Expr.times(Expr.integer(k), Expr.minus(u, r)));
        out.add(Expr.times(field.tree(last), power(k, r), ei));
    }

    private static IExpr power(int k, IExpr exponent) {
        return Expr.exp(Expr.times(Expr.integer(k), exponent));
    }
}
