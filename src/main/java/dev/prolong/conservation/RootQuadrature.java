package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** {@code ∫ dx/g} for a rational function g of x and of y, where {@code y² = p(x)}; written with y, so that it holds for both signs. */
final class RootQuadrature {
    private static final int LARGEST = 250;

    private final ISymbol x;
    private final ISymbol y;
    private final IExpr p;
    private final IExpr beta;
    private final Map<IExpr, IExpr> values;
    private final DifferentialSystem system;

    private RootQuadrature(
            ISymbol x, ISymbol y, IExpr p, IExpr beta, Map<IExpr, IExpr> values, DifferentialSystem system) {
        this.x = x;
        this.y = y;
        this.p = p;
        this.beta = beta;
        this.values = values;
        this.system = system;
    }

    /**
     * The integral, where it is elementary.
     *
     * @param equation vanishes where {@code y² = p}
     * @param values of the constants in it, to be put in at the end
     */
    static Optional<IExpr> of(
            ISymbol x, ISymbol y, IExpr equation, IExpr speed, Map<IExpr, IExpr> values, DifferentialSystem system) {
        DifferentialField field = DifferentialField.of(List.of(equation, speed), Set.of(), system.assumptions());
        List<FieldElement> c = field.coefficients(field.element(equation), y);
        if (c.size() != 3 || !c.get(1).isZero() || c.stream().anyMatch(e -> field.involves(e, y))) {
            return Optional.empty();
        }
        FieldElement p = field.negate(field.divide(c.get(0), c.get(2)));
        FieldElement f = field.element(speed);
        Optional<FieldElement[]> above = parts(field, field.numerator(f), y, p);
        Optional<FieldElement[]> below = parts(field, field.denominator(f), y, p);
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        // (d0 + d1 y)/(n0 + n1 y) = α + β/y
        FieldElement[] n = above.get();
        FieldElement[] d = below.get();
        FieldElement norm = field.subtract(field.multiply(n[0], n[0]), field.multiply(p, field.multiply(n[1], n[1])));
        FieldElement alpha = field.divide(
                field.subtract(field.multiply(d[0], n[0]), field.multiply(p, field.multiply(d[1], n[1]))), norm);
        FieldElement beta = field.divide(
                field.multiply(p, field.subtract(field.multiply(d[1], n[0]), field.multiply(d[0], n[1]))), norm);
        if (beta.isZero() || Expr.size(field.tree(beta)) + Expr.size(field.tree(alpha)) > LARGEST) {
            return Optional.empty();
        }
        Optional<IExpr> rational = alpha.isZero()
                ? Optional.of(Expr.ZERO)
                : Antiderivative.of(field.tree(alpha), x, system.assumptions()).map(s -> Expr.substitute(s, values));
        RootQuadrature part = new RootQuadrature(x, y, field.tree(p), field.tree(beta), values, system);
        return rational.flatMap(r -> part.quadratic().or(part::byRoot).map(s -> Expr.plus(s, r)));
    }

    /** A polynomial in y as {@code a + b y}. */
    private static Optional<FieldElement[]> parts(DifferentialField field, FieldElement e, ISymbol y, FieldElement p) {
        List<FieldElement> c = field.coefficients(e, y);
        FieldElement[] out = {field.integer(0), field.integer(0)};
        FieldElement power = field.integer(1);
        for (int i = 0; i < c.size(); i++) {
            if (field.involves(c.get(i), y)) {
                return Optional.empty();
            }
            out[i % 2] = field.add(out[i % 2], field.multiply(c.get(i), power));
            power = i % 2 == 1 ? field.multiply(power, p) : power;
        }
        return Optional.of(out);
    }

    /**
     * {@code ∫ β dx/y} where in s, which is x or an exponential of it, {@code d² y² = a s² + b s + c} and {@code β dx} is {@code (κ + λ/s) d
     * ds}; the second part with {@code r = 1/s} is {@code −λ ∫ dr/√(c r² + b r + a)}.
     */
    private Optional<IExpr> quadratic() {
        ISymbol s = Expr.symbol("s$");
        Optional<IExpr> exponent = exponent();
        IExpr variable = exponent.map(Expr::exp).orElse(x);
        IExpr square = inVariable(p, exponent, s);
        IExpr rate = inVariable(beta, exponent, s);
        IExpr scaled = exponent.isPresent()
                ? Expr.divide(rate, Differentiation.derivative(exponent.get(), x))
                : Expr.times(rate, s);
        if (!Expr.isFreeOf(square, x) || !Expr.isFreeOf(scaled, x)) {
            return Optional.empty();
        }
        DifferentialField field = DifferentialField.of(List.of(square, scaled), Set.of(), system.assumptions());
        FieldElement e = field.element(square);
        Optional<FieldElement> d = field.squareRoot(field.denominator(e));
        if (d.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<IExpr>> abc = polynomial(field, field.numerator(e), s, 2);
        Optional<List<IExpr>> parts = polynomial(field, field.multiply(field.element(scaled), d.get()), s, 1);
        IExpr root = Expr.times(y, Expr.substitute(field.tree(d.get()), s, variable));
        return abc.flatMap(c -> parts.flatMap(k -> sum(c, k, variable, root)));
    }

    private Optional<IExpr> sum(List<IExpr> c, List<IExpr> k, IExpr s, IExpr root) {
        IExpr kappa = k.get(1);
        IExpr lambda = k.get(0);
        boolean undone = !kappa.equals(Expr.ZERO) && c.get(2).equals(Expr.ZERO)
                || !lambda.equals(Expr.ZERO) && c.get(0).equals(Expr.ZERO);
        if (undone) {
            return Optional.empty();
        }
        IExpr first = kappa.equals(Expr.ZERO) ? Expr.ZERO : root(c.get(2), c.get(1), s, root, kappa);
        IExpr second = lambda.equals(Expr.ZERO)
                ? Expr.ZERO
                : root(c.get(0), c.get(1), Expr.power(s, -1), Expr.divide(root, s), Expr.negate(lambda));
        return Optional.of(Expr.plus(first, second));
    }

    /** The coefficients of a polynomial in s of at most this degree, the values of the constants put in. */
    private Optional<List<IExpr>> polynomial(DifferentialField field, FieldElement e, ISymbol s, int degree) {
        FieldElement below = field.denominator(e);
        List<FieldElement> c = field.coefficients(field.numerator(e), s);
        if (c.size() > degree + 1 || field.involves(below, s) || c.stream().anyMatch(f -> field.involves(f, s))) {
            return Optional.empty();
        }
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i <= degree; i++) {
            out.add(i < c.size() ? value(field.tree(field.divide(c.get(i), below))) : Expr.ZERO);
        }
        return Optional.of(out);
    }

    /** {@code κ ∫ ds/y} for {@code y² = a s² + b s + c}, by the sign that a has at most points. */
    private IExpr root(IExpr a, IExpr b, IExpr s, IExpr root, IExpr kappa) {
        if (LevelSetQuadrature.isNegative(a, system)) {
            IExpr r = Expr.sqrt(Expr.negate(a));
            IExpr slope = Expr.plus(Expr.times(a, s), Expr.times(Expr.HALF, b));
            IExpr angle = Expr.apply(Elementary.ATAN, Expr.divide(slope, Expr.times(r, root)));
            return Expr.divide(Expr.negate(Expr.times(kappa, angle)), r);
        }
        IExpr r = Expr.sqrt(a);
        IExpr inside = Expr.plus(Expr.times(r, s), Expr.divide(b, Expr.times(Expr.TWO, r)), root);
        // analytic where the root is not real, as log|..| is not
        return Expr.divide(Expr.times(kappa, Expr.HALF, Expr.log(Expr.power(inside, 2))), r);
    }

    private IExpr value(IExpr e) {
        return Expr.substitute(Shortest.of(e, system.assumptions()), values);
    }

    /** The exponent of which all exponents in x are integer multiples; empty where x occurs otherwise. */
    private Optional<IExpr> exponent() {
        List<IExpr> exponents = Stream.of(p, beta)
                .flatMap(e -> Expr.subtrees(e, RootQuadrature::isExponential).stream())
                .map(e -> Expr.arguments(e).get(1))
                .filter(e -> !Expr.isFreeOf(e, x))
                .toList();
        return exponents.stream()
                .filter(e ->
                        exponents.stream().allMatch(f -> Expr.divide(f, e) instanceof IRational q && q.isInteger()))
                .findFirst();
    }

    private static boolean isExponential(IExpr e) {
        return Expr.isPower(e) && Expr.arguments(e).get(0).equals(Expr.E);
    }

    private IExpr inVariable(IExpr e, Optional<IExpr> exponent, ISymbol s) {
        if (exponent.isEmpty()) {
            return Expr.substitute(e, x, s);
        }
        Map<IExpr, IExpr> powers = new LinkedHashMap<>();
        for (IExpr power : Expr.subtrees(e, RootQuadrature::isExponential)) {
            IExpr multiple = Expr.divide(Expr.arguments(power).get(1), exponent.get());
            if (multiple instanceof IRational) {
                powers.put(power, Expr.power(s, multiple));
            }
        }
        return Expr.substitute(e, powers);
    }

    private Optional<IExpr> byRoot() {
        IExpr root = Expr.sqrt(p);
        Map<IExpr, IExpr> named = new LinkedHashMap<>();
        named.put(root, y);
        named.put(Expr.power(root, -1), Expr.power(y, -1));
        return Antiderivative.of(Expr.divide(beta, root), x, system.assumptions())
                .map(s -> Expr.substitute(Expr.substitute(s, named), values));
    }
}
