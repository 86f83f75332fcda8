package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.ansatz.firstorder.FirstOrderSearch;
import dev.prolong.derivation.Derivation;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
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
    }

    SymmetrySearch.Outcome search() {
        if (FirstOrderSearch.isFor(system) && !isAutonomous()) {
            return scalar();
        }
        try {
            SymmetrySearch.Outcome separable =
                    SymmetrySearch.separable(system, names, derivation, MOST_ELIMINATION, this::unsolved);
            solved(separable);
            return hasProper(separable) || separable.algebra().infinite()
                    ? separable
                    : polynomial(1, HIGHEST_DEGREE_SYSTEM).orElse(separable);
        } catch (WorkLimitException beyond) {
            return polynomial(1, HIGHEST_DEGREE_SYSTEM).orElseThrow();
        }
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
        DeterminingSystem determining = DeterminingEquations.of(system, AnsatzForm.general(system, names), derivation);
        unsolved(SymmetrySearch.Outcome.unsolved(
                AnsatzChoice.of(AnsatzChoice.Kind.AUTO), determining, Optional.empty()));
        Optional<SymmetrySearch.Outcome> found = FirstOrderSearch.of(system, this::fundamental, derivation)
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
        return found.or(() -> polynomial(2, HIGHEST_DEGREE_SCALAR))
                .orElseGet(() -> new SymmetrySearch.Outcome(
                        polynomialOf(HIGHEST_DEGREE_SCALAR),
                        determining,
                        SymmetrySearch.algebra(determining, Optional.empty(), List.of(), names)));
    }

    /** In closed form where the equation is small enough to try, else kernels. */
    private List<IExpr> fundamental(ISymbol v, List<IExpr> a, Collection<ISymbol> coordinates) {
        LinearOde solver = new LinearOde(system.assumptions(), names);
        boolean small = a.stream().mapToLong(Expr::size).sum() <= LARGEST_LINEAR;
        List<IExpr> found = small ? solver.fundamental(v, a, coordinates) : List.of();
        return found.isEmpty() ? solver.kernels(v, a) : found;
    }

    /** The first degree at which there is a proper symmetry, else the last outcome. */
    private Optional<SymmetrySearch.Outcome> polynomial(int from, int to) {
        Optional<SymmetrySearch.Outcome> last = Optional.empty();
        for (int d = from; d <= to; d++) {
            SymmetrySearch.Outcome outcome =
                    SymmetrySearch.polynomial(system, polynomialOf(d), names, derivation, this::unsolved);
            solved(outcome);
            last = Optional.of(outcome);
            if (hasProper(outcome)) {
                return last;
            }
        }
        return last;
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
