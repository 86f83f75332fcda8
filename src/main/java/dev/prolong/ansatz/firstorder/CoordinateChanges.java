package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.equation.AnsatzChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Symmetries found in other coordinates: the state is inverted, what the right side is at infinity is taken away by a scaling and a
 * translation of the state, and the coordinates are exchanged, several times in turn.
 *
 * <p>So Abel equations that are linear, Bernoulli's or Riccati's for the inverse function are recognised. Source: Cheb-Terrab and Roche,
 * An Abel ordinary differential equation class generalizing known integrable classes, Euro. J. Appl. Math. 14 (2003).
 */
final class CoordinateChanges implements Method {
    private static final int ROUNDS = 3;
    private static final long WORK = 60_000;

    private final List<Method> methods;

    /** With the methods to be tried in the new coordinates. */
    CoordinateChanges(List<Method> methods) {
        this.methods = methods;
    }

    /** An equation and how its coordinates came about. */
    private record Place(PlaneEquation equation, Coordinates coordinates) {
        /** The same equation with the state replaced: {@code y = g(x, Y), Y = h(x, y)} and the new right side. */
        Place with(IExpr oldState, IExpr newState, FieldElement f) {
            PlaneEquation e = equation;
            return new Place(
                    PlaneEquation.of(e.x(), e.y(), e.field().tree(f), e.assumptions()),
                    coordinates.then(oldState, newState));
        }
    }

    @Override
    public String form() {
        return "the same fields and infinitesimals after inversion, scaling and translation of the state";
    }

    @Override
    public Optional<Finding> find(PlaneEquation e) {
        Place start = new Place(e, Coordinates.identity(e.x(), e.y()));
        return chain(start).or(() -> inverted(start).flatMap(this::chain));
    }

    private Optional<Finding> chain(Place start) {
        Optional<Place> place = Optional.of(start);
        for (int round = 0; round < ROUNDS && place.isPresent(); round++) {
            // without and with the part at infinity
            Optional<Finding> found = tried(place.get());
            if (found.isPresent()) {
                return found;
            }
            Place normal = normalised(place.get());
            found = tried(normal);
            if (found.isPresent()) {
                return found;
            }
            place = exchanged(normal);
        }
        return place.flatMap(this::tried);
    }

    private Optional<Finding> tried(Place place) {
        for (Method method : methods) {
            Optional<Finding> found = attempt(method, place);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> attempt(Method method, Place place) {
        try {
            place.equation().field().limit(WORK);
            return method.find(place.equation())
                    .map(f -> moved(f, place.coordinates()))
                    .filter(f -> !f.symmetries().isEmpty());
        } catch (WorkLimitException | NotSmoothException | ArithmeticException beyond) {
            return Optional.empty();
        }
    }

    private static Finding moved(Finding found, Coordinates coordinates) {
        List<PlaneSymmetry> symmetries = found.symmetries().stream()
                .map(coordinates::back)
                .filter(s -> isPlain(s.xi()) && isPlain(s.eta()))
                .min(Comparator.comparingLong(s -> Expr.size(s.xi()) + Expr.size(s.eta())))
                .stream()
                .toList();
        return new Finding(
                symmetries,
                AnsatzChoice.of(AnsatzChoice.Kind.GENERAL),
                Optional.empty(),
                found.law() + " in other coordinates",
                "After changes of the coordinates (the state inverted, scaled, shifted by a function of the other coordinate, both"
                        + " exchanged) the equation has a known form. " + found.why(),
                "Cheb-Terrab and Roche 2003");
    }

    /** Arguments of kernels must be free of kernels and of integrals. */
    private static boolean isPlain(IExpr e) {
        return Expr.subtrees(e, LinearKernel::isKernel).stream()
                .map(k -> LinearKernel.of(k).argument())
                .allMatch(g -> Expr.subtrees(g, k -> LinearKernel.isKernel(k) || Expr.isIntegral(k))
                        .isEmpty());
    }

    private static Optional<Place> exchanged(Place place) {
        PlaneEquation e = place.equation();
        if (e.f().isZero()) {
            return Optional.empty();
        }
        IExpr inverse = Expr.substitute(
                e.field().tree(e.field().divide(e.field().integer(1), e.f())),
                java.util.Map.of(e.x(), e.y(), e.y(), e.x()));
        return Optional.of(new Place(
                PlaneEquation.of(e.x(), e.y(), inverse, e.assumptions()),
                place.coordinates().thenExchange()));
    }

    /** {@code Y = 1/y}. */
    private static Optional<Place> inverted(Place place) {
        PlaneEquation e = place.equation();
        IExpr reciprocal = Expr.power(e.y(), -1);
        return moved(e, reciprocal).map(f -> {
            FieldElement y = e.field().element(e.y());
            return place.with(
                    reciprocal,
                    reciprocal,
                    e.field().negate(e.field().multiply(f, e.field().multiply(y, y))));
        });
    }

    /** The right side with another expression in place of the state. */
    private static Optional<FieldElement> moved(PlaneEquation e, IExpr state) {
        try {
            return Optional.of(e.field().element(Expr.substitute(e.tree(), e.y(), state)));
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    /** With {@code f = c(x) y + a(x) + O(1/y)} at infinity, the state scaled by {@code e^(−∫c)}, then shifted by {@code ∫a}. */
    private static Place normalised(Place place) {
        Place scaled = slope(place.equation()).flatMap(c -> scaled(place, c)).orElse(place);
        return level(scaled.equation()).flatMap(a -> shifted(scaled, a)).orElse(scaled);
    }

    private static Optional<Place> scaled(Place place, FieldElement c) {
        PlaneEquation e = place.equation();
        DifferentialField k = e.field();
        IExpr s = Quadrature.exponential(k.tree(c), e.x(), e.assumptions());
        if (c.isZero() || !Expr.subtrees(s, Expr::isIntegral).isEmpty()) {
            return Optional.empty();
        }
        // y = s Y: Y' = f/s − c Y
        IExpr f = Expr.minus(
                Expr.divide(Expr.substitute(e.tree(), e.y(), Expr.times(s, e.y())), s), Expr.times(k.tree(c), e.y()));
        return simplified(e, f)
                .map(g -> new Place(g, place.coordinates().then(Expr.times(s, e.y()), Expr.divide(e.y(), s))));
    }

    private static Optional<Place> shifted(Place place, FieldElement a) {
        PlaneEquation e = place.equation();
        IExpr rate = e.field().tree(a);
        if (a.isZero()) {
            return Optional.empty();
        }
        return Antiderivative.of(rate, e.x(), e.assumptions())
                .flatMap(shift -> simplified(
                                e, Expr.minus(Expr.substitute(e.tree(), e.y(), Expr.plus(e.y(), shift)), rate))
                        .map(g -> new Place(
                                g, place.coordinates().then(Expr.plus(e.y(), shift), Expr.minus(e.y(), shift)))));
    }

    private static Optional<PlaneEquation> simplified(PlaneEquation e, IExpr f) {
        try {
            PlaneEquation plain = PlaneEquation.of(e.x(), e.y(), f, e.assumptions());
            return Optional.of(PlaneEquation.of(e.x(), e.y(), plain.field().tree(plain.f()), e.assumptions()));
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    private static Optional<FieldElement> slope(PlaneEquation e) {
        FieldElement y = e.field().element(e.y());
        return moved(e, Expr.power(e.y(), -1)).flatMap(f -> atZero(e, e.field().multiply(f, y)));
    }

    private static Optional<FieldElement> level(PlaneEquation e) {
        return moved(e, Expr.power(e.y(), -1)).flatMap(f -> atZero(e, f));
    }

    /** The value at {@code y = 0}, where it is finite. */
    private static Optional<FieldElement> atZero(PlaneEquation e, FieldElement g) {
        DifferentialField k = e.field();
        ISymbol y = e.y();
        try {
            IExpr above = Expr.substitute(k.tree(k.numerator(g)), y, Expr.ZERO);
            IExpr below = Expr.substitute(k.tree(k.denominator(g)), y, Expr.ZERO);
            FieldElement d = k.element(below);
            if (d.isZero()) {
                return Optional.empty();
            }
            FieldElement value = k.divide(k.element(above), d);
            return e.isFreeOfY(value) ? Optional.of(value) : Optional.empty();
        } catch (NotSmoothException | ArithmeticException | IllegalArgumentException outside) {
            return Optional.empty();
        }
    }
}
