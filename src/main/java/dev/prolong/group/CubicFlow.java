package dev.prolong.group;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of an affine field {@code x' = A x + b} of three coordinates, A of rational numbers, by the roots of its characteristic polynomial {@code
 * p = λ³ + aλ² + bλ + c}, which differ: {@code e^{εA} = Σ_ρ e^{ρε} (A² + (ρ + a) A + (ρ² + aρ + b))/p'(ρ)}. What stands before an
 * exponential is reduced to degree two in its root.
 *
 * <p>Source: Putzer, Amer. Math. Monthly 73 (1966); Viète's roots, Abramowitz and Stegun, section 3.8.
 *
 * @param matrix A
 * @param y what moves by A alone, {@code x + A⁻¹ b}
 * @param a of p, as b and c
 */
record CubicFlow(List<ISymbol> x, List<List<IExpr>> matrix, List<IExpr> y, ISymbol eps, IExpr a, IExpr b, IExpr c) {
    private static final IExpr THIRD = Expr.rational(1, 3);

    /** The images of these coordinates; empty where their components are not of this kind. */
    static Optional<Map<ISymbol, Image>> of(Generator field, List<ISymbol> x, ISymbol eps) {
        if (x.size() != 3) {
            return Optional.empty();
        }
        List<List<IExpr>> rows = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (ISymbol s : x) {
            List<IExpr> row = x.stream()
                    .map(v -> Differentiation.derivative(field.along(s), v))
                    .toList();
            IExpr at = field.along(s);
            for (ISymbol v : x) {
                at = Expr.substitute(at, v, Expr.ZERO);
            }
            rows.add(row);
            rest.add(at);
        }
        boolean rational = rows.stream().flatMap(List::stream).allMatch(IRational.class::isInstance)
                && rest.stream()
                        .allMatch(e -> field.coordinates().stream()
                                .allMatch(v ->
                                        Expr.isFreeOf(e, v) || field.along(v).equals(Expr.ZERO)));
        return rational ? of(x, rows, rest, eps) : Optional.empty();
    }

    private static Optional<Map<ISymbol, Image>> of(
            List<ISymbol> x, List<List<IExpr>> m, List<IExpr> rest, ISymbol eps) {
        List<IExpr> units = List.of(Expr.ONE, Expr.ZERO, Expr.ZERO);
        IExpr trace = Expr.plus(m.get(0).get(0), m.get(1).get(1), m.get(2).get(2));
        IExpr minors = Expr.plus(minor(m, 0, 1), minor(m, 0, 2), minor(m, 1, 2));
        List<IExpr> cross = List.of(
                minor(m.get(1), m.get(2), 1, 2), minor(m.get(1), m.get(2), 2, 0), minor(m.get(1), m.get(2), 0, 1));
        IExpr a = Expr.negate(trace);
        IExpr c = Expr.negate(dot(m.get(0), cross));
        CubicFlow linear = new CubicFlow(x, m, units, eps, a, minors, c);
        if (c.equals(Expr.ZERO)
                || linear.discriminant().equals(Expr.ZERO)
                || linear.q().equals(Expr.ZERO)) {
            return Optional.empty();
        }
        // the inverse by Cayley and Hamilton
        List<IExpr> once = linear.times(rest);
        List<IExpr> twice = linear.times(once);
        List<IExpr> y = IntStream.range(0, 3)
                .mapToObj(i -> Expr.minus(
                        x.get(i),
                        Expr.divide(
                                Expr.plus(twice.get(i), Expr.times(a, once.get(i)), Expr.times(minors, rest.get(i))),
                                c)))
                .toList();
        return Optional.of(new CubicFlow(x, m, y, eps, a, minors, c).images());
    }

    private static IExpr minor(List<List<IExpr>> m, int i, int j) {
        return minor(m.get(i), m.get(j), i, j);
    }

    private static IExpr minor(List<IExpr> v, List<IExpr> w, int i, int j) {
        return Expr.minus(Expr.times(v.get(i), w.get(j)), Expr.times(v.get(j), w.get(i)));
    }

    private static IExpr dot(List<IExpr> v, List<IExpr> w) {
        return Expr.plus(IntStream.range(0, 3)
                .mapToObj(i -> Expr.times(v.get(i), w.get(i)))
                .toList());
    }

    private List<IExpr> times(List<IExpr> v) {
        return matrix.stream().map(row -> dot(row, v)).toList();
    }

    /** Of {@code t³ + p t + q}, {@code λ = t − a/3}. */
    private IExpr p() {
        return Expr.minus(b, Expr.times(THIRD, Expr.power(a, 2)));
    }

    private IExpr q() {
        return Expr.plus(Expr.times(Expr.rational(2, 27), Expr.power(a, 3)), Expr.negate(Expr.times(THIRD, a, b)), c);
    }

    private IExpr discriminant() {
        return Expr.minus(
                Expr.times(Expr.integer(-4), Expr.power(p(), 3)), Expr.times(Expr.integer(27), Expr.power(q(), 2)));
    }

    private Map<ISymbol, Image> images() {
        boolean three = ((IRational) discriminant()).isPositive();
        List<IExpr> moved = times(y);
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            Quadratic amplitude = amplitude(i, moved);
            IExpr orbit = three
                    ? Expr.plus(Stream.of(0, 1, 2)
                            .map(this::root)
                            .map(r -> Expr.times(Expr.exp(Expr.times(r, eps)), amplitude.at(r)))
                            .toList())
                    : spiral(y.get(i), moved.get(i), amplitude);
            IExpr value = Expr.plus(orbit, Expr.minus(x.get(i), y.get(i)));
            out.put(x.get(i), new Image(value, Optional.empty(), true, true, Image.Standing.CANDIDATE));
        }
        return out;
    }

    /** {@code e^{ρε} F + e^{αε} ((y − F) cos βε + S/β sin βε)} with the conjugate roots {@code α ± iβ}; S is what the rate at the start asks for. */
    private IExpr spiral(IExpr y, IExpr rate, Quadratic f) {
        IExpr root = only();
        IExpr alpha = Expr.times(Expr.rational(-1, 2), Expr.plus(root, a));
        IExpr square = new Quadratic(
                        Expr.minus(b, Expr.divide(Expr.power(a, 2), Expr.integer(4))),
                        Expr.times(Expr.HALF, a),
                        Expr.rational(3, 4))
                .at(root);
        IExpr beta = Expr.sqrt(square);
        Quadratic s = new Quadratic(Expr.plus(rate, Expr.times(Expr.HALF, a, y)), Expr.times(Expr.HALF, y), Expr.ZERO)
                .plus(f.raised(this).times(Expr.rational(-3, 2)))
                .plus(f.times(Expr.times(Expr.rational(-1, 2), a)));
        IExpr angle = Expr.times(beta, eps);
        IExpr turned = Expr.plus(
                Expr.times(Expr.minus(y, f.at(root)), Expr.apply(Elementary.COS, angle)),
                Expr.divide(Expr.times(s.at(root), Expr.apply(Elementary.SIN, angle)), beta));
        return Expr.plus(
                Expr.times(Expr.exp(Expr.times(root, eps)), f.at(root)),
                Expr.times(Expr.exp(Expr.times(alpha, eps)), turned));
    }

    /** {@code (A² y + (ρ + a) A y + (ρ² + aρ + b) y)_i/p'(ρ)}. */
    private Quadratic amplitude(int i, List<IExpr> moved) {
        IExpr v = y.get(i);
        IExpr once = moved.get(i);
        IExpr twice = times(moved).get(i);
        Quadratic above = new Quadratic(
                Expr.plus(twice, Expr.times(a, once), Expr.times(b, v)), Expr.plus(once, Expr.times(a, v)), v);
        Quadratic slope = new Quadratic(b, Expr.times(Expr.TWO, a), Expr.integer(3));
        Quadratic inverse = slope.inverse(this);
        Quadratic first = above.times(inverse.zeroth());
        Quadratic second = above.raised(this).times(inverse.first());
        return first.plus(second).plus(above.raised(this).raised(this).times(inverse.second()));
    }

    /** The only real root. */
    private IExpr only() {
        boolean negative = ((IRational) q()).isNegative();
        IExpr size = negative ? Expr.negate(q()) : q();
        IExpr t;
        if (p().equals(Expr.ZERO)) {
            t = Expr.power(size, THIRD);
        } else {
            boolean rising = ((IRational) p()).isPositive();
            IExpr k = Expr.times(THIRD, rising ? p() : Expr.negate(p()));
            IExpr ratio = Expr.divide(size, Expr.times(Expr.TWO, Expr.power(k, Expr.rational(3, 2))));
            IExpr angle = Expr.times(THIRD, Expr.apply(rising ? Elementary.ASINH : Elementary.ACOSH, ratio));
            t = Expr.times(Expr.TWO, Expr.sqrt(k), Expr.apply(rising ? Elementary.SINH : Elementary.COSH, angle));
        }
        return Expr.minus(negative ? t : Expr.negate(t), Expr.times(THIRD, a));
    }

    /** One of three real roots. */
    private IExpr root(int k) {
        IExpr ratio = Expr.times(
                Expr.divide(Expr.times(Expr.rational(3, 2), q()), p()), Expr.sqrt(Expr.divide(Expr.integer(-3), p())));
        IExpr angle = Expr.minus(
                Expr.times(THIRD, Expr.apply(Elementary.ACOS, ratio)), Expr.times(Expr.rational(2L * k, 3), Expr.PI));
        IExpr t =
                Expr.times(Expr.TWO, Expr.sqrt(Expr.negate(Expr.times(THIRD, p()))), Expr.apply(Elementary.COS, angle));
        return Expr.minus(t, Expr.times(THIRD, a));
    }

    /** A polynomial of degree two in a root. */
    private record Quadratic(IExpr zeroth, IExpr first, IExpr second) {
        IExpr at(IExpr root) {
            return Expr.plus(zeroth, Expr.times(first, root), Expr.times(second, Expr.power(root, 2)));
        }

        Quadratic plus(Quadratic o) {
            return new Quadratic(Expr.plus(zeroth, o.zeroth), Expr.plus(first, o.first), Expr.plus(second, o.second));
        }

        Quadratic times(IExpr e) {
            return new Quadratic(scaled(e, zeroth), scaled(e, first), scaled(e, second));
        }

        private static IExpr scaled(IExpr number, IExpr e) {
            return Expr.plus(
                    Expr.terms(e).stream().map(t -> Expr.times(number, t)).toList());
        }

        /** The root times this. */
        Quadratic raised(CubicFlow f) {
            return new Quadratic(Expr.ZERO, zeroth, first)
                    .plus(new Quadratic(Expr.negate(f.c), Expr.negate(f.b), Expr.negate(f.a)).scale(second));
        }

        private Quadratic scale(IExpr e) {
            return new Quadratic(scaled(zeroth, e), scaled(first, e), scaled(second, e));
        }

        /** By Cramer's rule, of rational coefficients. */
        Quadratic inverse(CubicFlow f) {
            Quadratic two = raised(f);
            Quadratic three = two.raised(f);
            List<IExpr> u = List.of(zeroth, first, second);
            List<IExpr> v = List.of(two.zeroth, two.first, two.second);
            List<IExpr> w = List.of(three.zeroth, three.first, three.second);
            IExpr determinant = Expr.plus(
                    Expr.times(u.get(0), minor(v, w, 1, 2)),
                    Expr.times(u.get(1), minor(v, w, 2, 0)),
                    Expr.times(u.get(2), minor(v, w, 0, 1)));
            return new Quadratic(minor(v, w, 1, 2), minor(w, u, 1, 2), minor(u, v, 1, 2))
                    .times(Expr.power(determinant, -1));
        }
    }
}
