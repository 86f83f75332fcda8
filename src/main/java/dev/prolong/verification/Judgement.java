package dev.prolong.verification;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** Judges claims: exactly first; then, where names in it are free constants, by the condition on them; else at points. */
final class Judgement {
    private final DifferentialSystem system;
    private final Sampling sampling;

    Judgement(DifferentialSystem system, long seed) {
        this.system = system;
        this.sampling = new Sampling(system, seed);
    }

    Verdict of(Claim claim) {
        if (isVoid(claim)) {
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
        boolean fails = decisions.contains(ZeroDecision.NONZERO);
        if (claim.constants().isEmpty()) {
            return sampling.verdict(claim, fails);
        }
        ConstantConditions.Outcome outcome = conditions(claim);
        if (outcome instanceof ConstantConditions.Outcome.Met met) {
            return new Verdict.Conditional(met.condition());
        }
        Verdict atPoints = sampling.verdict(claim, fails);
        // a point refutes the claim for the constants there, not for others
        return outcome instanceof ConstantConditions.Outcome.Unknown unknown && !(atPoints instanceof Verdict.Supported)
                ? new Verdict.Undecided(unknown.reason())
                : atPoints;
    }

    /** Unknown where algebra fails, by a division by zero for some of the constants or in a factorization. */
    private ConstantConditions.Outcome conditions(Claim claim) {
        try {
            return new ConstantConditions(system, sampling, claim).outcome();
        } catch (NotSmoothException | ArithmeticException outside) {
            return new ConstantConditions.Outcome.Unknown("for which constants it holds was not found");
        }
    }

    /** Whether the claim is of a constant, whatever the free constants are; the shortest derivative that is not zero decides. */
    private boolean isVoid(Claim claim) {
        return !claim.gradient().isEmpty()
                && claim.gradientOnDomain().stream()
                        .sorted(Comparator.comparingLong(Expr::size))
                        .allMatch(e -> ZeroDecision.isZero(e, system.assumptions()));
    }
}
