package dev.prolong.pipeline;

import dev.prolong.verification.Drift;
import dev.prolong.verification.Examination;
import java.util.Optional;

/**
 * A user's claim with what came out.
 *
 * @param drift of a quantity for which there was data
 */
public record ExaminedClaim(UserClaim claim, Examination examination, Optional<Drift> drift) {
    ExaminedClaim withDrift(Optional<Drift> found) {
        return new ExaminedClaim(claim, examination, found);
    }
}
