package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.HalfAngles;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Two coordinates that move together, by a function s of them that moves by itself, {@code X s = φ(s)}, in place of one of them: with s, an
 * invariant at best, the field is triangular.
 *
 * <p>Candidates for s are what the components are made of: their terms, factors and arguments, and products of small powers of their irreducible
 * factors. Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.5 on canonical coordinates.
 */
final class PlaneReduction {
    private static final int POINTS = 3;
    private static final int MOST_FACTORS = 10;
    private static final int MOST_CHOSEN = 3;
    private static final long LARGEST = 120;
    private static final int LARGEST_POWER = 2;
    private static final int MOST_TRIED = 3;
    private static final double SMALL = 1e-9;

    private static final int MOST_CANDIDATES = 16;
    private static final int MOST_INVERSES = 12;
    private static final int LARGEST_SIGN = 8;
    private static final ISymbol SIGMA = Expr.symbol("sigma$");

    private final ISymbol x;
    private final ISymbol y;
    private final IExpr inX;
    private final IExpr inY;
    private final List<IExpr> hints;
    private final List<ISymbol> others;
    private final List<Assumption> assumptions;
    private final ISymbol s = Expr.symbol("s$");

    @Nullable
    private List<IExpr> candidates;

    /** @param hints functions that may be factors of s */
    PlaneReduction(Generator field, ISymbol x, ISymbol y, List<IExpr> hints, List<Assumption> assumptions) {
        this.x = x;
        this.y = y;
        this.inX = field.along(x);
        this.inY = field.along(y);
        this.hints = hints;
        this.others = field.coordinates().stream()
                .filter(c -> !c.equals(x) && !c.equals(y))
                .toList();
        this.assumptions = assumptions;
    }

    /**
     * A field in x and s.
     *
     * @param function s in x and y
     * @param back y in x, s and the sign
     * @param sign σ: it stays what it is at the start
     * @param rational whether y is a rational function of s
     * @param lawful whether it was proved that back undoes the function
     * @param field the components along x and s
     */
    record Reduced(
            ISymbol x,
            ISymbol s,
            IExpr function,
            IExpr back,
            IExpr sign,
            boolean rational,
            boolean lawful,
            Generator field) {}

    ISymbol x() {
        return x;
    }

    ISymbol y() {
        return y;
    }

    /**
     * The triangular fields that were found, invariants first.
     *
     * @param rational whether by functions of which y is a rational function, or by others
     */
    List<Reduced> fields(boolean rational) {
        List<Reduced> out = new ArrayList<>();
        int most = rational ? MOST_CANDIDATES : MOST_INVERSES;
        try {
            for (IExpr candidate : candidates().stream().limit(most).toList()) {
                if (out.size() < (rational ? MOST_TRIED : 1)) {
                    reduced(candidate, rational).ifPresent(out::add);
                }
            }
        } catch (NotSmoothException | ArithmeticException outside) {
            // those found until then
        }
        out.sort(Comparator.comparing((Reduced r) -> !r.field().along(s).equals(Expr.ZERO))
                .thenComparing(r -> Expr.size(r.function())));
        return out;
    }

    private Optional<Reduced> reduced(IExpr candidate, boolean rational) {
        DifferentialField field =
                DifferentialField.of(List.of(candidate, inX, inY, s, Expr.plus(x, y)), Set.of(), assumptions);
        FieldElement f = field.element(candidate);
        FieldElement equation =
                field.subtract(field.numerator(f), field.multiply(field.element(s), field.denominator(f)));
        List<FieldElement> c = coefficients(field, equation);
        if ((c.size() == 2) != rational) {
            return Optional.empty();
        }
        if (rational) {
            IExpr back = HalfAngles.away(field.tree(field.negate(field.divide(c.get(0), c.get(1)))), assumptions);
            return reduced(candidate, back, Expr.ONE, true, true);
        }
        List<Inverse.Branch> branches = Inverse.of(candidate, y, s, assumptions);
        boolean proved = branches.stream().allMatch(b -> b.certainty() == Inverse.Certainty.PROVED);
        return Mirror.of(branches).flatMap(m -> reduced(candidate, m.value(SIGMA), m.sign(), false, proved));
    }

    private Optional<Reduced> reduced(IExpr candidate, IExpr back, IExpr sign, boolean rational, boolean lawful) {
        IExpr speed = Expr.plus(
                Expr.times(inX, Differentiation.derivative(candidate, x)),
                Expr.times(inY, Differentiation.derivative(candidate, y)));
        return Constant.value(inNewVariables(speed, back), x, assumptions).map(phi -> {
            IExpr alongX = Shortest.of(inNewVariables(inX, back), assumptions);
            Generator field = new Generator(List.of(x, s), List.of(alongX, phi));
            return new Reduced(x, s, candidate, back, sign, rational, lawful, field);
        });
    }

    /** With back in place of y; {@code σ² = 1}. */
    private IExpr inNewVariables(IExpr e, IExpr back) {
        Map<IExpr, IExpr> powers = new LinkedHashMap<>();
        for (int k = -LARGEST_SIGN; k <= LARGEST_SIGN; k++) {
            if (k != 0 && k != 1) {
                powers.put(Expr.power(SIGMA, k), k % 2 == 0 ? Expr.ONE : SIGMA);
            }
        }
        return Expr.substitute(Expr.substitute(e, y, back), powers);
    }

    /** The coefficients in y; more than two where the equation is not linear in y. */
    private List<FieldElement> coefficients(DifferentialField field, FieldElement equation) {
        List<FieldElement> c = field.coefficients(equation, y);
        boolean plain = c.stream().noneMatch(e -> field.involves(e, y));
        return plain ? c : List.of();
    }

    /** Functions of x and y whose rate is a function of themselves at some points; short ones first. */
    private List<IExpr> candidates() {
        List<IExpr> known = candidates;
        if (known == null) {
            known = found();
            candidates = known;
        }
        return known;
    }

    private List<IExpr> found() {
        boolean closed = List.of(inX, inY).stream()
                .allMatch(c -> Expr.size(c) <= LARGEST
                        && Expr.subtrees(c, e -> Expr.isIntegral(e) || LinearKernel.isKernel(e) || Expr.isArbitrary(e))
                                .isEmpty());
        if (!closed) {
            return List.of();
        }
        Set<IExpr> parts = new LinkedHashSet<>();
        for (IExpr component : List.of(inX, inY)) {
            parts.addAll(Expr.subtrees(component, e -> !Expr.isFreeOf(e, y)));
        }
        Set<IExpr> out = new LinkedHashSet<>();
        parts.stream().filter(p -> new Rates(p).sum(1).moveByThemselves()).forEach(out::add);
        products(factors(), 0, Expr.ONE, Optional.empty(), 0, out);
        out.addAll(new OrbitInvariants(x, y, assumptions).of(inX, inY));
        return out.stream()
                .filter(e -> !Expr.isFreeOf(e, y))
                .sorted(Comparator.comparingLong(Expr::size))
                .toList();
    }

    private List<Rates> factors() {
        Set<IExpr> out = new LinkedHashSet<>(List.of(x, y));
        for (IExpr component : List.of(inX, inY)) {
            DifferentialField field = DifferentialField.of(List.of(component), Set.of(), assumptions);
            FieldElement e = field.element(component);
            field.factors(field.numerator(e)).forEach(f -> out.add(field.tree(f)));
            field.factors(field.denominator(e)).forEach(f -> out.add(field.tree(f)));
            // functions that the field writes otherwise
            out.addAll(Expr.subtrees(component, f -> Elementary.byHead(f.head()).isPresent()));
        }
        hints.stream().filter(Expr::isSum).forEach(out::add);
        out.removeIf(f -> Expr.isFreeOf(f, x) && Expr.isFreeOf(f, y) || !isOfThePlane(f));
        return out.stream().limit(MOST_FACTORS).map(Rates::new).toList();
    }

    private boolean isOfThePlane(IExpr f) {
        return others.stream().allMatch(c -> Expr.isFreeOf(f, c));
    }

    private void products(List<Rates> factors, int from, IExpr product, Optional<Sum> sum, int chosen, Set<IExpr> out) {
        if (chosen > 0 && sum.orElseThrow().moveByThemselves()) {
            out.add(product);
        }
        for (int i = from; i < factors.size() && chosen < MOST_CHOSEN; i++) {
            for (int k = -LARGEST_POWER; k <= LARGEST_POWER; k++) {
                if (k != 0) {
                    Rates f = factors.get(i);
                    Sum whole = sum.isPresent() ? sum.get().plus(f.sum(1), k) : f.sum(k);
                    products(
                            factors,
                            i + 1,
                            Expr.times(product, Expr.power(f.f, k)),
                            Optional.of(whole),
                            chosen + 1,
                            out);
                }
            }
        }
    }

    /** The gradients of {@code log f} and of {@code X f/f} at some points. */
    private final class Rates {
        private final IExpr f;
        private final double[][] at = new double[POINTS][];

        private Rates(IExpr f) {
            this.f = f;
            IExpr fx = Expr.divide(Differentiation.derivative(f, x), f);
            IExpr fy = Expr.divide(Differentiation.derivative(f, y), f);
            IExpr rate = Expr.plus(Expr.times(inX, fx), Expr.times(inY, fy));
            List<IExpr> all = List.of(fx, fy, Differentiation.derivative(rate, x), Differentiation.derivative(rate, y));
            Set<ISymbol> symbols = new LinkedHashSet<>(List.of(x, y));
            all.forEach(e -> symbols.addAll(Expr.symbols(e)));
            List<ISymbol> variables = List.copyOf(symbols);
            List<DoubleEvaluation> values =
                    all.stream().map(e -> DoubleEvaluation.of(e, variables)).toList();
            for (int i = 0; i < POINTS; i++) {
                double[] point = new double[variables.size()];
                for (int k = 0; k < point.length; k++) {
                    // the same value for the same symbol, whatever else occurs
                    int seed = Math.floorMod(variables.get(k).getSymbolName().hashCode(), 97);
                    point[k] = 0.37 + 0.29 * ((7 * i + seed) % 5) + 0.0011 * seed;
                }
                at[i] = values.stream().mapToDouble(e -> e.at(point)).toArray();
            }
        }

        Sum sum(int k) {
            return new Sum(new double[POINTS][4]).plus(new Sum(at), k);
        }
    }

    /** The same of a product of powers. */
    private static final class Sum {
        private final double[][] at;

        Sum(double[][] at) {
            this.at = at;
        }

        Sum plus(Sum other, int k) {
            double[][] out = new double[POINTS][4];
            for (int i = 0; i < POINTS; i++) {
                for (int c = 0; c < 4; c++) {
                    out[i][c] = at[i][c] + k * other.at[i][c];
                }
            }
            return new Sum(out);
        }

        /** Whether the two gradients are parallel wherever they are finite, and the function is none. */
        boolean moveByThemselves() {
            int good = 0;
            for (double[] v : at) {
                double left = v[0] * v[3];
                double right = v[1] * v[2];
                if (Double.isFinite(left) && Double.isFinite(right)) {
                    if (Math.abs(left - right) > SMALL * (1 + Math.abs(left) + Math.abs(right))
                            || Math.abs(v[0]) + Math.abs(v[1]) < SMALL) {
                        return false;
                    }
                    good++;
                }
            }
            return good > 0;
        }
    }

    /** The images of x and y from those of x and s. */
    Optional<Map<ISymbol, Image>> back(Reduced r, Map<ISymbol, Image> images) {
        if (!images.containsKey(r.x()) || !images.containsKey(r.s())) {
            return Optional.empty();
        }
        Map<IExpr, IExpr> start = Map.of(r.s(), r.function(), SIGMA, r.sign());
        Image inX = images.get(r.x()).substituted(start);
        Image inS = images.get(r.s()).substituted(start);
        boolean proved = inX.standing() == Image.Standing.PROVED && inS.standing() == Image.Standing.PROVED;
        IExpr value = Expr.substitute(r.back(), Map.of(r.x(), inX.value(), r.s(), inS.value(), SIGMA, r.sign()));
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        // the law carries over to y(x, s), and so does the start where that is rational in s
        out.put(r.x(), new Image(inX.value(), inX.domain(), proved, proved, Image.Standing.CANDIDATE));
        out.put(
                y,
                new Image(value, inS.domain(), proved && r.lawful(), proved && r.rational(), Image.Standing.CANDIDATE));
        return Optional.of(out);
    }
}
