package dev.prolong.verification;

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
        for (IExpr residual : claim.residualsOnDomain()) {
            decisions.add(ZeroDecision.of(residual, system.assumptions()));
        }
        if (decisions.stream().allMatch(d -> d == ZeroDecision.ZERO)) {
            if (sampling.isNowhereReal(claim)) {
                return new Verdict.Undecided("it is real at none of the points that were tried");
            }
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
                && claim.gradientOnDomain().stream()
                        .map(e -> Expr.substitute(e, values))
                        .sorted(Comparator.comparingLong(Expr::size))
                        .allMatch(e -> ZeroDecision.isZero(e, system.assumptions()));
    }

    private Optional<Verdict> conditional(Claim claim) {
        List<IExpr> residuals = claim.residualsOnDomain();
        ConstantConditions.Outcome outcome = new ConstantConditions(system, claim.constants()).of(residuals);
        if (outcome instanceof ConstantConditions.Outcome.Unknown unknown) {
            return Optional.of(new Verdict.Undecided(unknown.reason()));
        }
        List<ConstantConditions.Outcome.Met> found = outcome instanceof ConstantConditions.Outcome.Met met
                ? List.of(met)
                : new SpecialConstants(system, claim.constants()).of(residuals);
        // where only constants are left, the claim is wrong for all other values
        return found.stream()
                .filter(met -> !isVoid(claim, met.solved()))
                .findFirst()
                .map(met -> new Verdict.Conditional(met.condition()));
    }
}
