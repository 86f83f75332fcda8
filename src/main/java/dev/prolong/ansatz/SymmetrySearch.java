package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.ansatz.firstorder.FirstOrderSearch;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The symmetries of a smooth system within an ansatz: the entry to all solvers. */
public final class SymmetrySearch {
    private static final int LARGE = 8;
    /** Of separable infinitesimals whose equations do not come apart. */
    private static final int DEGREE_WHERE_COUPLED = 2;

    private static final int HIGHEST_KERNEL_DEGREE = 2;
    private static final int MOST_KERNEL_COLUMNS = 300;

    private SymmetrySearch() {}

    /**
     * What a search came to.
     *
     * @param ansatz the one that was used; for {@code auto} the one that was settled on
     */
    public record Outcome(AnsatzChoice ansatz, DeterminingSystem determining, SymmetryAlgebra algebra) {
        /** Before the equations are solved; with the dimension, where it is known already. */
        static Outcome unsolved(AnsatzChoice ansatz, DeterminingSystem determining, Optional<Integer> dimension) {
            SymmetryAlgebra nothing =
                    new SymmetryAlgebra(dimension, false, List.of(), List.of(), Optional.empty(), List.of());
            return new Outcome(ansatz, determining, nothing);
        }
    }

    /** Searches within the ansatz. */
    public static Outcome solve(
            DifferentialSystem system, AnsatzChoice choice, FreshNames names, Derivation derivation) {
        return solve(system, choice, names, derivation, part -> {});
    }

    /** Symmetries of one equation of first order by the methods made for those alone; none where they found none. */
    public static List<Generator> firstOrder(DifferentialSystem equation, FreshNames names) {
        return new AutomaticSearch(equation, names, new Derivation(), part -> {})
                .firstOrder()
                .map(FirstOrderSearch.Found::generators)
                .orElse(List.of());
    }

    /**
     * The same, so that a limit loses nothing.
     *
     * @param soFar is told what there is as soon as it is there: the determining equations, then the dimension, then, where several ansätze
     *     are tried, the outcome of each
     */
    public static Outcome solve(
            DifferentialSystem system,
            AnsatzChoice choice,
            FreshNames names,
            Derivation derivation,
            Consumer<Outcome> soFar) {
        return switch (choice.kind()) {
            case POLYNOMIAL -> {
                List<UnknownFunction> form = AnsatzForm.general(system, names);
                DeterminingSystem determining = DeterminingEquations.of(system, form, derivation);
                yield polynomial(system, choice, determining, names, derivation, soFar);
            }
            case GENERAL -> finite(system, choice, AnsatzForm.general(system, names), names, derivation, soFar);
            case PROJECTABLE -> finite(system, choice, AnsatzForm.projectable(system, names), names, derivation, soFar);
            case EXPLICIT ->
                finite(
                        system,
                        choice,
                        AnsatzForm.explicit(system, choice.dependence(), names),
                        names,
                        derivation,
                        soFar);
            case EQUIVALENCE -> EquivalenceSearch.solve(system, names, derivation, soFar);
            case AUTO ->
                system.isOfFiniteType()
                        ? solve(system, AnsatzChoice.of(AnsatzChoice.Kind.GENERAL), names, derivation, soFar)
                        : isLargeBackpropagation(system)
                                ? EquivalenceSearch.solve(system, names, derivation, soFar)
                                : new AutomaticSearch(system, names, derivation, soFar).search();
            case KERNEL -> kernel(system, choice, names, derivation, soFar);
            case LINEAR -> AffineAnsatz.solve(system, names, derivation, soFar);
            case SEPARABLE -> {
                List<UnknownFunction> form = AnsatzForm.separable(system, names);
                yield separable(system, form, names, derivation, Long.MAX_VALUE, soFar);
            }
        };
    }

    /** The adjoint equations of vectors and matrices couple so many states that only the forward model is looked at. */
    private static boolean isLargeBackpropagation(DifferentialSystem system) {
        return system.states().size() > LARGE && system.forward().isPresent();
    }

    /**
     * What an exact solution of the determining equations takes as non-zero, beyond what the outcome says already. Costly: an elimination of
     * its own.
     */
    public static List<Assumption> parameterPivots(
            DifferentialSystem system, AnsatzChoice ansatz, DeterminingSystem determining, int dimension) {
        return ansatz.kind() == AnsatzChoice.Kind.SEPARABLE
                        || ansatz.kind() == AnsatzChoice.Kind.POLYNOMIAL
                        || ansatz.kind() == AnsatzChoice.Kind.LINEAR
                        || ansatz.kind() == AnsatzChoice.Kind.KERNEL
                        || ansatz.kind() == AnsatzChoice.Kind.EQUIVALENCE
                        || isGreatest(system, dimension)
                ? List.of()
                : ParameterPivots.of(system, determining, dimension);
    }

    /** Of the greatest dimension that such a system can have, so that no value of the parameters has more. */
    private static boolean isGreatest(DifferentialSystem system, int dimension) {
        int m = system.states().size();
        List<Integer> orders = system.jetSpace().orders();
        return orders.stream().allMatch(n -> n == 2)
                ? dimension == m * m + 4 * m + 3
                : m == 1 && orders.get(0) > 2 && dimension == orders.get(0) + 4;
    }

    static Outcome separable(
            DifferentialSystem system,
            List<UnknownFunction> form,
            FreshNames names,
            Derivation derivation,
            long work,
            Consumer<Outcome> soFar) {
        AnsatzChoice choice = AnsatzChoice.of(AnsatzChoice.Kind.SEPARABLE);
        DeterminingSystem determining = DeterminingEquations.of(system, form, derivation);
        soFar.accept(Outcome.unsolved(choice, determining, Optional.empty()));
        int elimination = derivation.size() + 1;
        FreshNames unused = names.copy();
        SymmetryAlgebra found = SeparableSolver.solve(system, determining, names, derivation, work);
        boolean coupled = !found.infinite()
                && found.basis().isEmpty()
                && found.dimension().orElse(0) > 0;
        if (!coupled || work < Long.MAX_VALUE) {
            return new Outcome(choice, determining, found);
        }
        derivation.dropAfter(elimination);
        Span span = Span.polynomial(determining.unknowns(), DEGREE_WHERE_COUPLED, List.of(Expr.ONE));
        SymmetryAlgebra polynomial = spanned(
                        system,
                        choice,
                        determining,
                        span,
                        "a polynomial of degree " + DEGREE_WHERE_COUPLED
                                + " with unknown coefficients, since the equations" + " that are left are coupled",
                        unused,
                        derivation,
                        part -> {})
                .algebra();
        return new Outcome(
                choice,
                determining,
                new SymmetryAlgebra(
                        found.dimension(),
                        false,
                        polynomial.basis(),
                        polynomial.constants(),
                        polynomial.general(),
                        found.assumptions()));
    }

    private static Outcome finite(
            DifferentialSystem system,
            AnsatzChoice choice,
            List<UnknownFunction> form,
            FreshNames names,
            Derivation derivation,
            Consumer<Outcome> soFar) {
        DeterminingSystem determining = DeterminingEquations.of(system, form, derivation);
        soFar.accept(Outcome.unsolved(choice, determining, Optional.empty()));
        SymmetryAlgebra algebra = GeneralSolver.solve(
                system, determining, names, derivation, part -> soFar.accept(new Outcome(choice, determining, part)));
        return new Outcome(choice, determining, algebra);
    }

    static Outcome polynomial(
            DifferentialSystem system,
            AnsatzChoice choice,
            DeterminingSystem determining,
            FreshNames names,
            Derivation derivation,
            Consumer<Outcome> soFar) {
        soFar.accept(Outcome.unsolved(choice, determining, Optional.empty()));
        Span span = Span.polynomial(determining.unknowns(), choice.degree(), List.of(Expr.ONE));
        String what = "a polynomial of degree " + choice.degree() + " with unknown coefficients";
        return spanned(system, choice, determining, span, what, names, derivation, soFar);
    }

    /** Monomials times the functions in the equations, of the highest degree that is not too large. */
    private static Outcome kernel(
            DifferentialSystem system,
            AnsatzChoice choice,
            FreshNames names,
            Derivation derivation,
            Consumer<Outcome> soFar) {
        DeterminingSystem determining = DeterminingEquations.of(system, AnsatzForm.general(system, names), derivation);
        soFar.accept(Outcome.unsolved(choice, determining, Optional.empty()));
        List<IExpr> factors = KernelFactors.of(system);
        int degree = HIGHEST_KERNEL_DEGREE;
        Span span = Span.polynomial(determining.unknowns(), degree, factors);
        while (degree > 0 && span.columns().size() > MOST_KERNEL_COLUMNS) {
            span = Span.polynomial(determining.unknowns(), --degree, factors);
        }
        String what = "a combination, with unknown coefficients, of monomials of degree up to " + degree + " times the "
                + factors.size() + " functions 1 and those of the equations, their antiderivatives and products";
        return spanned(system, choice, determining, span, what, names, derivation, soFar);
    }

    private static Outcome spanned(
            DifferentialSystem system,
            AnsatzChoice choice,
            DeterminingSystem determining,
            Span span,
            String what,
            FreshNames names,
            Derivation derivation,
            Consumer<Outcome> soFar) {
        Optional<SpanSolver.Solution> solution = SpanSolver.solve(
                determining,
                span,
                system.jetSpace().free(),
                system.assumptions(),
                Centralizer.of(system),
                part -> soFar.accept(new Outcome(
                        choice,
                        determining,
                        algebra(determining, Optional.of(part.dimension()), part.solutions(), names.copy()))));
        SymmetryAlgebra algebra = algebra(
                determining,
                solution.map(SpanSolver.Solution::dimension),
                solution.map(SpanSolver.Solution::solutions).orElse(List.of()),
                names);
        derivation.record(
                Step.Stage.SOLUTION,
                "linear algebra",
                "Every infinitesimal is taken as " + what
                        + ". Put into the determining equations, the coefficients of linearly independent"
                        + " functions give " + span.columns().size()
                        + " unknowns a linear system, whose solutions have dimension "
                        + algebra.dimension().map(String::valueOf).orElse("unknown") + ".",
                algebra.general().map(g -> lines(determining, g)).orElse(List.of()),
                "Bluman and Anco, section 3.2");
        return new Outcome(choice, determining, algebra);
    }

    private static List<Formula> lines(DeterminingSystem determining, Generator general) {
        List<Formula> out = new ArrayList<>();
        for (UnknownFunction u : determining.unknowns()) {
            out.add(Formula.equation(u.tree(), general.along(u.coordinate())));
        }
        return out;
    }

    /** The algebra of the solutions, a constant for each. */
    static SymmetryAlgebra algebra(
            DeterminingSystem determining, Optional<Integer> dimension, List<List<IExpr>> solutions, FreshNames names) {
        List<ISymbol> coordinates =
                determining.unknowns().stream().map(UnknownFunction::coordinate).toList();
        List<Generator> basis =
                solutions.stream().map(x -> new Generator(coordinates, x)).toList();
        List<ISymbol> constants = new ArrayList<>();
        basis.forEach(x -> constants.add(Expr.symbol(names.takeNumbered("c"))));
        return new SymmetryAlgebra(
                dimension, false, basis, constants, Optional.of(combination(coordinates, basis, constants)), List.of());
    }

    static Generator combination(List<ISymbol> coordinates, List<Generator> basis, List<ISymbol> constants) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            List<IExpr> terms = new ArrayList<>();
            for (int k = 0; k < basis.size(); k++) {
                terms.add(Expr.times(
                        constants.get(k), basis.get(k).infinitesimals().get(i)));
            }
            out.add(Expr.plus(terms));
        }
        return new Generator(coordinates, out);
    }
}
