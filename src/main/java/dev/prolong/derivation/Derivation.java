package dev.prolong.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The recorded steps, in the order in which they were taken. Written while solving; never recomputed. May be read while another thread
 * still writes.
 */
public final class Derivation {
    private final List<Step> steps = new ArrayList<>();
    private volatile Consumer<Step> listener = step -> {};

    /** From now on tells each step to a listener as soon as it is taken, in place of the one before. */
    public void listen(Consumer<Step> heard) {
        this.listener = heard;
    }

    /** Records a step and returns its number, from 1. */
    public int record(Step.Stage stage, String law, String why, List<Formula> formulas, String reference) {
        return record(stage, law, why, formulas, reference, List.of());
    }

    /** Records a step that follows from the steps of these numbers. */
    public int record(
            Step.Stage stage, String law, String why, List<Formula> formulas, String reference, List<Integer> from) {
        return record(new Step(stage, law, why, formulas, reference, from, List.of()));
    }

    /** Records a step and returns its number, from 1. */
    public int record(Step step) {
        int number;
        synchronized (steps) {
            steps.add(step);
            number = steps.size();
        }
        listener.accept(step);
        return number;
    }

    /** The number of the last step; 0 where there is none. */
    public int size() {
        synchronized (steps) {
            return steps.size();
        }
    }

    /** Drops all steps after the one of this number: a way that led nowhere. */
    public void dropAfter(int number) {
        synchronized (steps) {
            steps.subList(number, steps.size()).clear();
        }
    }

    /** The numbers of the latest steps of a stage: the last run of them without a step of another stage between. */
    public List<Integer> latest(Step.Stage stage) {
        List<Integer> out = new ArrayList<>();
        synchronized (steps) {
            int i = steps.size() - 1;
            while (i >= 0 && steps.get(i).stage() != stage) {
                i--;
            }
            for (; i >= 0 && steps.get(i).stage() == stage; i--) {
                out.add(0, i + 1);
            }
        }
        return out;
    }

    public List<Step> steps() {
        synchronized (steps) {
            return List.copyOf(steps);
        }
    }
}
