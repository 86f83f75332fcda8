package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * {@code T = T(t), X_i = B_i(t) + Σ_j A_ij(t) x_j}: infinitesimals affine in the states, with coefficients free in t. The unknowns are
 * functions of t alone, so that the condition splits in all states and derivatives.
 */
final class AffineAnsatz {
    private final List<ISymbol> base;
    private final List<UnknownFunction> unknowns = new ArrayList<>();

    private AffineAnsatz(DifferentialSystem system, FreshNames names) {
        this.base = system.jetSpace().base();
        ISymbol t = base.get(0);
        add(t, name(t), names);
        for (ISymbol state : base.subList(1, base.size())) {
            for (int j = 0; j < base.size(); j++) {
                add(state, name(state) + j, names);
            }
        }
    }

    private static String name(ISymbol coordinate) {
        return coordinate.getSymbolName().toUpperCase(Locale.ROOT);
    }

    private void add(ISymbol coordinate, String name, FreshNames names) {
        unknowns.add(new UnknownFunction(Expr.symbol(names.take(name)), coordinate, List.of(base.get(0))));
    }

    static SymmetrySearch.Outcome solve(
            DifferentialSystem system,
            FreshNames names,
            Derivation derivation,
            Consumer<SymmetrySearch.Outcome> soFar) {
        AnsatzChoice choice = AnsatzChoice.of(AnsatzChoice.Kind.LINEAR);
        AffineAnsatz ansatz = new AffineAnsatz(system, names);
        List<IExpr> trees = ansatz.unknowns.stream().map(UnknownFunction::tree).toList();
        DeterminingSystem determining =
                DeterminingEquations.of(system, ansatz.generator(trees), ansatz.unknowns, derivation);
        soFar.accept(SymmetrySearch.Outcome.unsolved(choice, determining, Optional.empty()));
        SymmetryAlgebra solved = GeneralSolver.solve(
                system,
                determining,
                names,
                derivation,
                part -> soFar.accept(ansatz.outcome(choice, determining, part)));
        return ansatz.outcome(choice, determining, solved);
    }

    private SymmetrySearch.Outcome outcome(AnsatzChoice choice, DeterminingSystem determining, SymmetryAlgebra solved) {
        List<Generator> basis =
                solved.basis().stream().map(x -> generator(x.infinitesimals())).toList();
        return new SymmetrySearch.Outcome(
                choice,
                determining,
                new SymmetryAlgebra(
                        solved.dimension(),
                        solved.infinite(),
                        basis,
                        solved.constants(),
                        Optional.of(SymmetrySearch.combination(base, basis, solved.constants())),
                        solved.assumptions()));
    }

    /** The generator with these values of the unknowns. */
    private Generator generator(List<IExpr> values) {
        List<IExpr> out = new ArrayList<>();
        out.add(values.get(0));
        for (int i = 1; i < base.size(); i++) {
            int first = 1 + (i - 1) * base.size();
            List<IExpr> terms = new ArrayList<>();
            terms.add(values.get(first));
            for (int j = 1; j < base.size(); j++) {
                terms.add(Expr.times(values.get(first + j), base.get(j)));
            }
            out.add(Expr.plus(terms));
        }
        return new Generator(base, out);
    }
}
