package dev.prolong.verification;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Judges claims: exactly first; then, where names in it are free constants, by the condition on them; else at points. */
final class Judgement {
    private final DifferentialSystem system;
    private final Sampling sampling;

    Judgement(DifferentialSystem system, long seed) {
        this.system = system;
        this.sampling = new Sampling(system, seed);
    }

    Verdict of(Claim claim) {
        if (isVoid(claim, Map.of())) {
            return new Verdict.Refuted(sampling.constantWitness(claim));
        }
        List<ZeroDecision> decisions = new ArrayList<>();
        for (Residual residual : claim.residuals()) {
            decisions.add(ZeroDecision.of(within(claim.domain(), residual.expression()), system.assumptions()));
        }
        if (decisions.stream().allMatch(d -> d == ZeroDecision.ZERO)) {
            return sampling.isSurelyVarying(claim)
                    ? new Verdict.Proved()
                    : new Verdict.Undecided("it may be a constant");
        }
        if (!claim.constants().isEmpty()) {
            Optional<Verdict> conditional = conditional(claim);
            if (conditional.isPresent()) {
                return conditional.get();
            }
        }
        return sampling.verdict(claim, decisions.contains(ZeroDecision.NONZERO));
    }

    /** Whether the claim is of a constant, the free constants having these values; the shortest derivative that is not zero decides. */
    private boolean isVoid(Claim claim, Map<ISymbol, IExpr> values) {
        return !claim.gradient().isEmpty()
                && claim.gradient().stream()
                        .map(e -> Expr.substitute(e, values))
                        .sorted(Comparator.comparingLong(Expr::size))
                        .allMatch(e -> ZeroDecision.isZero(e, system.assumptions()));
    }

    /** The residual where the domain holds, zero elsewhere. */
    private static IExpr within(Optional<IExpr> domain, IExpr residual) {
        return domain.filter(d -> !d.equals(Condition.TRUE))
                .map(d -> Expr.piecewise(List.of(new Expr.Branch(d, residual)), Expr.ZERO))
                .orElse(residual);
    }

    private Optional<Verdict> conditional(Claim claim) {
        List<IExpr> residuals = claim.residuals().stream()
                .map(r -> within(claim.domain(), r.expression()))
                .toList();
        ConstantConditions.Outcome outcome = new ConstantConditions(system, claim.constants()).of(residuals);
        if (outcome instanceof ConstantConditions.Outcome.Met met) {
            // where only constants are left, the claim is wrong for all other values
            return isVoid(claim, met.solved())
                    ? Optional.empty()
                    : Optional.of(new Verdict.Conditional(met.condition()));
        }
        return outcome instanceof ConstantConditions.Outcome.Unknown unknown
                ? Optional.of(new Verdict.Undecided(unknown.reason()))
                : Optional.empty();
    }
}
