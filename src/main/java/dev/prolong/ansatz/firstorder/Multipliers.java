package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.equation.AnsatzChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code η = p(x) q(y) Π w_i^{a_i}} with given functions {@code w_i(x, y)}: exact equations and those with an integrating factor of this
 * form, among them Darboux's.
 *
 * <p>With {@code P = p'/p, G = q'/q, L_i = (w_i)'/w_i} along solutions, the condition {@code P + f G + Σ a_i L_i = f_y} is linear. Dividing
 * by f and differentiating by x, then y, leaves P alone, as a combination of the {@code a_i}; that it does not depend on y gives linear
 * equations for those. Source: Prelle and Singer, Elementary first integrals of differential equations, Trans. AMS 279 (1983); Darboux
 * 1878.
 */
final class Multipliers implements Method {
    private static final int MOST = 12;
    private static final int LARGEST_FACTORED = 400;
    private static final int HIGHEST = 3;

    /** Where the functions come from. */
    enum Source {
        /** The factors of the equation. */
        FACTORS,
        /** Particular solutions that are constant multiples of functions in the equation, too. */
        MULTIPLES,
        /** Invariant curves of low degree, too. */
        CURVES,
        /** Particular solutions that are polynomials, or reciprocals of such, too. */
        SOLUTIONS
    }

    private final Source source;

    Multipliers(Source source) {
        this.source = source;
    }

    @Override
    public String form() {
        return "integrating factors that are products of powers of the equation's factors"
                + switch (source) {
                    case FACTORS -> "";
                    case MULTIPLES -> " and of solutions that are multiples of functions in the equation";
                    case CURVES -> " and of invariant curves of low degree";
                    case SOLUTIONS -> " and of solutions that are polynomials or their reciprocals";
                };
    }

    @Override
    public Optional<Finding> find(PlaneEquation equation) {
        Set<FieldElement> functions = candidates(equation);
        Set<FieldElement> more = switch (source) {
            case FACTORS -> Set.of();
            case MULTIPLES -> multiples(equation);
            case CURVES -> curves(equation);
            case SOLUTIONS -> solutions(equation);
        };
        if (source != Source.FACTORS && more.isEmpty()) {
            return Optional.empty();
        }
        functions.addAll(more);
        return of(equation, functions)
                .map(s -> Finding.of(
                        List.of(s),
                        AnsatzChoice.Kind.PROJECTABLE,
                        "integrating factor as a product of powers",
                        "The logarithm of the characteristic is sought as a sum of a function of each coordinate and of logarithms of"
                                + " the factors in the equation. The condition on it is linear.",
                        "Prelle and Singer 1983"));
    }

    /** Irreducible factors of f, and of the denominators of its derivatives and of those of the functions in it. */
    private static Set<FieldElement> candidates(PlaneEquation e) {
        DifferentialField k = e.field();
        Set<FieldElement> out = new LinkedHashSet<>(k.primePowers(e.f()).keySet());
        List<FieldElement> functions = new ArrayList<>(List.of(e.f()));
        Expr.subtrees(
                        e.tree(),
                        n -> Elementary.byHead(n.head()).isPresent()
                                && Expr.arguments(n).size() == 1)
                .forEach(n -> functions.add(k.element(n)));
        for (FieldElement g : functions) {
            for (FieldElement d : List.of(e.byX(g), e.byY(g))) {
                out.addAll(k.primePowers(k.denominator(d)).keySet());
            }
        }
        out.removeIf(w -> e.isFreeOfX(w) && e.isFreeOfY(w));
        return out;
    }

    /**
     * Invariant curves {@code w = 0}: those of a linear family of functions divide its extactic polynomial, for {@code 1, x, y} the rate of
     * f, for {@code 1, g} that of g. Source: Christopher, Llibre and Pereira, Pacific J. Math. 229 (2007).
     */
    private static Set<FieldElement> curves(PlaneEquation e) {
        DifferentialField k = e.field();
        FieldElement x = k.element(e.x());
        FieldElement y = k.element(e.y());
        Set<FieldElement> out = new LinkedHashSet<>();
        for (FieldElement g : List.of(
                e.f(),
                k.multiply(x, y),
                k.divide(y, x),
                k.add(k.multiply(x, x), k.multiply(y, y)),
                k.multiply(x, k.multiply(x, y)),
                k.multiply(x, k.multiply(y, y)))) {
            addInvariant(e, e.rate(g), out);
        }
        return out;
    }

    /** With y or 1/y a polynomial in x of degree at most 2: factors of the rates of higher order, the extactics of {@code 1, x, x², y}. */
    private static Set<FieldElement> solutions(PlaneEquation e) {
        Set<FieldElement> out = new LinkedHashSet<>();
        FieldElement y = e.field().element(e.y());
        for (FieldElement g : List.of(y, e.field().divide(e.field().integer(1), y))) {
            FieldElement rate = e.rate(g);
            for (int order = 2; order <= HIGHEST && rate.size() <= LARGEST_FACTORED; order++) {
                rate = e.rate(rate);
                addInvariant(e, rate, out);
            }
        }
        return out;
    }

    private static void addInvariant(PlaneEquation e, FieldElement rate, Set<FieldElement> out) {
        FieldElement numerator = e.field().numerator(rate);
        if (numerator.size() <= LARGEST_FACTORED) {
            for (FieldElement w : e.field().factors(numerator)) {
                if (!(e.isFreeOfX(w) && e.isFreeOfY(w)) && isInvariant(e, w)) {
                    out.add(w);
                }
            }
        }
    }

    private static Set<FieldElement> multiples(PlaneEquation e) {
        Set<FieldElement> out = new LinkedHashSet<>();
        FieldElement y = e.field().element(e.y());
        weights(e).forEach(g -> addInvariant(e, e.rate(e.field().multiply(y, g)), out));
        return out;
    }

    /** The factors of f without y, and their reciprocals: particular solutions may be constant multiples of them. */
    private static Set<FieldElement> weights(PlaneEquation e) {
        DifferentialField k = e.field();
        Set<FieldElement> out = new LinkedHashSet<>();
        for (FieldElement g : k.primePowers(e.f()).keySet()) {
            if (e.isFreeOfY(g) && !e.isFreeOfX(g)) {
                out.add(g);
                out.add(k.divide(k.integer(1), g));
            }
        }
        return out;
    }

    /** Whether w divides its own rate. */
    private static boolean isInvariant(PlaneEquation e, FieldElement w) {
        DifferentialField k = e.field();
        FieldElement rest = k.numerator(e.rate(w));
        return k.denominator(k.divide(rest, w)).isRational();
    }

    static Optional<PlaneSymmetry> of(PlaneEquation equation, Set<FieldElement> functions) {
        if (equation.f().isZero()) {
            return Optional.empty();
        }
        List<FieldElement> w = functions.stream().limit(MOST).toList();
        Multiplier search = new Multiplier(equation, w);
        return search.inOneCoordinate()
                .or(search::inTheOther)
                .or(() -> search.inBoth(w.stream()
                        .filter(e -> !equation.isFreeOfX(e) && !equation.isFreeOfY(e))
                        .toList()));
    }

    /** One search: the columns {@code L_1 .. L_m, f_y}. */
    private static final class Multiplier {
        private final PlaneEquation e;
        private final DifferentialField k;
        private final List<FieldElement> w;
        private final FieldElement fy;

        Multiplier(PlaneEquation e, List<FieldElement> w) {
            this.e = e;
            this.k = e.field();
            this.w = w;
            this.fy = e.byY(e.f());
        }

        private List<FieldElement> columns(List<FieldElement> functions) {
            List<FieldElement> out = new ArrayList<>();
            functions.forEach(u -> out.add(k.divide(e.rate(u), u)));
            out.add(fy);
            return out;
        }

        private Optional<List<FieldElement>> exponents(List<List<FieldElement>> conditions) {
            List<List<FieldElement>> rows = new ArrayList<>();
            conditions.forEach(row -> rows.addAll(k.split(row)));
            return LinearSystem.solve(k, rows, conditions.get(0).size() - 1);
        }

        /** {@code f_y − Σ a_i L_i}. */
        private FieldElement rest(List<FieldElement> columns, List<FieldElement> a) {
            FieldElement sum = fy;
            for (int i = 0; i < a.size(); i++) {
                sum = k.subtract(sum, k.multiply(a.get(i), columns.get(i)));
            }
            return sum;
        }

        private PlaneSymmetry symmetry(
                List<FieldElement> functions, List<FieldElement> a, FieldElement inX, FieldElement inY) {
            List<IExpr> factors = new ArrayList<>();
            factors.add(Quadrature.exponential(k.tree(inX), e.x(), e.assumptions()));
            factors.add(Quadrature.exponential(k.tree(inY), e.y(), e.assumptions()));
            for (int i = 0; i < a.size(); i++) {
                factors.add(Expr.power(e.plain(functions.get(i)), k.tree(a.get(i))));
            }
            return PlaneSymmetry.vertical(Expr.times(factors));
        }

        Optional<PlaneSymmetry> inOneCoordinate() {
            List<FieldElement> columns = columns(w);
            List<FieldElement> condition = columns.stream().map(e::byY).toList();
            return exponents(List.of(condition)).map(a -> symmetry(w, a, rest(columns, a), k.integer(0)));
        }

        Optional<PlaneSymmetry> inTheOther() {
            List<FieldElement> columns = columns(w);
            List<FieldElement> condition =
                    columns.stream().map(c -> e.byX(k.divide(c, e.f()))).toList();
            return exponents(List.of(condition))
                    .map(a -> symmetry(w, a, k.integer(0), k.divide(rest(columns, a), e.f())));
        }

        Optional<PlaneSymmetry> inBoth(List<FieldElement> functions) {
            FieldElement slope = k.divide(e.byX(e.f()), e.f());
            FieldElement r = e.byY(slope);
            if (r.isZero()) {
                return Optional.empty();
            }
            List<FieldElement> columns = columns(functions);
            List<FieldElement> ofX = new ArrayList<>();
            List<FieldElement> rate = new ArrayList<>();
            for (FieldElement c : columns) {
                FieldElement moved = k.multiply(e.f(), e.byX(k.divide(c, e.f())));
                FieldElement p = k.divide(e.byY(moved), r);
                ofX.add(p);
                // P' − P f_x/f + f (S/f)_x
                rate.add(k.add(k.subtract(e.byX(p), k.multiply(p, slope)), moved));
            }
            List<FieldElement> constancy = ofX.stream().map(e::byY).toList();
            return exponents(List.of(constancy, rate)).map(a -> {
                FieldElement p = k.negate(ofX.get(a.size()));
                for (int i = 0; i < a.size(); i++) {
                    p = k.add(p, k.multiply(a.get(i), ofX.get(i)));
                }
                FieldElement g = k.divide(k.subtract(rest(columns, a), p), e.f());
                return symmetry(functions, a, p, g);
            });
        }
    }
}
