package dev.prolong.derivation;

import java.util.List;

/**
 * One step of a derivation, as it was taken.
 *
 * @param stage the part of the chain it belongs to
 * @param law the law applied, a short noun phrase: "separation of variables"
 * @param why what was done and why it may be done, one or two sentences; names of symbols stand between backquotes, there is no other
 *     markup
 * @param formulas the lines displayed
 * @param reference where the law stands in a book or paper, or empty
 * @param from the numbers, from 1, of the steps it follows from; may be empty
 * @param details what else was written down on the way, for who wants to see everything
 */
public record Step(
        Stage stage,
        String law,
        String why,
        List<Formula> formulas,
        String reference,
        List<Integer> from,
        List<Detail> details) {
    /** The law of the step with which a smooth piece of a system begins. */
    public static final String SMOOTH_PIECE = "smooth piece";

    /** The law of the step with which a case of special values of parameters begins. */
    public static final String SPECIAL_PARAMETERS = "special parameters";

    /**
     * Lines that lead to the formulas of a step or check them.
     *
     * @param words what they are, in the manner of {@code why}
     */
    public record Detail(String words, List<Formula> formulas) {
        public Detail {
            formulas = List.copyOf(formulas);
        }
    }

    /** The parts of the chain. */
    public enum Stage {
        SYSTEM,
        PROLONGATION,
        INVARIANCE,
        SPLITTING,
        SOLUTION,
        GENERATORS,
        GROUP,
        CONSERVATION,
        GENERAL_SOLUTION,
        VERIFICATION
    }

    public Step {
        formulas = List.copyOf(formulas);
        from = List.copyOf(from);
        details = List.copyOf(details);
    }

    public Step(Stage stage, String law, String why, List<Formula> formulas, String reference) {
        this(stage, law, why, formulas, reference, List.of(), List.of());
    }
}
