package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
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
        if (c.size() != 3 || c.stream().anyMatch(e -> field.involves(e, y))) {
            return Optional.empty();
        }
        if (!c.get(1).isZero()) {
            IExpr shift = field.tree(field.divide(c.get(1), field.multiply(field.integer(2), c.get(2))));
            ISymbol root = Expr.symbol("y$");
            IExpr shifted = Expr.minus(root, shift);
            return of(
                            x,
                            root,
                            Expr.substitute(equation, y, shifted),
                            Expr.substitute(speed, y, shifted),
                            values,
                            system)
                    .map(s -> Expr.substitute(s, root, Expr.plus(y, Expr.substitute(shift, values))));
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
     * {@code ∫ β dx/y} where in s, one of the {@link RootVariable}s, {@code d² m² y² = a s² + b s + c} and {@code m β dx} is {@code (κ + λ/s)
     * d ds}; the second part with {@code r = 1/s} is {@code −λ ∫ dr/√(c r² + b r + a)}.
     */
    private Optional<IExpr> quadratic() {
        for (RootVariable v : RootVariable.of(x, List.of(p, beta))) {
            try {
                Optional<IExpr> integral = quadratic(v);
                if (integral.isPresent()) {
                    return integral;
                }
            } catch (NotSmoothException outside) {
                // in another variable, perhaps
            }
        }
        return Optional.empty();
    }

    private Optional<IExpr> quadratic(RootVariable v) {
        IExpr square = v.in(Expr.times(Expr.power(v.factor(), 2), p));
        IExpr scaled =
                v.in(Expr.divide(Expr.times(beta, v.factor(), v.value()), Differentiation.derivative(v.value(), x)));
        if (!Expr.isFreeOf(square, x) || !Expr.isFreeOf(scaled, x)) {
            return Optional.empty();
        }
        DifferentialField field = DifferentialField.of(List.of(square, scaled), Set.of(), system.assumptions());
        FieldElement e = field.element(square);
        Optional<FieldElement> d = field.squareRoot(field.denominator(e));
        if (d.isEmpty()) {
            return Optional.empty();
        }
        ISymbol s = RootVariable.NAME;
        Optional<List<IExpr>> abc = polynomial(field, field.numerator(e), s);
        Optional<List<IExpr>> parts = polynomial(field, field.multiply(field.element(scaled), d.get()), s);
        IExpr root = Expr.times(v.factor(), y, Expr.substitute(field.tree(d.get()), s, v.value()));
        return abc.flatMap(c -> parts.flatMap(k -> sum(c, k, v.value(), root)).map(i -> Expr.substitute(i, values)));
    }

    /** {@code ∫ (λ/s + κ + μ s) ds/y}. */
    private Optional<IExpr> sum(List<IExpr> square, List<IExpr> parts, IExpr s, IExpr root) {
        IExpr c = square.get(0);
        IExpr b = square.get(1);
        IExpr a = square.get(2);
        IExpr lambda = parts.get(0);
        IExpr kappa = parts.get(1);
        IExpr mu = parts.get(2);
        boolean linear = a.equals(Expr.ZERO);
        boolean undone = linear && b.equals(Expr.ZERO) && !(kappa.equals(Expr.ZERO) && mu.equals(Expr.ZERO))
                || !lambda.equals(Expr.ZERO) && c.equals(Expr.ZERO);
        if (undone) {
            return Optional.empty();
        }
        List<IExpr> terms = new ArrayList<>();
        if (linear) {
            // ∫ ds/y = 2 y/b, ∫ s ds/y = (2 b s − 4 c) y/(3 b²)
            IExpr first = Expr.divide(Expr.times(Expr.TWO, kappa, root), b);
            IExpr second = Expr.divide(
                    Expr.times(mu, Expr.minus(Expr.times(Expr.TWO, b, s), Expr.times(Expr.integer(4), c)), root),
                    Expr.times(Expr.integer(3), Expr.power(b, 2)));
            terms.add(kappa.equals(Expr.ZERO) ? Expr.ZERO : first);
            terms.add(mu.equals(Expr.ZERO) ? Expr.ZERO : second);
        } else {
            // ∫ s ds/y = y/a − b/(2 a) ∫ ds/y
            IExpr rest = Expr.minus(kappa, Expr.times(Expr.HALF, b, mu, Expr.power(a, -1)));
            terms.add(Expr.divide(Expr.times(mu, root), a));
            terms.add(rest.equals(Expr.ZERO) ? Expr.ZERO : root(a, b, s, root, rest));
        }
        if (!lambda.equals(Expr.ZERO)) {
            terms.add(root(c, b, Expr.power(s, -1), Expr.divide(root, s), Expr.negate(lambda)));
        }
        return Optional.of(Expr.plus(terms));
    }

    /** The coefficients of a polynomial in s of degree two at most. */
    private Optional<List<IExpr>> polynomial(DifferentialField field, FieldElement e, ISymbol s) {
        FieldElement below = field.denominator(e);
        List<FieldElement> c = field.coefficients(field.numerator(e), s);
        if (c.size() > 3 || field.involves(below, s) || c.stream().anyMatch(f -> field.involves(f, s))) {
            return Optional.empty();
        }
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            out.add(
                    i < c.size()
                            ? Shortest.of(field.tree(field.divide(c.get(i), below)), system.assumptions())
                            : Expr.ZERO);
        }
        return Optional.of(out);
    }

    /** {@code κ ∫ ds/y} for {@code y² = a s² + b s + c}, by the sign that a has at most points. */
    private IExpr root(IExpr a, IExpr b, IExpr s, IExpr root, IExpr kappa) {
        if (LevelSetQuadrature.isNegative(Expr.substitute(a, values), system)) {
            IExpr r = root(Expr.negate(a));
            IExpr slope = Expr.plus(Expr.times(a, s), Expr.times(Expr.HALF, b));
            IExpr angle = Expr.apply(Elementary.ATAN, Expr.divide(slope, Expr.times(r, root)));
            return Expr.divide(Expr.negate(Expr.times(kappa, angle)), r);
        }
        IExpr r = root(a);
        IExpr inside = Expr.plus(Expr.times(r, s), Expr.divide(b, Expr.times(Expr.TWO, r)), root);
        // analytic where the root is not real, as log|..| is not
        return Expr.divide(Expr.times(kappa, Expr.HALF, Expr.log(Expr.power(inside, 2))), r);
    }

    /** One of the two roots: what it is used in is the same for both, but for a constant. */
    private IExpr root(IExpr square) {
        DifferentialField field = DifferentialField.of(List.of(square), Set.of(), system.assumptions());
        return field.squareRoot(field.element(square)).map(field::tree).orElseGet(() -> Expr.sqrt(square));
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
