package dev.prolong.pipeline;

import dev.prolong.ansatz.EquivalenceSolver;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.Pairing;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The laws of a backpropagation system that the equivalence transformations of its forward model give, each with its verdict. They are
 * those of the whole system, whatever smooth pieces it has.
 */
final class PairingLaws {
    private final DifferentialSystem system;
    private final List<Judged<ConservedQuantity>> found = new ArrayList<>();
    private volatile int rank;

    PairingLaws(DifferentialSystem system) {
        this.system = system;
    }

    /** What is judged so far. */
    List<Judged<ConservedQuantity>> found() {
        synchronized (found) {
            return List.copyOf(found);
        }
    }

    void search(Derivation derivation) {
        Optional<EquivalenceSolver.Found> transformations = system.forward().flatMap(EquivalenceSolver::solve);
        if (transformations.isEmpty()) {
            return;
        }
        Verification verification = new Verification(system);
        for (ConservedQuantity law : independent(transformations.get())) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            Verdict verdict =
                    verification.quantity(law.expression(), Optional.empty()).verdict();
            if (!(verdict instanceof Verdict.Refuted)) {
                synchronized (found) {
                    found.add(new Judged<>(law, verdict));
                }
            }
        }
        derivation.record(
                Step.Stage.CONSERVATION,
                "pairing",
                "The equivalence transformations of the forward model, affine in states and parameters, have dimension "
                        + transformations.get().dimension()
                        + ". Each, paired with the adjoints, is a quantity that backpropagation conserves.",
                found().stream()
                        .map(q -> Formula.expression(q.claim().expression()))
                        .toList(),
                "Ibragimov 2007");
    }

    /** A law that is a function of others, as a constant multiple of one, says nothing new. */
    private List<ConservedQuantity> independent(EquivalenceSolver.Found transformations) {
        List<ConservedQuantity> laws = Pairing.laws(system, transformations.generators());
        List<IExpr> expressions =
                laws.stream().map(ConservedQuantity::expression).toList();
        PairingRank.Independent independent = PairingRank.independent(system, expressions);
        rank = independent.rank();
        return independent.places().stream().map(laws::get).toList();
    }

    /** A result with those of these laws added that it does not have yet. */
    CaseResult addedTo(CaseResult result) {
        List<Judged<ConservedQuantity>> all = new ArrayList<>(result.conserved());
        List<Judged<ConservedQuantity>> laws = found();
        laws.stream().filter(q -> !all.contains(q)).forEach(all::add);
        return all.size() == result.conserved().size()
                ? result
                : result.withConserved(all, Math.max(result.independentConserved(), Math.min(rank, laws.size())));
    }
}
