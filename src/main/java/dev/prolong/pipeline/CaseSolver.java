package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.ansatz.SymmetrySearch;
import dev.prolong.conservation.Branches;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.GeneralSolution;
import dev.prolong.conservation.IntegratingFactor;
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
    private AnsatzChoice used;

    CaseSolver(
            DifferentialSystem system,
            AnsatzChoice ansatz,
            Optional<IExpr> condition,
            Derivation derivation,
            Stopwatch watch) {
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
        List<Judged<ConservedQuantity>> conserved = watch.time("conserved", () -> conserved(basis, verification));
        List<IExpr> solution = watch.time("solution", () -> GeneralSolution.of(system, claims(conserved), names));
        record(standing, conserved);
        return new CaseResult(
                condition,
                system,
                found.determining(),
                checked,
                standing,
                standing.stream().map(x -> condition).toList(),
                commutators,
                group,
                conserved,
                conserved.size(),
                solution);
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

    private List<Judged<ConservedQuantity>> conserved(List<Generator> basis, Verification verification) {
        return IntegratingFactor.firstIntegrals(system, basis).stream()
                .map(q -> Branches.named(q, system))
                .map(q -> new Judged<>(
                        q, verification.quantity(q.expression(), condition).verdict()))
                .filter(q -> !(q.verdict() instanceof Verdict.Refuted))
                .toList();
    }

    private static List<ConservedQuantity> claims(List<Judged<ConservedQuantity>> judged) {
        return judged.stream().map(Judged::claim).toList();
    }

    private void record(List<Judged<Generator>> generators, List<Judged<ConservedQuantity>> conserved) {
        for (Judged<ConservedQuantity> q : conserved) {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "integrating factor",
                    "A symmetry whose characteristic does not vanish makes the equation exact when divided by it.",
                    List.of(Formula.expression(q.claim().expression())),
                    "Olver, theorem 2.48");
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
