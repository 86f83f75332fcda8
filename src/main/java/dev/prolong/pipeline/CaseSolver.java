package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.ansatz.SymmetrySearch;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.GeneralSolution;
import dev.prolong.conservation.Noether;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.derivation.Derivation;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.group.GroupAction;
import dev.prolong.group.GroupFlow;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.StructureConstants;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Examination;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The chain for one smooth system: determining equations, generators, algebra, group, quantities, each with its verdict. */
final class CaseSolver {
    private static final int LARGE = 6;
    static final Verdict NOT_YET = new Verdict.Undecided("a limit was reached before it was examined");

    private final DifferentialSystem system;
    private final AnsatzChoice ansatz;
    private final Optional<IExpr> condition;
    private final Derivation derivation;
    private final Stopwatch watch;
    private final FreshNames names;
    private final Consumer<CaseResult> progress;
    private final IntegralSearch integrals;
    private final Optional<IExpr> lagrangian;
    private final Verification verification;
    private final ClosingSteps closing;
    private final List<Judged<ConservedQuantity>> laws = new ArrayList<>();
    private volatile AnsatzChoice used;
    private CaseResult found;

    CaseSolver(
            DifferentialSystem system,
            AnsatzChoice ansatz,
            Optional<IExpr> condition,
            IntegralSearch integrals,
            Optional<IExpr> lagrangian,
            Derivation derivation,
            Stopwatch watch,
            Consumer<CaseResult> progress) {
        this.progress = progress;
        this.integrals = integrals;
        this.lagrangian = lagrangian;
        this.verification = new Verification(system);
        this.found = CaseResult.nothing(condition, system);
        this.ansatz = ansatz;
        this.used = ansatz;
        this.system = system;
        this.condition = condition;
        this.derivation = derivation;
        this.closing = new ClosingSteps(derivation);
        this.watch = watch;
        this.names = FreshNames.avoiding(system);
    }

    /** The ansatz that was settled on. */
    AnsatzChoice usedAnsatz() {
        return used;
    }

    /** With these laws of the system, found before. */
    CaseSolver with(List<Judged<ConservedQuantity>> more) {
        laws.addAll(more);
        return this;
    }

    /** Everything there is to find; each finding is told at once, so that a limit loses none. */
    CaseResult solve() {
        ConservedQuantities quantities = new ConservedQuantities(
                system, condition, verification, derivation, list -> tell(found.withConserved(list, list.size())));
        if (integrals != IntegralSearch.NONE && isLarge()) {
            watch.run("integrals", () -> quantities.early(KernelSupply.avoiding(system)));
        }
        symmetries();
        List<Generator> basis = found.algebra().basis();
        List<List<IExpr>> commutators = watch.time(
                "algebra",
                () -> StructureConstants.table(basis, generatorNames(basis.size()), system.assumptions())
                        .orElse(List.of()));
        tell(found.withCommutators(commutators));
        ISymbol eps = Expr.symbol(names.take("eps"));
        watch.run("conserved", () -> quantities.fromSymmetries(basis));
        lagrangian.ifPresent(l -> watch.run("noether", () -> quantities.noether(l, basis)));
        Optional<GeneralSolution> solution =
                watch.time("solution", () -> GeneralSolution.of(system, claims(found.conserved()), names));
        tell(found.withSolution(solution.stream().map(GeneralSolution::value).toList()));
        quantities.add(laws);
        KernelSupply kernels = new KernelSupply(
                names, basis.stream().flatMap(x -> x.infinitesimals().stream()).toList());
        integrals.effort().ifPresent(effort -> watch.run("integrals", () -> quantities.direct(effort, kernels)));
        lagrangian.ifPresent(quantities::nameGeneralised);
        if (integrals == IntegralSearch.FULL) {
            watch.run("parameter cases", () -> quantities.ofCases(Effort.QUICK, kernels));
            found.algebra().general().ifPresent(g -> watch.run("printed", () -> quantities.printed(g, names)));
        }
        tell(found.withConserved(quantities.found(), quantities.independent()));
        closing.quantities(
                found.conserved(), q -> lagrangian.flatMap(l -> Noether.characteristic(system, l, q.expression())));
        solution.ifPresent(s -> closing.solution(system, s));
        closing.checks(found.generators(), found.conserved(), quantities::rate);
        watch.time("group", () -> group(basis, eps));
        return found;
    }

    /** Of so many equations that the search for symmetries may take all the time there is, and for whose first integrals none is needed. */
    private boolean isLarge() {
        return system.isFirstOrder()
                && system.states().size() >= LARGE
                && system.forward().isEmpty()
                && lagrangian.isEmpty()
                && system.rightSides().stream().allMatch(f -> Expr.isFreeOf(f, system.independent()));
    }

    private void tell(CaseResult more) {
        found = more;
        progress.accept(more);
    }

    /** The symmetries as far as they were searched, none of them examined. */
    private void tell(SymmetrySearch.Outcome outcome) {
        used = outcome.ansatz();
        List<Judged<Generator>> unexamined = outcome.algebra().basis().stream()
                .map(x -> new Judged<>(x, NOT_YET))
                .toList();
        tell(found.withDetermining(outcome.determining()).withSymmetries(outcome.algebra(), unexamined));
    }

    private void symmetries() {
        SymmetrySearch.Outcome outcome =
                watch.time("symmetries", () -> SymmetrySearch.solve(system, ansatz, names, derivation, this::tell));
        tell(outcome);
        SymmetryAlgebra algebra = outcome.algebra();
        List<Judged<Generator>> judged = new ArrayList<>(found.generators());
        for (int i = 0; i < judged.size(); i++) {
            Generator x = judged.get(i).claim();
            Examination examination = watch.time("verification", () -> verification.generator(x, condition));
            closing.examined(x, examination);
            judged.set(i, new Judged<>(x, examination.verdict()));
            tell(found.withSymmetries(checked(algebra, judged), standing(judged)));
        }
        if (judged.isEmpty()) {
            tell(found.withSymmetries(checked(algebra, judged), judged));
        }
    }

    private static List<Judged<Generator>> standing(List<Judged<Generator>> judged) {
        return judged.stream()
                .filter(x -> !(x.verdict() instanceof Verdict.Refuted))
                .toList();
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

    private int group(List<Generator> basis, ISymbol eps) {
        GroupFlow flow = new GroupFlow(basis, eps, system.assumptions());
        List<GroupAction> actions = new ArrayList<>();
        for (Generator x : basis) {
            actions.add(flow.of(x));
            tell(found.withGroup(actions));
        }
        return actions.size();
    }

    private static List<ConservedQuantity> claims(List<Judged<ConservedQuantity>> judged) {
        return judged.stream().map(Judged::claim).toList();
    }
}
