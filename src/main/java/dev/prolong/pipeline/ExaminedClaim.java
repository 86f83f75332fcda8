package dev.prolong.pipeline;

import dev.prolong.verification.Drift;
import dev.prolong.verification.Examination;
import java.util.List;
import java.util.Optional;

/**
 * A user's claim with what came out.
 *
 * @param drift of a quantity for which there was data
 * @param failing the determining equations that a refuted generator does not satisfy, as far as they were looked for
 */
public record ExaminedClaim(
        UserClaim claim, Examination examination, Optional<Drift> drift, List<FailedEquation> failing) {
    public ExaminedClaim {
        failing = List.copyOf(failing);
    }
}
