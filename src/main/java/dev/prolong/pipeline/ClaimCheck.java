package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Drift;
import dev.prolong.verification.Examination;
import dev.prolong.verification.Residual;
import dev.prolong.verification.Trajectory;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** Examines a user's claims about a system, one after the other. */
public final class ClaimCheck {
    private final DifferentialSystem system;
    private final Stopwatch watch = new Stopwatch();
    private final List<ExaminedClaim> examined = new ArrayList<>();

    private final Optional<Trajectory> data;
    private final Map<ISymbol, Double> values;

    private ClaimCheck(DifferentialSystem system, Optional<Trajectory> data, Map<ISymbol, Double> values) {
        this.system = system;
        this.data = data;
        this.values = new LinkedHashMap<>(values);
    }

    /** The verdict on each claim; a claim that the time did not suffice for is undecided. */
    public static VerificationResult of(DifferentialSystem system, List<UserClaim> claims, Optional<Duration> limit) {
        return of(system, claims, limit, Optional.empty(), Map.of());
    }

    /**
     * The same, and how far each quantity drifts along data.
     *
     * @param values of names that are no columns of the data
     * @throws dev.prolong.source.DiagnosticException where the data does not suffice for a quantity
     */
    public static VerificationResult of(
            DifferentialSystem system,
            List<UserClaim> claims,
            Optional<Duration> limit,
            Optional<Trajectory> data,
            Map<ISymbol, Double> values) {
        ClaimCheck check = new ClaimCheck(system, data, values);
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
        Optional<Drift> drift = watch.time("data", () -> drift(claim));
        Examination found = watch.time(
                "verification",
                () -> claim instanceof UserClaim.Symmetry s
                        ? verification.generator(s.claim())
                        : verification.quantity(((UserClaim.Quantity) claim).claim()));
        synchronized (examined) {
            examined.add(new ExaminedClaim(claim, found, drift, List.of()));
        }
        ExaminedClaim simplified = new ExaminedClaim(
                claim,
                watch.time("simplification", () -> simplified(found)),
                drift,
                watch.time("determining equations", () -> failing(claim, found)));
        synchronized (examined) {
            examined.set(examined.size() - 1, simplified);
        }
    }

    private List<FailedEquation> failing(UserClaim claim, Examination found) {
        return claim instanceof UserClaim.Symmetry s && found.verdict() instanceof Verdict.Refuted
                ? FailedEquation.of(system, s.claim()).stream()
                        .map(f -> new FailedEquation(f.equation(), Shortest.of(f.value(), system.assumptions())))
                        .toList()
                : List.of();
    }

    private Optional<Drift> drift(UserClaim claim) {
        return claim instanceof UserClaim.Quantity q
                ? data.map(d -> d.drift(q.claim().expression(), values))
                : Optional.empty();
    }

    private VerificationResult result(List<UserClaim> claims, List<String> limits) {
        List<ExaminedClaim> all;
        synchronized (examined) {
            all = new ArrayList<>(examined);
        }
        claims.stream()
                .skip(all.size())
                .map(c -> new ExaminedClaim(
                        c,
                        new Examination(new Verdict.Undecided("a limit was reached before"), List.of()),
                        Optional.empty(),
                        List.of()))
                .forEach(all::add);
        return new VerificationResult(system, all, limits, watch.timings());
    }

    /** With residuals as short as a normal form makes them; what was proved to vanish is 0. */
    private Examination simplified(Examination examination) {
        boolean proved = examination.verdict() instanceof Verdict.Proved;
        return new Examination(
                examination.verdict(),
                examination.residuals().stream()
                        .map(r -> new Residual(
                                r.of(), proved ? Expr.ZERO : Shortest.of(r.expression(), system.assumptions())))
                        .toList());
    }
}
