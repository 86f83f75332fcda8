package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.CotangentLift;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The ansatz {@code equivalence}: {@code T(t), X_i(t, x), Θ_j(θ)}, affine. Of a system with backpropagation, the transformations of the
 * forward model lifted to the adjoints.
 */
final class EquivalenceSearch {
    private final DifferentialSystem forward;
    private final FreshNames names;

    private EquivalenceSearch(DifferentialSystem system, FreshNames names) {
        this.forward = system.forward().orElse(system);
        this.names = names;
    }

    static SymmetrySearch.Outcome solve(
            DifferentialSystem system,
            FreshNames names,
            Derivation derivation,
            Consumer<SymmetrySearch.Outcome> soFar) {
        EquivalenceSearch search = new EquivalenceSearch(system, names);
        DeterminingSystem determining = search.determining(derivation);
        soFar.accept(SymmetrySearch.Outcome.unsolved(
                AnsatzChoice.of(AnsatzChoice.Kind.EQUIVALENCE), determining, Optional.empty()));
        Optional<EquivalenceSolver.Found> found = EquivalenceSolver.solve(search.forward);
        List<ISymbol> coordinates = new ArrayList<>(system.jetSpace().base());
        coordinates.addAll(system.parameters());
        List<Generator> basis = found.map(EquivalenceSolver.Found::generators).orElse(List.of()).stream()
                .map(x -> CotangentLift.of(x, system.origin().adjoints(), coordinates))
                .toList();
        List<ISymbol> constants = new ArrayList<>();
        basis.forEach(x -> constants.add(Expr.symbol(names.takeNumbered("c"))));
        SymmetryAlgebra algebra = new SymmetryAlgebra(
                found.map(EquivalenceSolver.Found::dimension),
                false,
                basis,
                constants,
                found.map(f -> SymmetrySearch.combination(coordinates, basis, constants)),
                List.of());
        derivation.record(
                Step.Stage.SOLUTION,
                "linear algebra",
                "Every infinitesimal, also along the parameters, is taken as affine with unknown coefficients. Put into the determining"
                        + " equations, the coefficients of linearly independent functions of states and parameters give a linear system,"
                        + " whose solutions have dimension "
                        + algebra.dimension().map(String::valueOf).orElse("unknown") + ".",
                List.of(),
                "Ovsiannikov, section 6.4",
                derivation.latest(Step.Stage.SPLITTING));
        return new SymmetrySearch.Outcome(AnsatzChoice.of(AnsatzChoice.Kind.EQUIVALENCE), determining, algebra);
    }

    /**
     * {@code D_t X_i − f_i T' = T ∂_t f_i + Σ X_j ∂f_i/∂x_j + Σ Θ_j ∂f_i/∂θ_j}; every coordinate is one of some unknown, so there is nothing to
     * split.
     */
    private DeterminingSystem determining(Derivation derivation) {
        ISymbol t = forward.independent();
        List<UnknownFunction> unknowns = new ArrayList<>();
        unknowns.add(new UnknownFunction(name(t), t, List.of(t)));
        List<ISymbol> base = forward.jetSpace().base();
        forward.states().forEach(x -> unknowns.add(new UnknownFunction(name(x), x, base)));
        forward.parameters().forEach(p -> unknowns.add(new UnknownFunction(name(p), p, forward.parameters())));
        return DeterminingEquations.of(forward, unknowns, derivation);
    }

    /** The infinitesimal along {@code z} is called {@code Z}; where that is taken, {@code Inf_z}. */
    private ISymbol name(ISymbol coordinate) {
        String own = coordinate.getSymbolName();
        String capital = own.toUpperCase(Locale.ROOT);
        return Expr.symbol(names.isFree(capital) ? names.take(capital) : names.take(FreshNames.INFINITESIMAL + own));
    }
}
