package dev.prolong.pipeline;

import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import java.util.Map;

/**
 * The whole result of {@code derive}.
 *
 * @param overall what holds for the whole system (of a piecewise system: its pieces merged)
 * @param cases of a piecewise system: one result for each smooth piece; else empty
 * @param limits messages about limits that were reached
 * @param timings seconds by stage, in the order of the stages
 */
public record DerivationResult(
        DifferentialSystem system,
        AnsatzChoice ansatz,
        CaseResult overall,
        List<CaseResult> cases,
        List<Step> steps,
        List<String> limits,
        Map<String, Double> timings) {
    public DerivationResult {
        cases = List.copyOf(cases);
        steps = List.copyOf(steps);
        limits = List.copyOf(limits);
    }
}
