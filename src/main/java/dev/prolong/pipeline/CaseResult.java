package dev.prolong.pipeline;

import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.group.GroupAction;
import dev.prolong.symmetry.AlgebraStructure;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.MaximalAlgebra;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** What the commutators, or the dimension where it is the greatest there can be, say of the algebra. */
    public Optional<AlgebraStructure> structure() {
        // transformations that move parameters too are no point symmetries, of which there can be so many only
        boolean pointSymmetries = system.equations().size() == 1
                && algebra.basis().stream()
                        .allMatch(x -> x.coordinates().equals(system.jetSpace().base()));
        return AlgebraStructure.of(commutators)
                .or(() -> algebra.dimension()
                        .filter(d -> pointSymmetries)
                        .flatMap(d -> MaximalAlgebra.structure(
                                system.equations().get(0).order(), d)));
    }

    CaseResult withDetermining(DeterminingSystem equations) {
        return with(c -> c.determining = equations);
    }

    /** With generators, each claimed where the piece holds. */
    CaseResult withSymmetries(SymmetryAlgebra found, List<Judged<Generator>> judged) {
        return with(c -> {
            c.algebra = found;
            c.generators = judged;
            c.domains = judged.stream().map(x -> condition).toList();
        });
    }

    CaseResult under(IExpr where) {
        return with(c -> c.condition = Optional.of(where));
    }

    CaseResult withCommutators(List<List<IExpr>> table) {
        return with(c -> c.commutators = table);
    }

    CaseResult withGroup(List<GroupAction> actions) {
        return with(c -> c.group = actions);
    }

    CaseResult withConserved(List<Judged<ConservedQuantity>> quantities, int independent) {
        return with(c -> {
            c.conserved = quantities;
            c.independentConserved = independent;
        });
    }

    CaseResult withSolution(List<IExpr> expressions) {
        return with(c -> c.solution = expressions);
    }

    private CaseResult with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.result();
    }

    /** The components of a result, open to change until the next result is made of them. */
    private static final class Copy {
        private Optional<IExpr> condition;
        private final DifferentialSystem system;
        private DeterminingSystem determining;
        private SymmetryAlgebra algebra;
        private List<Judged<Generator>> generators;
        private List<Optional<IExpr>> domains;
        private List<List<IExpr>> commutators;
        private List<GroupAction> group;
        private List<Judged<ConservedQuantity>> conserved;
        private int independentConserved;
        private List<IExpr> solution;

        Copy(CaseResult r) {
            condition = r.condition;
            system = r.system;
            determining = r.determining;
            algebra = r.algebra;
            generators = r.generators;
            domains = r.domains;
            commutators = r.commutators;
            group = r.group;
            conserved = r.conserved;
            independentConserved = r.independentConserved;
            solution = r.solution;
        }

        CaseResult result() {
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
                    solution);
        }
    }
}
