package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.DimensionCertificate;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries of systems whose determining equations are of finite type: first their number, then all of them in closed form, by
 * searches that widen until the number is reached.
 */
final class GeneralSolver {
    private static final int HIGHEST_DEGREE = 3;
    private static final int MOST_COLUMNS = 400;

    private final DifferentialSystem system;
    private final DeterminingSystem determining;
    private final Derivation derivation;
    private final Optional<Integer> dimension;
    private SpanSolver.Solution best = new SpanSolver.Solution(0, List.of());

    private GeneralSolver(DifferentialSystem system, DeterminingSystem determining, Derivation derivation) {
        this.system = system;
        this.determining = determining;
        this.derivation = derivation;
        this.dimension = DimensionCertificate.of(determining, system.jetSpace().base(), system.assumptions());
    }

    static SymmetryAlgebra solve(
            DifferentialSystem system, DeterminingSystem determining, FreshNames names, Derivation derivation) {
        GeneralSolver solver = new GeneralSolver(system, determining, derivation);
        solver.recordDimension();
        solver.search();
        return SymmetrySearch.algebra(determining, solver.dimension, solver.best.solutions(), names);
    }

    private void recordDimension() {
        derivation.record(
                Step.Stage.SOLUTION,
                "dimension",
                dimension
                        .map(
                                d -> "Differentiated often enough, the determining equations leave " + d
                                        + " derivatives of the infinitesimals at a generic point free: so many independent symmetries there are.")
                        .orElse("The number of free derivatives did not become stable."),
                List.of(),
                "Reid, Wittkopf and Boulton 1996");
    }

    private boolean isComplete() {
        return dimension.isPresent() && best.solutions().size() >= dimension.get();
    }

    private void search() {
        for (int degree = 1; degree <= HIGHEST_DEGREE && !isComplete(); degree++) {
            Span span = Span.polynomial(determining.unknowns(), degree, List.of(Expr.ONE));
            if (degree == 1 || span.columns().size() <= MOST_COLUMNS) {
                attempt(span, "Polynomials of degree " + degree);
            }
        }
    }

    private void attempt(Span span, String what) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Optional<SpanSolver.Solution> found =
                SpanSolver.solve(determining, span, system.jetSpace().free(), system.assumptions());
        if (found.isPresent()
                && found.get().solutions().size() > best.solutions().size()) {
            best = found.get();
            derivation.record(
                    Step.Stage.SOLUTION,
                    "linear algebra",
                    what + " with unknown coefficients were put into the determining equations; " + best.dimension()
                            + " independent solutions are of this form.",
                    best.solutions().stream().flatMap(s -> lines(s).stream()).toList(),
                    "");
        }
    }

    private List<Formula> lines(List<IExpr> solution) {
        List<Formula> out = new ArrayList<>();
        List<UnknownFunction> unknowns = determining.unknowns();
        for (int u = 0; u < unknowns.size(); u++) {
            if (!solution.get(u).equals(Expr.ZERO)) {
                out.add(Formula.equation(unknowns.get(u).tree(), solution.get(u)));
            }
        }
        return out;
    }

    List<ISymbol> coordinates() {
        return system.jetSpace().base();
    }
}
