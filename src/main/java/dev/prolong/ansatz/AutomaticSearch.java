package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.ansatz.firstorder.FirstOrderSearch;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The choice of an ansatz for systems with components of first order, which have infinitely many symmetries: from the narrowest outwards
 * until one is found whose characteristic {@code X_i − T f_i} is not zero.
 */
final class AutomaticSearch {
    private static final int HIGHEST_DEGREE_SCALAR = 3;
    private static final int HIGHEST_DEGREE_SYSTEM = 2;
    private static final int LARGEST_LINEAR = 120;
    /** Some seconds; the elimination of the separable ansatz may swell where many roots meet. */
    private static final long MOST_ELIMINATION = 30_000_000L;

    private final DifferentialSystem system;
    private final FreshNames names;
    private final Derivation derivation;
    private final Consumer<SymmetrySearch.Outcome> soFar;
    /** The infinitesimals, free to depend on everything. */
    private final List<UnknownFunction> unknowns;

    private boolean solvedOnce;

    AutomaticSearch(
            DifferentialSystem system,
            FreshNames names,
            Derivation derivation,
            Consumer<SymmetrySearch.Outcome> soFar) {
        this.soFar = soFar;
        this.system = system;
        this.names = names;
        this.derivation = derivation;
        this.unknowns = AnsatzForm.general(system, names);
    }

    SymmetrySearch.Outcome search() {
        if (FirstOrderSearch.isFor(system) && !isAutonomous()) {
            return scalar();
        }
        int before = derivation.size();
        try {
            SymmetrySearch.Outcome separable = SymmetrySearch.separable(
                    system, AnsatzForm.separable(unknowns), names, derivation, MOST_ELIMINATION, this::unsolved);
            solved(separable);
            if (hasProper(separable) || separable.algebra().infinite()) {
                return separable;
            }
            derivation.dropAfter(before);
            SymmetrySearch.Outcome wider = polynomial(general(), 1, HIGHEST_DEGREE_SYSTEM);
            narrower(separable);
            return wider;
        } catch (WorkLimitException beyond) {
            derivation.dropAfter(before);
            return polynomial(general(), 1, HIGHEST_DEGREE_SYSTEM);
        }
    }

    private DeterminingSystem general() {
        return DeterminingEquations.of(system, unknowns, derivation);
    }

    /** What the separable form came to, whose steps are not told. */
    private void narrower(SymmetrySearch.Outcome separable) {
        List<Generator> basis = separable.algebra().basis();
        derivation.record(
                Step.Stage.SOLUTION,
                "narrower form",
                "The form in which each infinitesimal depends on its own coordinate only was solved before, in the same way. It has "
                        + (basis.isEmpty()
                                ? "no symmetry."
                                : "only symmetries that carry every solution into itself: their infinitesimals are proportional to"
                                        + " the velocities."),
                basis.stream()
                        .map(x -> Formula.equation(
                                Expr.tuple(unknowns.stream()
                                        .map(u -> (IExpr) u.name())
                                        .toList()),
                                Expr.tuple(x.infinitesimals())))
                        .toList(),
                "Bluman and Anco, section 3.2");
    }

    /** What a solved ansatz gave stands while the next one is tried. */
    private void solved(SymmetrySearch.Outcome outcome) {
        solvedOnce = true;
        soFar.accept(outcome);
    }

    private void unsolved(SymmetrySearch.Outcome outcome) {
        if (!solvedOnce) {
            soFar.accept(outcome);
        }
    }

    private boolean isAutonomous() {
        return system.equations().stream().allMatch(e -> Expr.isFreeOf(e.rhs(), system.independent()));
    }

    private SymmetrySearch.Outcome scalar() {
        DeterminingSystem determining = general();
        unsolved(SymmetrySearch.Outcome.unsolved(
                AnsatzChoice.of(AnsatzChoice.Kind.AUTO), determining, Optional.empty()));
        Optional<SymmetrySearch.Outcome> found = firstOrder()
                .map(f -> new SymmetrySearch.Outcome(
                        f.ansatz(),
                        determining,
                        SymmetrySearch.algebra(
                                determining,
                                f.dimension(),
                                f.generators().stream()
                                        .map(Generator::infinitesimals)
                                        .toList(),
                                names)));
        return found.orElseGet(() -> polynomial(determining, 2, HIGHEST_DEGREE_SCALAR));
    }

    /** Of one equation of first order, by the methods made for those alone. */
    Optional<FirstOrderSearch.Found> firstOrder() {
        return FirstOrderSearch.of(
                system,
                this::fundamental,
                unknowns.stream().map(UnknownFunction::name).toList(),
                derivation);
    }

    /** In closed form where the equation is small enough to try, else kernels. */
    private List<IExpr> fundamental(ISymbol v, List<IExpr> a, Collection<ISymbol> coordinates) {
        LinearOde solver = new LinearOde(system.assumptions(), names);
        boolean small = a.stream().mapToLong(Expr::size).sum() <= LARGEST_LINEAR;
        List<IExpr> found = small ? solver.fundamental(v, a, coordinates) : List.of();
        return found.isEmpty() ? solver.kernels(v, a) : found;
    }

    /** The first degree at which there is a proper symmetry, else the last outcome. */
    private SymmetrySearch.Outcome polynomial(DeterminingSystem determining, int from, int to) {
        for (int d = from; ; d++) {
            SymmetrySearch.Outcome outcome =
                    SymmetrySearch.polynomial(system, polynomialOf(d), determining, names, derivation, this::unsolved);
            solved(outcome);
            if (d == to || hasProper(outcome)) {
                return outcome;
            }
        }
    }

    private static AnsatzChoice polynomialOf(int degree) {
        return new AnsatzChoice(AnsatzChoice.Kind.POLYNOMIAL, degree, Map.of());
    }

    private boolean hasProper(SymmetrySearch.Outcome outcome) {
        return outcome.algebra().basis().stream().anyMatch(this::isProper);
    }

    private boolean isProper(Generator x) {
        ISymbol t = system.independent();
        for (Equation e : system.equations()) {
            if (e.order() > 1) {
                return true;
            }
            IExpr q = Expr.minus(x.along(e.state()), Expr.times(x.along(t), e.rhs()));
            if (!ZeroDecision.isZero(q, system.assumptions())) {
                return true;
            }
        }
        return false;
    }
}
