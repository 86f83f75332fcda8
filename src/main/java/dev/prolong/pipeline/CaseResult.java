package dev.prolong.pipeline;

import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.group.GroupAction;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What was derived for a system, or for one smooth piece of it.
 *
 * @param condition where the piece holds; empty: everywhere
 * @param domains for each generator the condition under which it is claimed; empty: wherever its expressions are real
 * @param commutators {@code [X_i, X_j]} as expressions in the symbols {@code X1, X2, ..}; empty where not computed
 * @param solution the general solution of each state where known, else empty
 */
public record CaseResult(
        Optional<IExpr> condition,
        DifferentialSystem system,
        DeterminingSystem determining,
        SymmetryAlgebra algebra,
        List<Judged<Generator>> generators,
        List<Optional<IExpr>> domains,
        List<List<IExpr>> commutators,
        List<GroupAction> group,
        List<Judged<ConservedQuantity>> conserved,
        int independentConserved,
        List<IExpr> solution) {
    public CaseResult {
        generators = List.copyOf(generators);
        domains = List.copyOf(domains);
        commutators = List.copyOf(commutators);
        group = List.copyOf(group);
        conserved = List.copyOf(conserved);
        solution = List.copyOf(solution);
    }

    /** Nothing found yet. */
    public static CaseResult nothing(Optional<IExpr> condition, DifferentialSystem system) {
        return new CaseResult(
                condition,
                system,
                new DeterminingSystem(List.of(), List.of()),
                new SymmetryAlgebra(Optional.empty(), false, List.of(), List.of(), Optional.empty(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
    }

    CaseResult withDetermining(DeterminingSystem equations) {
        return new CaseResult(
                condition,
                system,
                equations,
                algebra,
                generators,
                domains,
                commutators,
                group,
                conserved,
                independentConserved,
                solution);
    }

    /** With generators, each claimed where the piece holds. */
    CaseResult withSymmetries(SymmetryAlgebra found, List<Judged<Generator>> judged) {
        List<Optional<IExpr>> everywhere = judged.stream().map(x -> condition).toList();
        return new CaseResult(
                condition,
                system,
                determining,
                found,
                judged,
                everywhere,
                commutators,
                group,
                conserved,
                independentConserved,
                solution);
    }

    CaseResult under(IExpr where) {
        return new CaseResult(
                Optional.of(where),
                system,
                determining,
                algebra,
                generators,
                domains,
                commutators,
                group,
                conserved,
                independentConserved,
                solution);
    }

    CaseResult withCommutators(List<List<IExpr>> table) {
        return new CaseResult(
                condition,
                system,
                determining,
                algebra,
                generators,
                domains,
                table,
                group,
                conserved,
                independentConserved,
                solution);
    }

    CaseResult withGroup(List<GroupAction> actions) {
        return new CaseResult(
                condition,
                system,
                determining,
                algebra,
                generators,
                domains,
                commutators,
                actions,
                conserved,
                independentConserved,
                solution);
    }

    CaseResult withConserved(List<Judged<ConservedQuantity>> quantities, int independent) {
        return new CaseResult(
                condition,
                system,
                determining,
                algebra,
                generators,
                domains,
                commutators,
                group,
                quantities,
                independent,
                solution);
    }

    CaseResult withSolution(List<IExpr> expressions) {
        return new CaseResult(
                condition,
                system,
                determining,
                algebra,
                generators,
                domains,
                commutators,
                group,
                conserved,
                independentConserved,
                expressions);
    }
}
