package dev.prolong.group;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A projective field {@code x' = b + A x + (c·x) x}: it is the linear one {@code ξ' = A ξ + b w, w' = −c·ξ} in homogeneous coordinates, {@code
 * x = ξ/w}. Source: Lie and Engel, Theorie der Transformationsgruppen I (1888), chapter 26.
 *
 * @param coordinates what moves, two or more
 * @param linear the field in ξ, by the names of x, and w
 */
record ProjectiveFlow(List<ISymbol> coordinates, Generator linear) {
    private static final ISymbol W = Expr.symbol("w$");

    /** Empty where the field is of another form on these coordinates, or affine. */
    static Optional<ProjectiveFlow> of(Generator field, List<ISymbol> coordinates) {
        List<IExpr> c = new ArrayList<>();
        List<ISymbol> all = new ArrayList<>(coordinates);
        List<IExpr> components = new ArrayList<>();
        for (ISymbol x : coordinates) {
            Optional<Map<IExpr, IExpr>> found =
                    Polynomials.coefficients(field.along(x), new LinkedHashSet<>(coordinates));
            if (found.isEmpty() || !areConstant(found.get().values(), field)) {
                return Optional.empty();
            }
            Map<IExpr, IExpr> left = new LinkedHashMap<>(found.get());
            List<IExpr> own =
                    coordinates.stream().map(y -> taken(left, Expr.times(x, y))).toList();
            List<IExpr> row = coordinates.stream().map(y -> taken(left, y)).toList();
            IExpr rest = taken(left, Expr.ONE);
            if (!left.isEmpty() || !c.isEmpty() && !own.equals(c)) {
                return Optional.empty();
            }
            c = own;
            components.add(Expr.plus(dot(row, coordinates), Expr.times(rest, W)));
        }
        if (c.stream().allMatch(Expr.ZERO::equals)) {
            return Optional.empty();
        }
        all.add(W);
        components.add(Expr.negate(dot(c, coordinates)));
        return Optional.of(new ProjectiveFlow(coordinates, new Generator(all, components)));
    }

    private static IExpr taken(Map<IExpr, IExpr> coefficients, IExpr monomial) {
        IExpr value = coefficients.remove(monomial);
        return value == null ? Expr.ZERO : value;
    }

    private static boolean areConstant(Collection<IExpr> values, Generator field) {
        return values.stream()
                .allMatch(e -> field.coordinates().stream()
                        .allMatch(x -> Expr.isFreeOf(e, x) || field.along(x).equals(Expr.ZERO)));
    }

    private static IExpr dot(List<IExpr> row, List<ISymbol> coordinates) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            terms.add(Expr.times(row.get(i), coordinates.get(i)));
        }
        return Expr.plus(terms);
    }

    /** The images of x from those of ξ and w, which start at x and 1. */
    Optional<Map<ISymbol, Image>> back(Map<ISymbol, Image> images) {
        if (!images.keySet().containsAll(linear.coordinates())) {
            return Optional.empty();
        }
        Map<IExpr, IExpr> start = Map.of(W, Expr.ONE);
        Image w = Objects.requireNonNull(images.get(W)).substituted(start);
        boolean proved = images.values().stream().allMatch(i -> i.standing() == Image.Standing.PROVED);
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        for (ISymbol x : coordinates) {
            Image xi = Objects.requireNonNull(images.get(x)).substituted(start);
            IExpr value = Expr.divide(xi.value(), w.value());
            out.put(x, new Image(value, w.domain().or(xi::domain), proved, proved, Image.Standing.CANDIDATE));
        }
        return Optional.of(out);
    }
}
