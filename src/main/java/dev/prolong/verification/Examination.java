package dev.prolong.verification;

import java.util.List;

/**
 * A claim examined: the verdict, and what it rests on.
 *
 * @param residuals what had to vanish, as it came out, not simplified
 */
public record Examination(Verdict verdict, List<Residual> residuals) {
    public Examination {
        residuals = List.copyOf(residuals);
    }
}
