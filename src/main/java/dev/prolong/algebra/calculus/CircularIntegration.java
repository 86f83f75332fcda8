package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives of rational functions of {@code s = sin u, c = cos u} (or sinh, cosh) by Bioche's rules: odd in s, {@code t = c};
 * odd in c, {@code t = s}; even in both together, {@code t = s/c}; else {@code t = tan(u/2)} (or {@code e^u}).
 *
 * <p>With {@code ε = 1} for the trigonometric pair and {@code -1} for the hyperbolic: {@code s² = ε(1 - c²), s' = c, c' = -ε s}, and
 * {@code t = s/c} has {@code t' = 1 + ε t², c² = 1/(1 + ε t²)}. Arcs of tangents are made continuous by {@link ContinuousArc}.
 */
final class CircularIntegration {
    private final ISymbol u;
    private final boolean circular;
    private final IExpr epsilon;
    private final ISymbol t;
    private final FunctionField field;
    private final List<Assumption> assumptions;
    private final Rational<MultivariatePolynomial<BigInteger>> even;
    private final Rational<MultivariatePolynomial<BigInteger>> odd;

    private CircularIntegration(IExpr f, CircularForm form, FunctionField field, List<Assumption> assumptions) {
        this.u = form.u();
        this.circular = form.circular();
        this.epsilon = circular ? Expr.ONE : Expr.MINUS_ONE;
        this.t = Fresh.inner(form.c());
        this.field = field;
        this.assumptions = assumptions;
        Rational<MultivariatePolynomial<BigInteger>> r = field.of(f);
        var n0 = part(r.numerator(), 0);
        var n1 = part(r.numerator(), 1);
        var d0 = part(r.denominator(), 0);
        var d1 = part(r.denominator(), 1);
        var norm = d0.multiply(d0).subtract(square().multiply(d1).multiply(d1));
        // (n0 + s n1)/(d0 + s d1), its denominator made free of s
        this.even = n0.multiply(d0).subtract(square().multiply(n1).multiply(d1)).divide(norm);
        this.odd = n1.multiply(d0).subtract(n0.multiply(d1)).divide(norm);
    }

    /** {@code ∫ f du} for f rational in trigonometric, or else in hyperbolic, functions of integer multiples of u. */
    static Optional<IExpr> integrate(IExpr f, ISymbol u, boolean circular, List<Assumption> assumptions) {
        ISymbol s = Fresh.inner(u);
        ISymbol c = Fresh.inner(s);
        CircularForm form = new CircularForm(u, s, c, circular);
        Optional<IExpr> rational = form.of(f);
        return rational.flatMap(r -> FunctionField.holding(r, List.of(s, c), Set.of(u, s, c))
                .flatMap(field -> new CircularIntegration(r, form, field, assumptions).integrate()));
    }

    /** {@code s² = ε(1 - c²)}. */
    private Rational<MultivariatePolynomial<BigInteger>> square() {
        var c = field.variable(1);
        var rest = field.field().getOne().subtract(c.multiply(c));
        return circular ? rest : rest.negate();
    }

    /** The part of a polynomial even (0) or odd (1) in s, the latter divided by s, as a function of c. */
    private Rational<MultivariatePolynomial<BigInteger>> part(MultivariatePolynomial<BigInteger> p, int parity) {
        UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> inS = field.univariate(p, 0);
        var sum = field.field().getZero();
        for (int k = parity; k <= inS.degree(); k += 2) {
            sum = sum.add(inS.get(k).multiply(square().pow(k / 2)));
        }
        return sum;
    }

    private Optional<IExpr> integrate() {
        var c = field.variable(1);
        boolean evenIsEven = isEven(even);
        boolean evenIsOdd = even.isZero() || isEven(even.divide(c));
        boolean oddIsEven = isEven(odd);
        boolean oddIsOdd = odd.isZero() || isEven(odd.divide(c));
        if (isPolynomial(even) && isPolynomial(odd) && (circular || even.isZero() || odd.isZero())) {
            return Optional.of(polynomial());
        }
        Optional<IExpr> best = Stream.of(
                        even.isZero() ? throughCosine() : Optional.<IExpr>empty(),
                        evenIsOdd && oddIsOdd ? throughSine() : Optional.<IExpr>empty(),
                        evenIsEven && oddIsOdd && !(even.isZero() && oddIsEven)
                                ? throughTangent()
                                : Optional.<IExpr>empty())
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Expr::size));
        return best.isPresent() ? best : circular ? throughHalfTangent() : throughExponential();
    }

    /** {@code ∫ s B(c) du = -ε ∫ B(t) dt} at {@code t = c}. */
    private Optional<IExpr> throughCosine() {
        IExpr f = Expr.times(Expr.negate(epsilon), substituted(odd, t));
        return RationalIntegration.integrate(
                        f, t, circular ? Range.UNIT : new Range(1, Double.POSITIVE_INFINITY, false, true), assumptions)
                .map(r -> halved(Expr.substitute(r, t, cosine())));
    }

    /** {@code artanh(cos u) = −log|tan(u/2)|} and {@code artanh(1/cosh u) = −log|tanh(u/2)|}: exact where the cosine is close to one. */
    private IExpr halved(IExpr e) {
        IExpr inside = circular ? cosine() : Expr.power(cosine(), -1);
        IExpr half = Expr.apply(circular ? Elementary.TAN : Elementary.TANH, Expr.times(Expr.HALF, u));
        return Expr.substitute(e, Expr.apply(Elementary.ATANH, inside), Expr.negate(Expr.log(Expr.abs(half))));
    }

    /** {@code ∫ c G(s, c²) du = ∫ G(t, 1 - εt²) dt} at {@code t = s}. */
    private Optional<IExpr> throughSine() {
        var c = field.variable(1);
        IExpr square = Expr.minus(Expr.ONE, Expr.times(epsilon, Expr.power(t, 2)));
        IExpr f = Expr.plus(inSquare(even.divide(c), square), Expr.times(t, inSquare(odd.divide(c), square)));
        return RationalIntegration.integrate(f, t, circular ? Range.UNIT : Range.ALL, assumptions)
                .map(r -> Expr.substitute(r, t, sine()));
    }

    /** {@code ∫ G(c², s c) du} at {@code t = s/c}. */
    private Optional<IExpr> throughTangent() {
        IExpr norm = Expr.plus(Expr.ONE, Expr.times(epsilon, Expr.power(t, 2)));
        IExpr square = Expr.power(norm, -1);
        IExpr f = Expr.times(
                square,
                Expr.plus(
                        inSquare(even, square),
                        Expr.times(t, square, inSquare(odd.divide(field.variable(1)), square))));
        return RationalIntegration.integrate(f, t, circular ? Range.ALL : Range.OPEN_UNIT, assumptions)
                .map(r -> circular
                        ? ContinuousArc.of(r, t, u, assumptions)
                        : Expr.substitute(r, t, Expr.apply(Elementary.TANH, u)));
    }

    private Optional<IExpr> throughHalfTangent() {
        IExpr norm = Expr.plus(Expr.ONE, Expr.power(t, 2));
        IExpr c = Expr.divide(Expr.minus(Expr.ONE, Expr.power(t, 2)), norm);
        IExpr s = Expr.divide(Expr.times(Expr.TWO, t), norm);
        IExpr f = Expr.times(
                Expr.TWO, Expr.power(norm, -1), Expr.plus(substituted(even, c), Expr.times(s, substituted(odd, c))));
        return RationalIntegration.integrate(f, t, Range.ALL, assumptions)
                .map(r -> ContinuousArc.of(r, t, Expr.times(Expr.HALF, u), assumptions));
    }

    private Optional<IExpr> throughExponential() {
        IExpr c = Expr.times(Expr.HALF, Expr.plus(t, Expr.power(t, -1)));
        IExpr s = Expr.times(Expr.HALF, Expr.minus(t, Expr.power(t, -1)));
        IExpr f = Expr.divide(Expr.plus(substituted(even, c), Expr.times(s, substituted(odd, c))), t);
        return RationalIntegration.integrate(f, t, Range.POSITIVE, assumptions)
                .map(r -> Expr.substitute(r, t, Expr.exp(u)));
    }

    /** {@code n ∫ c^n = c^(n-1) s + (n-1) ∫ c^(n-2)}, and {@code ∫ s c^n = -ε c^(n+1)/(n+1)}. */
    private IExpr polynomial() {
        List<IExpr> out = new ArrayList<>();
        var a = field.univariate(even.numerator(), 1);
        var scale = even.denominator();
        var coefficients = new ArrayList<IExpr>();
        for (int k = 0; k <= a.degree(); k++) {
            coefficients.add(Expr.divide(field.tree(a.get(k)), field.tree(scale)));
        }
        for (int n = a.degree(); n > 0; n--) {
            IExpr share = Expr.times(Expr.rational(1, n), coefficients.get(n));
            out.add(Expr.times(share, Expr.power(cosine(), n - 1L), sine()));
            if (n > 1) {
                coefficients.set(n - 2, Expr.plus(coefficients.get(n - 2), Expr.times(Expr.integer(n - 1L), share)));
            }
        }
        if (!coefficients.isEmpty()) {
            out.add(Expr.times(coefficients.get(0), u));
        }
        var b = field.univariate(odd.numerator(), 1);
        for (int n = 0; n <= b.degree(); n++) {
            out.add(Expr.times(
                    Expr.negate(epsilon),
                    Expr.rational(1, n + 1L),
                    Expr.divide(field.tree(b.get(n)), field.tree(odd.denominator())),
                    Expr.power(cosine(), n + 1L)));
        }
        return Expr.plus(out);
    }

    private IExpr cosine() {
        return Expr.apply(circular ? Elementary.COS : Elementary.COSH, u);
    }

    private IExpr sine() {
        return Expr.apply(circular ? Elementary.SIN : Elementary.SINH, u);
    }

    private boolean isPolynomial(Rational<MultivariatePolynomial<BigInteger>> r) {
        return r.denominator().degree(1) == 0;
    }

    private boolean isEven(Rational<MultivariatePolynomial<BigInteger>> r) {
        return hasOnlyEvenPowers(r.numerator()) && hasOnlyEvenPowers(r.denominator());
    }

    private static boolean hasOnlyEvenPowers(MultivariatePolynomial<BigInteger> p) {
        for (var m : p) {
            if (m.exponents[1] % 2 != 0) {
                return false;
            }
        }
        return true;
    }

    /** A function of c with a tree in the place of c. */
    private IExpr substituted(Rational<MultivariatePolynomial<BigInteger>> r, IExpr c) {
        return Expr.divide(
                field.tree(field.univariate(r.numerator(), 1), c), field.tree(field.univariate(r.denominator(), 1), c));
    }

    /** An even function of c with a tree in the place of c². */
    private IExpr inSquare(Rational<MultivariatePolynomial<BigInteger>> r, IExpr square) {
        return Expr.divide(inSquare(r.numerator(), square), inSquare(r.denominator(), square));
    }

    private IExpr inSquare(MultivariatePolynomial<BigInteger> p, IExpr square) {
        var inC = field.univariate(p, 1);
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k <= inC.degree(); k += 2) {
            terms.add(Expr.times(field.tree(inC.get(k)), Expr.power(square, k / 2)));
        }
        return Expr.plus(terms);
    }
}
