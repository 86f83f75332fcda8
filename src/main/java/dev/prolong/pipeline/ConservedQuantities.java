package dev.prolong.pipeline;

import dev.prolong.conservation.Branches;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.Independence;
import dev.prolong.conservation.IntegratingFactor;
import dev.prolong.conservation.direct.DirectMethod;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** The quantities of one smooth system, each with its verdict; those of the direct method only where they are proved. */
final class ConservedQuantities {
    private final DifferentialSystem system;
    private final Optional<IExpr> condition;
    private final Verification verification;
    private final List<Judged<ConservedQuantity>> found = new ArrayList<>();

    ConservedQuantities(DifferentialSystem system, Optional<IExpr> condition, Verification verification) {
        this.system = system;
        this.condition = condition;
        this.verification = verification;
    }

    List<Judged<ConservedQuantity>> found() {
        return List.copyOf(found);
    }

    /** How many of those found are functionally independent. */
    int independent() {
        return Independence.independent(system, expressions()).size();
    }

    /** From symmetries. */
    void fromSymmetries(List<Generator> basis) {
        for (ConservedQuantity q : IntegratingFactor.firstIntegrals(system, basis)) {
            Judged<ConservedQuantity> judged = judged(Branches.named(q, system));
            if (!(judged.verdict() instanceof Verdict.Refuted)) {
                found.add(judged);
            }
        }
    }

    /**
     * By linear algebra on candidates, what is independent of the quantities there.
     *
     * @param progress runs after each one found
     */
    void direct(Effort effort, Runnable progress) {
        DirectMethod.search(system, expressions(), effort, q -> {
            Judged<ConservedQuantity> judged = judged(q);
            boolean proved = judged.verdict() instanceof Verdict.Proved;
            if (proved) {
                found.add(judged);
                progress.run();
            }
            return proved;
        });
    }

    private Judged<ConservedQuantity> judged(ConservedQuantity q) {
        return new Judged<>(q, verification.quantity(q.expression(), condition).verdict());
    }

    private List<IExpr> expressions() {
        return found.stream().map(q -> q.claim().expression()).toList();
    }
}
