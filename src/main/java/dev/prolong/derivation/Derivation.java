package dev.prolong.derivation;

import java.util.ArrayList;
import java.util.List;

/**
 * The recorded steps, in the order in which they were taken. Written while solving; never recomputed. May be read while another thread
 * still writes.
 */
public final class Derivation {
    private final List<Step> steps = new ArrayList<>();

    public synchronized void record(
            Step.Stage stage, String law, String why, List<Formula> formulas, String reference) {
        steps.add(new Step(stage, law, why, formulas, reference));
    }

    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }
}
