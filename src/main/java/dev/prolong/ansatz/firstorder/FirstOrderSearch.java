package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Looks for a symmetry of {@code y' = f(x, y)} that is not trivial, from the narrowest form outwards, each form also with the coordinates
 * exchanged. What it returns has passed the exact test of the determining equation.
 *
 * <p>Every method gets a bounded amount of work, so that the answer never depends on the speed of the machine.
 */
public final class FirstOrderSearch {
    private final PlaneEquation equation;
    private final Optional<PlaneEquation> swapped;

    private FirstOrderSearch(PlaneEquation equation) {
        this.equation = equation;
        this.swapped = equation.f().isZero() ? Optional.empty() : Optional.of(equation.swapped());
    }

    /**
     * What was found.
     *
     * @param ansatz the form within which it was looked for
     * @param dimension of all symmetries of that form; empty where it is infinite or not determined
     * @param generators linearly independent, at least one of them not trivial
     */
    public record Found(AnsatzChoice ansatz, Optional<Integer> dimension, List<Generator> generators) {
        public Found {
            generators = List.copyOf(generators);
        }
    }

    private record Attempt(Method method, boolean alsoSwapped, long work) {}

    private static List<Attempt> attempts(LinearEquations linear) {
        return List.of(
                new Attempt(new LieSystems(2, linear), true, 60_000),
                new Attempt(new LinearFamily(), true, 60_000),
                new Attempt(new AffineFields(), false, 60_000),
                new Attempt(new ExactForm(), false, 60_000),
                new Attempt(new Multipliers(Multipliers.Source.FACTORS), false, 100_000),
                new Attempt(new LieSystems(3, linear), true, 100_000),
                new Attempt(
                        new CoordinateChanges(List.of(new LieSystems(3, linear), new LinearFamily())), false, 100_000),
                new Attempt(new Multipliers(Multipliers.Source.MULTIPLES), true, 100_000),
                new Attempt(new Multipliers(Multipliers.Source.CURVES), true, 1_000_000),
                new Attempt(new Multipliers(Multipliers.Source.SOLUTIONS), true, 300_000),
                new Attempt(new LinearFamily(), true, 2_000_000));
    }

    /** Whether the search is made for the system: one equation of first order. */
    public static boolean isFor(DifferentialSystem system) {
        return system.equations().size() == 1 && system.isFirstOrder();
    }

    /**
     * Empty where nothing was found; the equation must be smooth.
     *
     * @param names what the two infinitesimals are called
     */
    public static Optional<Found> of(
            DifferentialSystem system, LinearEquations linear, List<? extends IExpr> names, Derivation derivation) {
        try {
            ISymbol x = system.independent();
            ISymbol y = system.states().get(0);
            PlaneEquation e = PlaneEquation.of(x, y, system.equations().get(0).rhs(), system.assumptions());
            List<Attempt> attempts = attempts(linear);
            Optional<Finding> found = new FirstOrderSearch(e).search(attempts);
            if (found.isEmpty()) {
                recordForms(attempts, derivation);
            }
            return found.map(f -> record(f, x, y, names, derivation));
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    private Optional<Finding> search(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            Optional<Finding> found = attempt(attempt, equation).flatMap(this::checked);
            if (found.isEmpty() && attempt.alsoSwapped()) {
                found = swapped.flatMap(e -> attempt(attempt, e))
                        .map(Finding::swapped)
                        .flatMap(this::checked);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> attempt(Attempt attempt, PlaneEquation e) {
        try {
            e.field().limit(attempt.work());
            return attempt.method().find(e);
        } catch (WorkLimitException | NotSmoothException | ArithmeticException beyond) {
            return Optional.empty();
        }
    }

    /** What of it is a symmetry, if some of that is not trivial. */
    private Optional<Finding> checked(Finding found) {
        List<PlaneSymmetry> good =
                found.symmetries().stream().filter(equation::admits).toList();
        boolean proper = good.stream().anyMatch(s -> !equation.isTrivial(s));
        return proper ? Optional.of(found.with(good)) : Optional.empty();
    }

    /** What was looked for where nothing was found. */
    private static void recordForms(List<Attempt> attempts, Derivation derivation) {
        derivation.record(
                Step.Stage.SOLUTION,
                "classical forms",
                "Looked for first, with a bounded amount of work for each and also with the coordinates exchanged, and not found: "
                        + attempts.stream()
                                .map(a -> a.method().form())
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + ".",
                List.of(),
                "Cheb-Terrab and Roche 1998");
    }

    private static Found record(
            Finding found, ISymbol x, ISymbol y, List<? extends IExpr> names, Derivation derivation) {
        List<Formula> lines = new ArrayList<>();
        List<Generator> generators = new ArrayList<>();
        for (PlaneSymmetry s : found.symmetries()) {
            lines.add(Formula.equation(Expr.tuple(names), Expr.tuple(List.of(s.xi(), s.eta()))));
            generators.add(new Generator(List.of(x, y), List.of(s.xi(), s.eta())));
        }
        derivation.record(Step.Stage.SOLUTION, found.law(), found.why(), lines, found.reference());
        return new Found(found.ansatz(), found.dimension(), generators);
    }
}
