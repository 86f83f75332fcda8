package dev.prolong.pipeline;

import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The whole result of {@code verify}.
 *
 * @param claims in the order in which they were made
 * @param limits messages about limits that were reached
 * @param timings seconds by stage
 */
public record VerificationResult(
        DifferentialSystem system, List<ExaminedClaim> claims, List<String> limits, Map<String, Double> timings) {
    public VerificationResult {
        claims = List.copyOf(claims);
        limits = List.copyOf(limits);
    }

    /** What is known of all the claims together: refuted if one is, then undecided, conditional, supported, and else proved. */
    public String word() {
        for (String word : List.of("refuted", "undecided", "conditional", "supported")) {
            if (claims.stream()
                    .map(c -> c.examination().verdict())
                    .map(Verdict::word)
                    .anyMatch(word::equals)) {
                return word;
            }
        }
        return "proved";
    }
}
