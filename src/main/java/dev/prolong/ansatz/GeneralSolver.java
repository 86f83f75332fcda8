package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries of systems whose determining equations are of finite type: first their number, then all of them in closed form, by
 * searches that widen until the number is reached.
 */
final class GeneralSolver {
    private static final int HIGHEST_DEGREE = 3;
    private static final int MOST_COLUMNS = 400;
    /** Only equations equivalent to y'' = 0 have as many. */
    private static final int LINEARISABLE = 8;

    private final DifferentialSystem system;
    private final DeterminingSystem determining;
    private final FreshNames names;
    private final Derivation derivation;
    private final Optional<Integer> dimension;
    private final Consumer<SymmetryAlgebra> soFar;
    private SpanSolver.Solution best = new SpanSolver.Solution(0, List.of());

    private GeneralSolver(
            DifferentialSystem system,
            DeterminingSystem determining,
            FreshNames names,
            Derivation derivation,
            Consumer<SymmetryAlgebra> soFar) {
        this.soFar = soFar;
        this.system = system;
        this.determining = determining;
        this.names = names;
        this.derivation = derivation;
        this.dimension = DimensionCertificate.of(determining, system.jetSpace().base(), system.assumptions());
    }

    /** The solutions; the dimension is told as soon as it is known, and so are solutions. */
    static SymmetryAlgebra solve(
            DifferentialSystem system,
            DeterminingSystem determining,
            FreshNames names,
            Derivation derivation,
            Consumer<SymmetryAlgebra> soFar) {
        GeneralSolver solver = new GeneralSolver(system, determining, names, derivation, soFar);
        solver.recordDimension();
        solver.adopt(solver.best);
        solver.search();
        return SymmetrySearch.algebra(determining, solver.dimension, solver.best.solutions(), names);
    }

    private void adopt(SpanSolver.Solution found) {
        best = found;
        soFar.accept(SymmetrySearch.algebra(determining, dimension, found.solutions(), names.copy()));
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
        if (!isComplete() && dimension.isPresent() && dimension.get() == LINEARISABLE) {
            linearise();
        }
        if (!isComplete() && dimension.isPresent()) {
            integrate();
        }
    }

    private void linearise() {
        try {
            List<List<IExpr>> found = linear(false)
                    .or(() -> LinearisableEquation.of(system)
                            .map(e -> e.symmetries(names))
                            .filter(s -> !s.isEmpty()))
                    .or(() -> linear(true))
                    .orElse(List.of());
            if (found.size() > best.solutions().size()) {
                adopt(new SpanSolver.Solution(found.size(), found));
                derivation.record(
                        Step.Stage.SOLUTION,
                        "linearisation",
                        "Eight symmetries: the solution curves are the zeros of the combinations of three functions, which solve a linear"
                                + " system; each product of one of them and the two-by-two determinants of the others is a symmetry.",
                        found.stream().map(this::line).toList(),
                        "Lie 1883");
            }
        } catch (NotSmoothException | ArithmeticException outside) {
            // the general way is left
        }
    }

    private Optional<List<List<IExpr>>> linear(boolean always) {
        return system.jetSpace().orders().equals(List.of(2))
                ? LinearEquationSymmetries.of(system, names, always)
                : Optional.empty();
    }

    /** Steps of integration first; elimination leaves ordinary equations for the rest, products of whose solutions are candidates. */
    private void integrate() {
        try {
            LinearOde odes = new LinearOde(system.assumptions(), names);
            List<ISymbol> base = system.jetSpace().base();
            StepwiseReduction steps = new StepwiseReduction(determining, base, system.assumptions(), odes, names);
            DeterminingSystem reduced = steps.reduced();
            List<IExpr> coefficients = reduced.equations().stream()
                    .flatMap(e -> e.terms().values().stream())
                    .toList();
            DifferentialField field =
                    DifferentialField.of(coefficients, new LinkedHashSet<>(base), system.assumptions());
            Optional<FiniteForm> form =
                    FiniteForm.of(reduced, field, base, dimension.orElseThrow(), FiniteForm.LARGEST_COEFFICIENT);
            if (form.isEmpty()) {
                return;
            }
            List<List<IExpr>> candidates =
                    new ConnectionIntegrator(form.get().connection(), system.assumptions(), odes).candidates();
            SpanSolver.solve(reduced, Span.of(candidates), base, system.assumptions())
                    .ifPresent(found -> {
                        List<List<IExpr>> solutions = Independent.of(
                                found.solutions().stream()
                                        .map(steps::infinitesimals)
                                        .map(x -> Normal.withoutHalfAngles(x, system.assumptions()))
                                        .toList(),
                                base,
                                system.assumptions());
                        adopt(
                                new SpanSolver.Solution(solutions.size(), solutions),
                                "differential elimination",
                                "The equations were integrated one after the other; elimination left ordinary equations for what"
                                        + " remained, and the constants in their solutions were fixed by linear algebra.",
                                steps.lines());
                    });
        } catch (NotSmoothException | ArithmeticException outside) {
            // what was found so far stands
        }
    }

    private void attempt(Span span, String what) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Optional<SpanSolver.Solution> found =
                SpanSolver.solve(determining, span, system.jetSpace().free(), system.assumptions());
        found.ifPresent(f -> adopt(
                f,
                "linear algebra",
                what + " with unknown coefficients were put into the determining equations; " + f.dimension()
                        + " independent solutions are of this form.",
                List.of()));
    }

    private void adopt(SpanSolver.Solution found, String law, String why, List<Formula> before) {
        if (found.solutions().size() > best.solutions().size()) {
            adopt(found);
            List<Formula> all = new ArrayList<>(before);
            found.solutions().forEach(s -> all.add(line(s)));
            derivation.record(Step.Stage.SOLUTION, law, why, all, "");
        }
    }

    /** {@code (T, X, ..) = (.., .., ..)}. */
    private Formula line(List<IExpr> solution) {
        List<ISymbol> names =
                determining.unknowns().stream().map(UnknownFunction::name).toList();
        return Formula.equation(Expr.tuple(names), Expr.tuple(solution));
    }
}
