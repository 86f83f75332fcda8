package dev.prolong.conservation;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.AnalyticLogarithm;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The last first integral of an autonomous system with n coordinates, states and velocities, n − 1 independent ones without t being known: on
 * their level sets one coordinate moves by itself, {@code x' = g(x; c)}, so {@code ∫ dx/g − t} is constant, c being the values of the
 * integrals. Coordinates w on which no velocity depends, {@code w' = h}, need not be known for that, and {@code ∫ h dx/g − w} is constant too.
 *
 * <p>Source: E. T. Whittaker, A Treatise on the Analytical Dynamics of Particles and Rigid Bodies, section 119. The other coordinates must be
 * solvable for one after the other: an equation is linear in a power {@code y^k}, and all others depend on y by {@code y^k} only; the last
 * may be a square root, {@code y² = p(x; c)}, on both of whose branches the quantity is the same function of y.
 */
public final class LevelSetQuadrature {
    private static final long LARGEST = 250;
    private static final long SEED = 29;
    private static final int POINTS = 9;
    private static final int DIGITS = 12;

    private final DifferentialSystem system;
    private final List<ISymbol> coordinates;
    private final UnaryOperator<IExpr> speeds;
    private final List<IExpr> known;

    private LevelSetQuadrature(
            DifferentialSystem system, List<ISymbol> coordinates, UnaryOperator<IExpr> speeds, List<IExpr> known) {
        this.system = system;
        this.coordinates = coordinates;
        this.speeds = speeds;
        this.known = known;
    }

    /**
     * The quantities, not yet judged: the last one where only that is missing; else, where the velocities are the same along some directions,
     * those of the coordinates along these and of t.
     *
     * @param known independent first integrals
     */
    public static List<ConservedQuantity> of(DifferentialSystem system, List<IExpr> known) {
        ISymbol t = system.independent();
        List<ISymbol> states = new ArrayList<>(system.jetSpace().free());
        states.remove(t);
        boolean applies = states.size() > 1
                && known.size() < states.size()
                && system.equations().stream().allMatch(e -> Expr.isFreeOf(e.rhs(), t));
        if (!applies) {
            return List.of();
        }
        List<IExpr> still = known.stream().filter(i -> Expr.isFreeOf(i, t)).toList();
        List<IExpr> out = new ArrayList<>();
        if (still.size() == states.size() - 1) {
            LevelSetQuadrature whole = new LevelSetQuadrature(system, states, system.flow()::of, still);
            whole.value(Expr.ONE).map(s -> Expr.minus(s, t)).ifPresent(out::add);
        }
        if (out.isEmpty()) {
            Ignorable.of(system, states).ifPresent(part -> out.addAll(along(system, part, still)));
        }
        return out.stream()
                .map(AnalyticLogarithm::of)
                .map(q -> new ConservedQuantity(
                        q, ConservedQuantity.Kind.FIRST_INTEGRAL, List.of(), Optional.empty(), List.of()))
                .toList();
    }

    private static List<IExpr> along(DifferentialSystem system, Ignorable part, List<IExpr> still) {
        List<IExpr> known =
                still.stream().filter(part::isInvariant).map(part::reduced).toList();
        List<IExpr> out = new ArrayList<>();
        if (known.size() == part.others().size() - 1) {
            LevelSetQuadrature motion = new LevelSetQuadrature(system, part.others(), part::speed, known);
            for (ISymbol w : part.ignorable()) {
                motion.value(part.speed(w))
                        .map(s -> Expr.minus(part.back(s), w))
                        .ifPresent(out::add);
            }
            motion.value(Expr.ONE)
                    .map(s -> Expr.minus(part.back(s), system.independent()))
                    .ifPresent(out::add);
        }
        if (out.isEmpty()) {
            // there may be such coordinates again
            of(part.system(), known).forEach(q -> out.add(part.back(q.expression())));
        }
        return out;
    }

    /** What a quantity of this rate amounts to along the motion, as a function of the coordinates. */
    private Optional<IExpr> value(IExpr rate) {
        if (rate.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        for (ISymbol x : coordinates) {
            try {
                Optional<IExpr> quantity = along(x, rate);
                if (quantity.isPresent()) {
                    return quantity;
                }
            } catch (NotSmoothException | ArithmeticException outside) {
                // by another state, perhaps
            }
        }
        return Optional.empty();
    }

    private Optional<IExpr> along(ISymbol x, IExpr rate) {
        Map<IExpr, IExpr> values = new LinkedHashMap<>();
        List<IExpr> open = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            ISymbol level = Expr.symbol("c$" + k);
            values.put(level, known.get(k));
            open.add(Expr.minus(known.get(k), level));
        }
        List<ISymbol> rest = new ArrayList<>(coordinates);
        rest.remove(x);
        IExpr speed = Expr.divide(speeds.apply(x), rate);
        while (!rest.isEmpty()) {
            Optional<Solved> solved = solved(speed, open, rest, system);
            if (solved.isEmpty()) {
                return rest.size() == 1
                        ? RootQuadrature.of(x, rest.get(0), open.get(0), speed, values, system)
                        : Optional.empty();
            }
            rest.remove(solved.get().state());
            speed = solved.get().others().remove(0);
            open = solved.get().others();
        }
        IExpr g = NormalForm.of(speed, system.assumptions());
        if (g.equals(Expr.ZERO) || Expr.size(g) > LARGEST) {
            return Optional.empty();
        }
        return Antiderivative.of(Expr.power(g, -1), x, system.assumptions())
                .map(s -> real(Expr.substitute(s, values), system));
    }

    /** With {@code log|(u − √D)/(u + √D)|/(2√D)} for {@code atan(u/√−D)/√−D} where D is positive at most points with positive states. */
    private static IExpr real(IExpr e, DifferentialSystem system) {
        List<IExpr> terms = new ArrayList<>();
        for (IExpr term : Expr.terms(e)) {
            List<IExpr> factors = new ArrayList<>(Expr.factors(term));
            Optional<IExpr> arc = factors.stream()
                    .filter(f -> f.isAST(Elementary.ATAN.head()))
                    .findFirst();
            Optional<IExpr> root = factors.stream()
                    .filter(f -> Expr.isPower(f) && Expr.arguments(f).get(1).equals(Expr.rational(-1, 2)))
                    .filter(f -> isNegative(Expr.arguments(f).get(0), system))
                    .findFirst();
            if (arc.isEmpty() || root.isEmpty()) {
                terms.add(term);
                continue;
            }
            factors.removeAll(List.of(arc.get(), root.get()));
            IExpr u = Expr.divide(Expr.arguments(arc.get()).get(0), root.get());
            IExpr d = Expr.sqrt(Expr.negate(Expr.arguments(root.get()).get(0)));
            IExpr logarithm = Expr.log(Expr.abs(Expr.divide(Expr.minus(u, d), Expr.plus(u, d))));
            terms.add(Expr.times(Expr.times(factors), Expr.divide(logarithm, Expr.times(Expr.TWO, d))));
        }
        return Expr.plus(terms);
    }

    static boolean isNegative(IExpr e, DifferentialSystem system) {
        List<ISymbol> constants = new ArrayList<>(Expr.symbols(e));
        SamplePoints points = new SamplePoints(List.of(), constants, system.assumptions(), SEED);
        int negative = 0;
        for (int i = 0; i < POINTS; i++) {
            boolean here = NumericEvaluation.evaluate(e, points.next(), DIGITS) instanceof Value.Real real
                    && real.value().signum() < 0;
            negative += here ? 1 : 0;
        }
        return 2 * negative > POINTS;
    }

    /** A state that was solved for, and the other expressions without it. */
    private record Solved(ISymbol state, List<IExpr> others) {}

    private static Optional<Solved> solved(
            IExpr speed, List<IExpr> open, List<ISymbol> rest, DifferentialSystem system) {
        for (IExpr equation : open) {
            List<IExpr> others = new ArrayList<>(open);
            others.remove(equation);
            others.add(0, speed);
            for (ISymbol y : rest) {
                Optional<Solved> solved = without(y, equation, others, system);
                if (solved.isPresent()) {
                    return solved;
                }
            }
        }
        return Optional.empty();
    }

    /** The others where y is what the equation says. */
    private static Optional<Solved> without(ISymbol y, IExpr equation, List<IExpr> others, DifferentialSystem system) {
        List<IExpr> all = new ArrayList<>(others);
        all.add(equation);
        DifferentialField field = DifferentialField.of(all, Set.of(), system.assumptions());
        List<FieldElement> c = field.coefficients(field.element(equation), y);
        int k = c.size() - 1;
        boolean binomial = k > 0
                && c.stream().noneMatch(e -> field.involves(e, y))
                && c.subList(1, k).stream().allMatch(FieldElement::isZero);
        if (!binomial) {
            return Optional.empty();
        }
        FieldElement power = field.negate(field.divide(c.get(0), c.get(k)));
        List<IExpr> out = new ArrayList<>();
        for (IExpr e : others) {
            FieldElement f = field.element(e);
            Optional<FieldElement> above = inPowers(field, field.numerator(f), y, k, power);
            Optional<FieldElement> below = inPowers(field, field.denominator(f), y, k, power);
            if (above.isEmpty() || below.isEmpty()) {
                return Optional.empty();
            }
            out.add(field.tree(field.divide(above.get(), below.get())));
        }
        return Optional.of(new Solved(y, out));
    }

    /** A polynomial in {@code y^k} at a value of that power; empty where it depends on y in another way. */
    static Optional<FieldElement> inPowers(
            DifferentialField field, FieldElement polynomial, ISymbol y, int k, FieldElement value) {
        List<FieldElement> c = field.coefficients(polynomial, y);
        FieldElement sum = field.integer(0);
        for (int i = c.size() - 1; i >= 0; i--) {
            if (field.involves(c.get(i), y) || i % k != 0 && !c.get(i).isZero()) {
                return Optional.empty();
            }
            sum = i % k == 0 ? field.add(field.multiply(sum, value), c.get(i)) : sum;
        }
        return Optional.of(sum);
    }
}
