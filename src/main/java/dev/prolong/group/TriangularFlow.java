package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Flows in closed form, one coordinate after the other: each component may depend on its own coordinate and on those already solved.
 *
 * <p>A component affine in its own coordinate is a linear equation in ε, and so is Bernoulli's in a power of it; one that is a function of ε
 * times one of its own coordinate is the flow on a line; several that are linear in each other rotate or shear; two may become triangular in other variables. Source: Ince, Ordinary Differential Equations, chapter 2.
 */
final class TriangularFlow {
    /** Of an image in closed form: what is longer than a page is no better than a series. */
    private static final long LARGEST = 400;

    private final Generator field;
    private final ISymbol eps;
    private final List<IExpr> hints;
    private final List<Assumption> assumptions;
    private final FlowCheck check;
    private final ScalarFlow alone;
    private final Map<ISymbol, Image> images = new LinkedHashMap<>();
    private boolean reduced;

    TriangularFlow(Generator field, ISymbol eps, List<IExpr> hints, List<Assumption> assumptions) {
        this.field = field;
        this.eps = eps;
        this.hints = hints;
        this.assumptions = assumptions;
        this.check = new FlowCheck(eps, assumptions);
        this.alone = new ScalarFlow(eps, hints, assumptions, check);
    }

    /** The images of the coordinates that could be solved for. */
    Map<ISymbol, Image> solve() {
        List<ISymbol> open = new ArrayList<>(field.coordinates());
        boolean progress = true;
        while (!open.isEmpty() && progress) {
            progress = open.removeIf(c -> solveOne(c, open))
                    || solvePair(open)
                    || solveLinear(open)
                    || solveWith(open, closure -> CubicFlow.of(field, closure, eps))
                    || solveWith(
                            open, closure -> ProjectiveFlow.of(field, closure).flatMap(p -> p.back(inner(p.linear()))))
                    || solveReduced(open)
                    || solveHomogeneous(open);
        }
        return images;
    }

    private boolean solveOne(ISymbol c, List<ISymbol> open) {
        IExpr component = field.along(c);
        if (open.stream().anyMatch(o -> !o.equals(c) && !Expr.isFreeOf(component, o))) {
            return false;
        }
        Map<ISymbol, IExpr> known = new LinkedHashMap<>();
        images.forEach((x, image) -> known.put(x, image.value()));
        IExpr along = Expr.substitute(component, known);
        IExpr near = known.isEmpty()
                ? along
                : NearStart.of(eps, field.infinitesimals(), assumptions).of(along);
        IExpr speed = Expr.size(near) < Expr.size(along) ? near : along;
        List<Supplier<Optional<Image>>> ways = List.of(
                () -> alone.image(c, speed),
                () -> alongOrbit(c, speed),
                () -> proportional(c, speed),
                () -> normal(component).flatMap(n -> alone.image(c, Expr.substitute(n, known))));
        for (Supplier<Optional<Image>> way : ways) {
            boolean proved = images.containsKey(c) && images.get(c).standing() == Image.Standing.PROVED;
            if (!proved) {
                way.get()
                        .filter(i -> !images.containsKey(c) || i.standing() == Image.Standing.PROVED)
                        .ifPresent(i -> images.put(c, i));
            }
        }
        return images.containsKey(c);
    }

    private Image image(ISymbol known) {
        return Objects.requireNonNull(images.get(known));
    }

    private boolean moves(ISymbol known) {
        return !image(known).value().equals(known);
    }

    /** A component affine in c whose coefficients are known along the orbit of one coordinate that moves by itself. */
    private Optional<Image> alongOrbit(ISymbol c, IExpr speed) {
        Set<ISymbol> moving = new LinkedHashSet<>(List.of(c));
        for (boolean more = true; more; ) {
            Set<ISymbol> next = images.keySet().stream()
                    .filter(k -> moves(k) && moving.stream().anyMatch(m -> !Expr.isFreeOf(field.along(m), k)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            more = moving.addAll(next);
        }
        moving.remove(c);
        return check.best(
                c,
                speed,
                moving.stream()
                        .filter(x -> moving.stream().noneMatch(k -> !k.equals(x) && !Expr.isFreeOf(field.along(x), k)))
                        .flatMap(x -> new AlongOrbit(field, x, image(x), assumptions).of(c).stream()));
    }

    /** A component {@code k c X_x/x}, where x has been solved for: {@code c̄ = c (x̄/x)^k}. */
    private Optional<Image> proportional(ISymbol c, IExpr speed) {
        IExpr slope = Expr.divide(field.along(c), c);
        if (!Expr.isFreeOf(slope, c)) {
            return Optional.empty();
        }
        for (ISymbol x : images.keySet()) {
            Optional<IExpr> k = moves(x)
                    ? Constant.value(Expr.divide(Expr.times(slope, x), field.along(x)), x, assumptions)
                            .filter(e -> field.coordinates().stream().allMatch(s -> Expr.isFreeOf(e, s)))
                    : Optional.empty();
            if (k.isPresent()) {
                boolean proved = image(x).standing() == Image.Standing.PROVED;
                IExpr value = Expr.times(c, Expr.power(Expr.divide(image(x).value(), x), k.get()));
                return Optional.of(new Image(value, image(x).domain(), proved, proved, Image.Standing.CANDIDATE))
                        .map(i -> check.judged(c, speed, i))
                        .filter(Image::holds);
            }
        }
        return Optional.empty();
    }

    /** The normal form of a component that is not in it, with the functions it has. */
    private Optional<IExpr> normal(IExpr component) {
        try {
            DifferentialField f = DifferentialField.of(List.of(component), Set.of(), assumptions);
            DifferentialField.Factored factored = f.factored(f.element(component));
            IExpr normal = Expr.times(
                    factored.content(),
                    Expr.times(factored.powers().entrySet().stream()
                            .map(p -> Expr.power(p.getKey(), p.getValue()))
                            .toList()));
            return normal.equals(component) ? Optional.empty() : Optional.of(normal);
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    /** Two components linear in two open coordinates, with constant coefficients. */
    private boolean solvePair(List<ISymbol> open) {
        for (ISymbol x : open) {
            for (ISymbol y : open) {
                Optional<Map<ISymbol, IExpr>> pair =
                        x.equals(y) ? Optional.empty() : PlaneFlow.of(field, x, y, eps, assumptions);
                if (pair.isPresent() && moved(candidates(pair.get()))) {
                    open.removeAll(List.of(x, y));
                    return true;
                }
            }
        }
        return false;
    }

    /** Components affine in all open coordinates and what these depend on, with constant coefficients. */
    private boolean solveLinear(List<ISymbol> open) {
        List<ISymbol> closure = closure(open);
        Optional<Map<ISymbol, Image>> linear =
                LinearFlow.of(field, closure, eps, assumptions).filter(this::moved);
        boolean proved =
                linear.isPresent() && closure.stream().allMatch(c -> image(c).standing() == Image.Standing.PROVED);
        if (!proved && CubicFlow.of(field, closure, eps).filter(this::moved).isPresent()) {
            open.removeAll(closure);
            return true;
        }
        return linear.map(values -> open.removeAll(values.keySet())).orElse(false);
    }

    /** A coordinate with all on which it depends. */
    private boolean solveWith(List<ISymbol> open, Function<List<ISymbol>, Optional<Map<ISymbol, Image>>> way) {
        return open.stream()
                .map(c -> closure(List.of(c)))
                .filter(closure -> way.apply(closure).filter(this::moved).isPresent())
                .findFirst()
                .map(open::removeAll)
                .orElse(false);
    }

    /** With the coordinates on which their components depend. */
    private List<ISymbol> closure(List<ISymbol> some) {
        List<ISymbol> closure = new ArrayList<>(some);
        for (int i = 0; i < closure.size(); i++) {
            IExpr component = field.along(closure.get(i));
            field.coordinates().stream()
                    .filter(c -> !closure.contains(c) && !Expr.isFreeOf(component, c))
                    .forEach(closure::add);
        }
        return closure;
    }

    private static Map<ISymbol, Image> candidates(Map<ISymbol, IExpr> values) {
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        values.forEach((x, value) -> out.put(x, Image.candidate(value)));
        return out;
    }

    /** Two coordinates that depend on each other and on what does not move, by a change of variable: rational ones first. */
    private boolean solveReduced(List<ISymbol> open) {
        List<PlaneReduction> planes = new ArrayList<>();
        for (ISymbol x : reduced ? List.<ISymbol>of() : open) {
            open.stream()
                    .filter(y -> !x.equals(y) && areAlone(x, y))
                    .forEach(y -> planes.add(new PlaneReduction(field, x, y, hints, assumptions)));
        }
        for (boolean rational : new boolean[] {true, false}) {
            for (PlaneReduction plane : planes) {
                if (solveReduced(plane, rational)) {
                    open.removeAll(List.of(plane.x(), plane.y()));
                    return true;
                }
            }
        }
        return false;
    }

    /** Two coordinates that depend on each other and on what does not move, by their ratio or that of powers of them. */
    private boolean solveHomogeneous(List<ISymbol> open) {
        NearStart near = NearStart.of(eps, field.infinitesimals(), assumptions);
        for (ISymbol x : reduced ? List.<ISymbol>of() : open) {
            for (ISymbol y : open) {
                boolean solved = !x.equals(y)
                        && areAlone(x, y)
                        && HomogeneousPlane.of(field, x, y, assumptions)
                                .anyMatch(plane -> plane.back(inner(plane.field()), near)
                                        .filter(this::moved)
                                        .isPresent());
                if (solved) {
                    open.removeAll(List.of(x, y));
                    return true;
                }
            }
        }
        return false;
    }

    private Map<ISymbol, Image> inner(Generator other) {
        TriangularFlow inner = new TriangularFlow(other, eps, List.of(), assumptions);
        inner.reduced = true;
        return inner.solve();
    }

    private boolean areAlone(ISymbol x, ISymbol y) {
        return field.coordinates().stream()
                .filter(c -> !c.equals(x) && !c.equals(y) && (!images.containsKey(c) || moves(c)))
                .allMatch(c -> Expr.isFreeOf(field.along(x), c) && Expr.isFreeOf(field.along(y), c));
    }

    private boolean solveReduced(PlaneReduction plane, boolean rational) {
        for (PlaneReduction.Reduced r : plane.fields(rational)) {
            Optional<Map<ISymbol, Image>> moved = plane.back(r, inner(r.field()));
            if (moved.isPresent() && moved(moved.get())) {
                return true;
            }
        }
        return false;
    }

    /** Takes images of coordinates that move together if they hold. */
    private boolean moved(Map<ISymbol, Image> together) {
        if (together.values().stream().anyMatch(i -> Expr.size(i.value()) > LARGEST)) {
            return false;
        }
        List<ISymbol> coordinates = List.copyOf(together.keySet());
        Image.Standing standing = check.standing(
                coordinates,
                coordinates.stream().map(field::along).toList(),
                coordinates.stream().map(together::get).toList());
        for (ISymbol c : coordinates) {
            Image image = Objects.requireNonNull(together.get(c)).judged(standing);
            if (image.holds()) {
                images.put(c, image);
            }
        }
        return images.keySet().containsAll(coordinates);
    }
}
