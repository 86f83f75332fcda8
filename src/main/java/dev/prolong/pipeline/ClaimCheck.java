package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Examination;
import dev.prolong.verification.Residual;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/** Examines a user's claims about a system, one after the other. */
public final class ClaimCheck {
    private final DifferentialSystem system;
    private final Stopwatch watch = new Stopwatch();
    private final List<ExaminedClaim> examined = new ArrayList<>();

    private ClaimCheck(DifferentialSystem system) {
        this.system = system;
    }

    /** The verdict on each claim; a claim that the time did not suffice for is undecided. */
    public static VerificationResult of(DifferentialSystem system, List<UserClaim> claims, Optional<Duration> limit) {
        ClaimCheck check = new ClaimCheck(system);
        return Deadline.within(
                limit,
                () -> {
                    claims.forEach(check::examine);
                    return check.result(claims, List.of());
                },
                bound -> check.result(claims, List.of(bound)));
    }

    private void examine(UserClaim claim) {
        Verification verification = new Verification(system);
        Examination found = watch.time(
                "verification",
                () -> claim instanceof UserClaim.Symmetry s
                        ? verification.generator(s.claim())
                        : verification.quantity(((UserClaim.Quantity) claim).claim()));
        synchronized (examined) {
            examined.add(new ExaminedClaim(claim, found));
        }
        ExaminedClaim simplified = new ExaminedClaim(claim, watch.time("simplification", () -> simplified(found)));
        synchronized (examined) {
            examined.set(examined.size() - 1, simplified);
        }
    }

    private VerificationResult result(List<UserClaim> claims, List<String> limits) {
        List<ExaminedClaim> all;
        synchronized (examined) {
            all = new ArrayList<>(examined);
        }
        claims.stream()
                .skip(all.size())
                .map(c -> new ExaminedClaim(
                        c, new Examination(new Verdict.Undecided("a limit was reached before"), List.of())))
                .forEach(all::add);
        return new VerificationResult(system, all, limits, watch.timings());
    }

    /** With residuals in normal form, where that is shorter. */
    private Examination simplified(Examination examination) {
        return new Examination(
                examination.verdict(),
                examination.residuals().stream()
                        .map(r -> new Residual(r.of(), simplified(r.expression())))
                        .toList());
    }

    private IExpr simplified(IExpr e) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), system.assumptions());
            IExpr normal = field.tree(field.element(e));
            return Expr.size(normal) < Expr.size(e) ? normal : e;
        } catch (NotSmoothException | ArithmeticException none) {
            return e;
        }
    }
}
