package dev.prolong.ansatz;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.CotangentLift;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
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
        DeterminingSystem determining = search.determining();
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
                determining.equations().size() > 12
                        ? List.of()
                        : determining.trees().stream()
                                .map(e -> Formula.equation(e, Expr.ZERO))
                                .toList(),
                "Ovsiannikov, section 6.4");
        return new SymmetrySearch.Outcome(AnsatzChoice.of(AnsatzChoice.Kind.EQUIVALENCE), determining, algebra);
    }

    /** {@code D_t X_i − f_i T' = T ∂_t f_i + Σ X_j ∂f_i/∂x_j + Σ Θ_j ∂f_i/∂θ_j}, not split. */
    private DeterminingSystem determining() {
        ISymbol t = forward.independent();
        List<UnknownFunction> unknowns = new ArrayList<>();
        unknowns.add(new UnknownFunction(name(t), t, List.of(t)));
        List<ISymbol> base = forward.jetSpace().base();
        forward.states().forEach(x -> unknowns.add(new UnknownFunction(name(x), x, base)));
        forward.parameters().forEach(p -> unknowns.add(new UnknownFunction(name(p), p, forward.parameters())));
        List<LinearEquation> equations = new ArrayList<>();
        for (int i = 0; i < forward.equations().size(); i++) {
            equations.add(new LinearEquation(terms(i, unknowns)));
        }
        return new DeterminingSystem(unknowns, equations);
    }

    private Map<UnknownDerivative, IExpr> terms(int i, List<UnknownFunction> unknowns) {
        Equation equation = forward.equations().get(i);
        int n = forward.states().size();
        Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
        terms.put(derivative(i + 1, n + 1, 0), Expr.ONE);
        for (int k = 0; k < n; k++) {
            put(
                    terms,
                    derivative(i + 1, n + 1, k + 1),
                    forward.equations().get(k).rhs());
        }
        put(terms, derivative(0, 1, 0), Expr.negate(equation.rhs()));
        for (int u = 0; u < unknowns.size(); u++) {
            UnknownFunction unknown = unknowns.get(u);
            IExpr slope = Differentiation.derivative(equation.rhs(), unknown.coordinate());
            put(terms, derivative(u, unknown.arguments().size(), -1), Expr.negate(slope));
        }
        return terms;
    }

    private static void put(Map<UnknownDerivative, IExpr> terms, UnknownDerivative d, IExpr coefficient) {
        if (!coefficient.equals(Expr.ZERO)) {
            terms.put(d, coefficient);
        }
    }

    /** The first derivative of an unknown by its argument at a place; at -1 the unknown itself. */
    private static UnknownDerivative derivative(int unknown, int arguments, int place) {
        List<Integer> orders = new ArrayList<>(Collections.nCopies(arguments, 0));
        if (place >= 0) {
            orders.set(place, 1);
        }
        return new UnknownDerivative(unknown, orders);
    }

    /** The infinitesimal along {@code z} is called {@code Z}; where that is taken, {@code Inf_z}. */
    private ISymbol name(ISymbol coordinate) {
        String own = coordinate.getSymbolName();
        String capital = own.toUpperCase(Locale.ROOT);
        return Expr.symbol(names.isFree(capital) ? names.take(capital) : names.take("Inf_" + own));
    }
}
