package dev.prolong.ansatz;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The ansatz {@code T = T(t), X_i = X_i(x_i)}, solved completely: elimination gives one ordinary differential equation for each
 * infinitesimal and the dimension; then each is integrated in turn.
 */
public final class SeparableSolver {
    private final DifferentialSystem system;
    private final DeterminingSystem determining;
    private final DifferentialField field;
    private final PassiveForm passive;
    private final FreshNames names;
    private final List<ISymbol> constants = new ArrayList<>();
    private final Map<Integer, ComponentSolution> solved = new TreeMap<>();
    private final Map<Integer, Integer> steps = new TreeMap<>();
    private final Map<Integer, IExpr> knownParts = new TreeMap<>();
    private int elimination;

    private SeparableSolver(DifferentialSystem system, DeterminingSystem determining, FreshNames names, long work) {
        this.system = system;
        this.determining = determining;
        this.names = names;
        List<ISymbol> coordinates = system.jetSpace().free();
        List<IExpr> coefficients = determining.equations().stream()
                .flatMap(e -> e.terms().values().stream())
                .toList();
        this.field = DifferentialField.of(coefficients, new LinkedHashSet<>(coordinates), system.assumptions());
        field.limit(work);
        this.passive = PassiveForm.of(determining, field, coordinates);
        field.limit(Long.MAX_VALUE);
    }

    /**
     * All symmetries of the separable form.
     *
     * @param work how much the elimination may take, see {@link DifferentialField#limit}
     * @throws dev.prolong.algebra.field.WorkLimitException where it takes more
     */
    static SymmetryAlgebra solve(
            DifferentialSystem system,
            DeterminingSystem determining,
            FreshNames names,
            Derivation derivation,
            long work) {
        SeparableSolver solver = new SeparableSolver(system, determining, names, work);
        solver.record(derivation);
        solver.integrate(derivation);
        return solver.algebra();
    }

    private void record(Derivation derivation) {
        List<Formula> lines = new ArrayList<>();
        passive.rules().values().forEach(rule -> lines.add(Formula.equation(tree(rule.leading()), rightSide(rule))));
        elimination = derivation.record(
                Step.Stage.SOLUTION,
                lines.isEmpty() ? "no condition" : "differential elimination",
                lines.isEmpty()
                        ? "The condition holds whatever the infinitesimals of this form are: all of them are symmetries."
                        : "Each unknown depends on one coordinate. Solving for the highest derivatives and differentiating along the other"
                                + " coordinates leaves one ordinary differential equation for each.",
                lines,
                "Reid, Wittkopf and Boulton 1996",
                derivation.latest(Step.Stage.SPLITTING));
    }

    private IExpr tree(UnivariateJet jet) {
        return determining.unknowns().get(jet.unknown()).derivative(List.of(jet.order()));
    }

    private IExpr rightSide(PassiveForm.Rule rule) {
        List<IExpr> terms = new ArrayList<>();
        rule.right().forEach((jet, a) -> terms.add(Expr.times(coefficient(rule, jet, a), tree(jet))));
        return Expr.plus(terms);
    }

    /** A coefficient to be read: {@code f'/f} of the right side f that solves the homogeneous equation, where that is what it is. */
    private IExpr coefficient(PassiveForm.Rule rule, UnivariateJet jet, FieldElement a) {
        IExpr tree = field.tree(a);
        UnknownFunction unknown = determining.unknowns().get(jet.unknown());
        boolean own =
                jet.unknown() == rule.leading().unknown() && rule.leading().order() == 1;
        for (IExpr f : own ? hints(unknown) : List.<IExpr>of()) {
            IExpr slope = Differentiation.derivative(f, unknown.arguments().get(0));
            IExpr ratio = Expr.divide(slope, f);
            if (Expr.size(ratio) < Expr.size(tree)
                    && ZeroDecision.isZero(Expr.minus(ratio, tree), system.assumptions())) {
                return ratio;
            }
        }
        return tree;
    }

    /** Integrates the rules, each after those whose unknowns it names. */
    private void integrate(Derivation derivation) {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (PassiveForm.Rule rule : passive.rules().values()) {
                int g = rule.leading().unknown();
                boolean ready = rule.right().keySet().stream()
                        .allMatch(j -> j.unknown() == g || solved.containsKey(j.unknown()));
                if (!solved.containsKey(g) && ready) {
                    Optional<ComponentSolution> solution = component(rule);
                    if (solution.isPresent()) {
                        solved.put(g, solution.get());
                        record(derivation, rule, solution.get());
                        progress = true;
                    }
                }
            }
        }
    }

    private Optional<ComponentSolution> component(PassiveForm.Rule rule) {
        UnknownFunction unknown = determining.unknowns().get(rule.leading().unknown());
        List<IExpr> own = new ArrayList<>();
        for (int i = 0; i < rule.leading().order(); i++) {
            FieldElement a = rule.right().get(new UnivariateJet(rule.leading().unknown(), i));
            own.add(a == null ? Expr.ZERO : field.tree(a));
        }
        Map<ISymbol, List<IExpr>> sources = new LinkedHashMap<>();
        rule.right().forEach((jet, a) -> {
            if (jet.unknown() != rule.leading().unknown()) {
                ISymbol x =
                        determining.unknowns().get(jet.unknown()).arguments().get(0);
                solutionOf(jet.unknown())
                        .derivative(x, jet.order())
                        .forEach((c, d) -> sources.computeIfAbsent(c, k -> new ArrayList<>())
                                .add(Expr.times(field.tree(a), d)));
            }
        });
        Map<ISymbol, IExpr> sums = new LinkedHashMap<>();
        ISymbol x = unknown.arguments().get(0);
        sources.forEach((c, parts) -> sums.put(c, inOneCoordinate(Expr.plus(parts), x)));
        List<IExpr> known = new ArrayList<>();
        sums.forEach((c, sum) -> known.add(Expr.times(c, sum)));
        knownParts.put(rule.leading().unknown(), Expr.plus(known));
        return new LinearOdeSolver(x, system.assumptions(), hints(unknown), this::constant).solve(own, sums);
    }

    private ComponentSolution solutionOf(int unknown) {
        return java.util.Objects.requireNonNull(solved.get(unknown));
    }

    /** The source of a passive rule depends on its own coordinate only; where the tree does not show it, its normal form does. */
    private IExpr inOneCoordinate(IExpr e, ISymbol x) {
        boolean shows = system.jetSpace().free().stream().allMatch(s -> s.equals(x) || Expr.isFreeOf(e, s));
        if (shows) {
            return e;
        }
        DifferentialField own = DifferentialField.of(List.of(e), Set.of(), system.assumptions());
        return own.tree(own.element(e));
    }

    /** The right side of the coordinate's own equation: {@code f ∂_x} always solves the homogeneous equation. */
    private List<IExpr> hints(UnknownFunction unknown) {
        return system.equations().stream()
                .filter(e -> e.state().equals(unknown.coordinate()) && e.order() == 1)
                .map(Equation::rhs)
                .filter(f -> Expr.symbols(f).stream()
                        .noneMatch(s -> system.jetSpace().free().contains(s) && !s.equals(unknown.coordinate())))
                .toList();
    }

    private ISymbol constant() {
        ISymbol c = Expr.symbol(names.takeNumbered("c"));
        constants.add(c);
        return c;
    }

    private void record(Derivation derivation, PassiveForm.Rule rule, ComponentSolution solution) {
        int g = rule.leading().unknown();
        Set<Integer> from = new LinkedHashSet<>(Set.of(elimination));
        rule.right().keySet().stream()
                .map(j -> steps.get(j.unknown()))
                .filter(n -> n != null)
                .forEach(from::add);
        steps.put(
                g,
                derivation.record(new Step(
                        Step.Stage.SOLUTION,
                        law(rule, solution),
                        why(rule, solution),
                        lines(rule, solution),
                        solution.factor().equals(Expr.ONE) ? "" : "Boyce and DiPrima, section 2.1",
                        List.copyOf(from),
                        details(solution))));
    }

    /** The rule, the rule with what is known of the others put in, and the solution. */
    private List<Formula> lines(PassiveForm.Rule rule, ComponentSolution solution) {
        int g = rule.leading().unknown();
        IExpr unknown = determining.unknowns().get(g).tree();
        List<Formula> out = new ArrayList<>();
        List<IExpr> own = new ArrayList<>();
        rule.right().forEach((jet, a) -> {
            if (jet.unknown() == g) {
                own.add(Expr.times(coefficient(rule, jet, a), tree(jet)));
            }
        });
        boolean others = own.size() < rule.right().size();
        if (others || rule.leading().order() > 0) {
            out.add(Formula.equation(tree(rule.leading()), rightSide(rule)));
        }
        if (others && rule.leading().order() > 0) {
            own.add(java.util.Objects.requireNonNull(knownParts.get(g)));
            out.add(Formula.equation(tree(rule.leading()), Expr.plus(own)));
        }
        out.add(Formula.equation(unknown, solution.tree()));
        return out;
    }

    private static List<Step.Detail> details(ComponentSolution solution) {
        return solution.factor().equals(Expr.ONE)
                ? List.of()
                : List.of(new Step.Detail(
                        "The solution of the homogeneous part that was taken as the factor:",
                        List.of(Formula.expression(solution.factor()))));
    }

    private static String law(PassiveForm.Rule rule, ComponentSolution solution) {
        boolean alone = rule.right().keySet().stream()
                .allMatch(j -> j.unknown() != rule.leading().unknown());
        return solution.parts().isEmpty()
                ? "no freedom"
                : rule.leading().order() == 0
                        ? "given by the others"
                        : alone
                                ? "integration"
                                : solution.factor().equals(Expr.ONE) ? "linear equation" : "integrating factor";
    }

    private String why(PassiveForm.Rule rule, ComponentSolution solution) {
        String x = "`"
                + determining
                        .unknowns()
                        .get(rule.leading().unknown())
                        .arguments()
                        .get(0)
                        .getSymbolName() + "`";
        int order = rule.leading().order();
        return switch (law(rule, solution)) {
            case "no freedom" -> "The equations leave no freedom here.";
            case "given by the others" -> "The equations give this infinitesimal in terms of the others.";
            case "integration" ->
                "Integrating " + (order == 1 ? "once" : order == 2 ? "twice" : order + " times") + " in " + x
                        + " brings in "
                        + (order == 1 ? "a constant." : order == 2 ? "two constants." : order + " constants.");
            default ->
                "The equation is linear in this infinitesimal, an ordinary differential equation in " + x
                        + "; a solution of its homogeneous part as a factor makes it integrable.";
        };
    }

    private SymmetryAlgebra algebra() {
        List<ISymbol> coordinates =
                determining.unknowns().stream().map(UnknownFunction::coordinate).toList();
        boolean whole = solved.size() == determining.unknowns().size();
        List<Generator> basis = new ArrayList<>();
        List<ISymbol> used = new ArrayList<>();
        for (ISymbol c : constants) {
            List<IExpr> parts = new ArrayList<>();
            for (int g = 0; g < determining.unknowns().size(); g++) {
                ComponentSolution s = solved.get(g);
                parts.add(s == null ? Expr.ZERO : s.along(c));
            }
            if (whole) {
                basis.add(new Generator(coordinates, parts));
                used.add(c);
            }
        }
        Optional<Generator> general = whole
                ? Optional.of(new Generator(
                        coordinates,
                        solved.values().stream().map(ComponentSolution::tree).toList()))
                : Optional.empty();
        Optional<Integer> dimension = passive.dimension();
        return new SymmetryAlgebra(
                dimension,
                dimension.isEmpty(),
                basis,
                used,
                general,
                Pivots.assumptions(field, passive.pivots(), system.assumptions()));
    }
}
