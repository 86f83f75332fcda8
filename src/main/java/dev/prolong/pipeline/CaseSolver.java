package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.ansatz.SymmetrySearch;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.GeneralSolution;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.group.GroupAction;
import dev.prolong.group.GroupFlow;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.StructureConstants;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The chain for one smooth system: determining equations, generators, algebra, group, quantities, each with its verdict. */
final class CaseSolver {
    private final DifferentialSystem system;
    private final AnsatzChoice ansatz;
    private final Optional<IExpr> condition;
    private final Derivation derivation;
    private final Stopwatch watch;
    private final FreshNames names;
    private final Integrals integrals;
    private final Consumer<CaseResult> progress;
    private AnsatzChoice used;

    /**
     * @param progress takes what is finished, whenever there is more of it
     */
    CaseSolver(
            DifferentialSystem system,
            AnsatzChoice ansatz,
            Optional<IExpr> condition,
            Integrals integrals,
            Derivation derivation,
            Stopwatch watch,
            Consumer<CaseResult> progress) {
        this.integrals = integrals;
        this.progress = progress;
        this.ansatz = ansatz;
        this.used = ansatz;
        this.system = system;
        this.condition = condition;
        this.derivation = derivation;
        this.watch = watch;
        this.names = FreshNames.avoiding(system);
    }

    /** The ansatz that was settled on. */
    AnsatzChoice usedAnsatz() {
        return used;
    }

    CaseResult solve() {
        SymmetrySearch.Outcome found =
                watch.time("symmetries", () -> SymmetrySearch.solve(system, ansatz, names, derivation));
        SymmetryAlgebra algebra = found.algebra();
        used = found.ansatz();
        Verification verification = new Verification(system);
        List<Judged<Generator>> generators = watch.time(
                "verification",
                () -> algebra.basis().stream()
                        .map(x -> new Judged<>(
                                x, verification.generator(x, condition).verdict()))
                        .toList());
        List<Judged<Generator>> standing = generators.stream()
                .filter(x -> !(x.verdict() instanceof Verdict.Refuted))
                .toList();
        SymmetryAlgebra checked = checked(algebra, generators);
        List<Generator> basis = standing.stream().map(Judged::claim).toList();
        List<List<IExpr>> commutators = watch.time(
                "algebra",
                () -> StructureConstants.table(basis, generatorNames(basis.size()), system.assumptions())
                        .orElse(List.of()));
        List<GroupAction> group = watch.time("group", () -> group(basis));
        ConservedQuantities quantities = new ConservedQuantities(system, condition, verification);
        watch.run("conserved", () -> quantities.fromSymmetries(basis));
        List<IExpr> solution =
                watch.time("solution", () -> GeneralSolution.of(system, claims(quantities.found()), names));
        Supplier<CaseResult> result = () -> new CaseResult(
                condition,
                system,
                found.determining(),
                checked,
                standing,
                standing.stream().map(x -> condition).toList(),
                commutators,
                group,
                quantities.found(),
                quantities.independent(),
                solution);
        progress.accept(result.get());
        integrals
                .effort()
                .ifPresent(effort ->
                        watch.run("integrals", () -> quantities.direct(effort, () -> progress.accept(result.get()))));
        record(standing, quantities.found());
        return result.get();
    }

    /** The algebra of the generators that stand, and with what their expressions divide by among the assumptions. */
    private SymmetryAlgebra checked(SymmetryAlgebra algebra, List<Judged<Generator>> judged) {
        List<Generator> basis = new ArrayList<>();
        List<ISymbol> constants = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (!(judged.get(i).verdict() instanceof Verdict.Refuted)) {
                basis.add(judged.get(i).claim());
                constants.add(algebra.constants().get(i));
            }
        }
        Set<Assumption> assumptions = new LinkedHashSet<>(algebra.assumptions());
        assumptions.addAll(Divisors.of(basis, system));
        return new SymmetryAlgebra(
                algebra.dimension(),
                algebra.infinite(),
                basis,
                constants,
                basis.size() == judged.size() ? algebra.general() : Optional.empty(),
                List.copyOf(assumptions));
    }

    private static List<ISymbol> generatorNames(int n) {
        List<ISymbol> out = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            out.add(Expr.symbol("X" + i));
        }
        return out;
    }

    private List<GroupAction> group(List<Generator> basis) {
        ISymbol eps = Expr.symbol(names.take("eps"));
        return basis.stream()
                .map(x -> GroupFlow.of(x, eps, system.assumptions()))
                .toList();
    }

    private static List<ConservedQuantity> claims(List<Judged<ConservedQuantity>> judged) {
        return judged.stream().map(Judged::claim).toList();
    }

    private void record(List<Judged<Generator>> generators, List<Judged<ConservedQuantity>> conserved) {
        for (Judged<ConservedQuantity> q : conserved) {
            List<Formula> formula = List.of(Formula.expression(q.claim().expression()));
            if (q.claim().from().isEmpty()) {
                derivation.record(
                        Step.Stage.CONSERVATION,
                        "direct method",
                        "A combination of functions that occur in the system whose derivative along solutions vanishes.",
                        formula,
                        "Goriely, chapter 2");
            } else {
                derivation.record(
                        Step.Stage.CONSERVATION,
                        "integrating factor",
                        "A symmetry whose characteristic does not vanish makes the equation exact when divided by it.",
                        formula,
                        "Olver, theorem 2.48");
            }
        }
        long proved = generators.stream()
                        .filter(g -> g.verdict() instanceof Verdict.Proved)
                        .count()
                + conserved.stream()
                        .filter(q -> q.verdict() instanceof Verdict.Proved)
                        .count();
        derivation.record(
                Step.Stage.VERIFICATION,
                "linearised symmetry condition",
                "Each generator was put into the linearised equations and each quantity differentiated along solutions: "
                        + proved + " of " + (generators.size() + conserved.size()) + " claims are proved.",
                List.of(),
                "Olver, section 5.1");
    }
}
