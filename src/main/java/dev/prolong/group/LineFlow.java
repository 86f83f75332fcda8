package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Inverse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Candidates for the flow of {@code dx/dτ = g(x)} on a line.
 *
 * <p>Where g is a quadratic polynomial in x, or {@code A + B cos u + C sin u} with {@code u = ax + b} (quadratic in {@code tan(u/2)}), it is
 * a Möbius transformation. Else by a {@link Straightening} G with its inverse R: {@code x̄ = R(Ḡ)}. Where R is right on one branch only,
 * {@code x + sign(g)(R(Ḡ) − R(G))} is right on all others if G repeats there, shifted or mirrored. Candidates are not yet checked.
 */
final class LineFlow {
    private static final long LARGEST = 400;

    private final AffineArgument argument;
    private final IExpr g;
    private final ISymbol x;
    private final IExpr tau;
    private final List<IExpr> hints;
    private final List<Assumption> assumptions;
    private final Start beginning;

    LineFlow(IExpr speed, ISymbol x, IExpr tau, List<IExpr> hints, List<Assumption> assumptions) {
        IExpr plain = Powers.outOfLogarithms(speed);
        this.argument = AffineArgument.of(plain, x);
        this.g = Expr.times(argument.a(), scaled(argument.in(plain)));
        this.x = argument.u();
        this.tau = tau;
        this.hints = hints.stream().map(h -> shortest(argument.in(h))).toList();
        this.assumptions = assumptions;
        this.beginning = new Start(this.g, this.x, assumptions);
    }

    /** The same product, its factors freed of the argument's slope where that makes them shorter. */
    private IExpr scaled(IExpr product) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : Expr.factors(product)) {
            IExpr shortest = shortest(factor);
            out.add(shortest);
            if (!shortest.equals(factor)) {
                out.add(Expr.power(argument.a(), -1));
            }
        }
        return Expr.times(out);
    }

    /** {@code a h} where it is shorter than h. */
    private IExpr shortest(IExpr h) {
        IExpr scaled = Expr.plus(Expr.terms(h).stream()
                .flatMap(t -> Expr.terms(distributed(Expr.times(argument.a(), t))).stream())
                .toList());
        return Expr.size(scaled) < Expr.size(h) ? scaled : h;
    }

    private static IExpr distributed(IExpr product) {
        List<IExpr> sums = Expr.factors(product).stream().filter(Expr::isSum).toList();
        if (sums.size() != 1) {
            return product;
        }
        IExpr rest = Expr.times(
                Expr.factors(product).stream().filter(f -> !Expr.isSum(f)).toList());
        return Expr.plus(
                Expr.terms(sums.get(0)).stream().map(t -> Expr.times(rest, t)).toList());
    }

    /** Candidates for the image of x, the most compact first, each made when it is asked for. */
    Stream<Image> candidates() {
        List<Image> simple = new ArrayList<>();
        HalfAngle.of(g, x, assumptions).map(h -> h.flow(tau, assumptions)).ifPresent(simple::add);
        riccati().ifPresent(simple::add);
        RootOfQuadratic.flow(g, x, tau, assumptions).ifPresent(simple::add);
        Stream<Image> all = Stream.concat(
                simple.stream(),
                Stream.of(g)
                        .flatMap(f -> Straightening.of(f, x, hints, assumptions).stream())
                        .flatMap(this::straightened));
        return all.filter(i -> Expr.size(i.value()) <= LARGEST).map(this::back);
    }

    private Image back(Image i) {
        IExpr value = argument.back(Powers.gathered(i.value()));
        return new Image(value, i.domain().map(argument::out), i.lawful(), i.starting(), i.standing());
    }

    /** It is the flow whatever the coefficients. */
    private Optional<Image> riccati() {
        IExpr half = Expr.times(Expr.HALF, Differentiation.derivative(g, x, 2));
        return Constant.value(half, x, assumptions).map(square -> {
            IExpr b = Expr.substitute(Differentiation.derivative(g, x), x, Expr.ZERO);
            IExpr value = Moebius.flow(Expr.substitute(g, x, Expr.ZERO), b, square, tau, assumptions)
                    .of(x);
            return new Image(value, Optional.empty(), true, true, Image.Standing.CANDIDATE);
        });
    }

    private Stream<Image> straightened(Straightening s) {
        ISymbol y = Expr.symbol("y$image");
        List<Inverse.Branch> branches = Inverse.of(s.function(), x, y, assumptions);
        IExpr moved = s.moved(tau);
        if (branches.isEmpty()) {
            return RootOfCubic.of(s.function(), x, moved, assumptions)
                    .map(value -> image(value, /* lawful= */ true, () -> true))
                    .stream();
        }
        boolean proved = branches.stream().allMatch(b -> b.certainty() == Inverse.Certainty.PROVED);
        boolean once = branches.stream().allMatch(b -> b.period().isEmpty());
        return Stream.concat(
                once
                        ? joined(s, branches, y, moved, proved)
                        : Stream.concat(
                                shifted(s, branches.get(0).value(), y, moved, proved),
                                turned(branches, y, moved, proved).stream()),
                branches.stream().map(b -> {
                    Optional<IExpr> domain =
                            b.condition().equals(Condition.TRUE) ? Optional.empty() : Optional.of(b.condition());
                    boolean undone = beginning.isByAlgebra(started(b, s, y));
                    BooleanSupplier starting = () -> undone || beginning.isAtOnce(started(b, s, y), domain);
                    IExpr image = Expr.substitute(b.value(), y, moved);
                    return new Image(image, domain, proved || undone, starting, Image.Standing.CANDIDATE);
                }));
    }

    /** The branches of an inverse that does not repeat, as one expression. */
    private Stream<Image> joined(
            Straightening s, List<Inverse.Branch> branches, ISymbol y, IExpr moved, boolean proved) {
        if (branches.size() == 1) {
            return Stream.of();
        }
        Optional<Mirror> mirror = Mirror.of(branches);
        Stream<Image> mirrored = mirror.stream().map(m -> {
            IExpr value = m.value(m.sign());
            IExpr start = Expr.substitute(value, y, s.function());
            return image(Expr.substitute(value, y, moved), proved, () -> beginning.isAtOnce(start, Optional.empty()));
        });
        Stream<Image> cases = Stream.of(branches).map(all -> {
            List<Expr.Branch> rows = new ArrayList<>();
            all.forEach(b -> rows.add(new Expr.Branch(b.condition(), Expr.substitute(b.value(), y, moved))));
            IExpr last = rows.remove(rows.size() - 1).value();
            return image(
                    Expr.piecewise(rows, last),
                    proved,
                    () -> all.stream().allMatch(b -> beginning.isAtOnce(started(b, s, y), Optional.of(b.condition()))));
        });
        boolean brief = mirror.filter(m -> Expr.isFreeOf(m.middle(), y)).isPresent();
        return brief ? Stream.concat(mirrored, cases) : Stream.concat(cases, mirrored);
    }

    /** A motion {@code x̄ = k atan V}: the angle between it and x, {@code k atan((V − T)/(1 + V T))} with {@code T = tan(x/k)}, has no branches. */
    private Optional<Image> turned(List<Inverse.Branch> branches, ISymbol y, IExpr moved, boolean proved) {
        Optional<IExpr> arc = branches.stream()
                .flatMap(b -> Expr.factors(b.value()).stream())
                .filter(f -> f.isAST(Elementary.ATAN.head()))
                .findFirst();
        if (arc.isEmpty()) {
            return Optional.empty();
        }
        IExpr k = Expr.divide(branches.get(0).value(), arc.get());
        List<Inverse.Branch> tangents = new ArrayList<>();
        for (Inverse.Branch b : branches) {
            IExpr rest = Expr.divide(b.value(), k);
            if (!rest.isAST(Elementary.ATAN.head())) {
                return Optional.empty();
            }
            tangents.add(new Inverse.Branch(b.condition(), Expr.arguments(rest).get(0), b.period(), b.certainty()));
        }
        IExpr tangent = Expr.apply(Elementary.TAN, Expr.divide(x, k));
        return Mirror.ofAny(tangents).map(m -> {
            IExpr v = Expr.substitute(m.value(m.sign()), y, moved);
            IExpr ratio = Expr.divide(Expr.minus(v, tangent), Expr.plus(Expr.ONE, Expr.times(v, tangent)));
            return image(Expr.plus(x, Expr.times(k, Expr.apply(Elementary.ATAN, ratio))), proved, () -> false);
        });
    }

    /** The motion on one branch carried over to its shifts and mirror images. */
    private Stream<Image> shifted(Straightening s, IExpr inverse, ISymbol y, IExpr moved, boolean proved) {
        IExpr image = Expr.substitute(inverse, y, moved);
        IExpr own = Expr.substitute(inverse, y, s.function());
        List<IExpr> inverses = new ArrayList<>();
        Branches.of(s.function(), x, y).ifPresent(inverses::add);
        inverses.add(inverse);
        return Stream.of(Expr.ONE, orientation(s), Expr.negate(orientation(s))).flatMap(sign -> {
            boolean lawful = proved && beginning.isRepeated(own, sign);
            return inverses.stream().map(other -> {
                IExpr step = Expr.times(sign, Expr.minus(image, Expr.substitute(other, y, s.function())));
                return image(
                        Expr.plus(x, step), lawful, () -> FlowCheck.isZero(Expr.minus(inverse, other), assumptions));
            });
        });
    }

    /** The sign of {@code G'}: of {@code k/g} or {@code k G/g}, the sign of the constant left out. */
    private IExpr orientation(Straightening s) {
        List<IExpr> factors = new ArrayList<>(Expr.factors(g));
        if (s.kind() != Straightening.Kind.TRANSLATION && !factors.remove(s.function())) {
            return Expr.apply(Elementary.SIGN, Differentiation.derivative(s.function(), x));
        }
        return Expr.times(factors.stream()
                .filter(f -> !Expr.isFreeOf(f, x))
                .map(f -> Expr.apply(Elementary.SIGN, f))
                .toList());
    }

    /** Where the inverse sends a point that has not moved yet. */
    private static IExpr started(Inverse.Branch branch, Straightening s, ISymbol y) {
        return Expr.substitute(branch.value(), y, s.function());
    }

    private static Image image(IExpr value, boolean lawful, BooleanSupplier starting) {
        return new Image(value, Optional.empty(), lawful, starting, Image.Standing.CANDIDATE);
    }
}
