package dev.prolong.report;

import dev.prolong.derivation.Step;

/** What a reader is asked who does a step alone, and what helps. */
record Exercise(String task, String hint) {

    /** By the law that the step applies; else by its stage. */
    static Exercise of(Step step) {
        boolean conservation = step.stage() == Step.Stage.CONSERVATION;
        return switch (step.law()) {
            case "substitution" ->
                new Exercise(
                        "Remove the leading derivatives.",
                        "Write the prolonged coefficients out, and put the right side for each leading derivative.");
            case "differential elimination" ->
                new Exercise(
                        "Solve the determining equations for the highest derivatives of the unknowns.",
                        "Differentiate along coordinates on which an unknown does not depend, until each unknown has an equation of"
                                + " its own.");
            case "integration" ->
                new Exercise(
                        "Integrate.",
                        "Every integration brings in a constant: the unknown depends on one coordinate only, so it can depend on"
                                + " nothing else.");
            case "integrating factor" ->
                conservation
                        ? new Exercise(
                                "Find a conserved quantity.",
                                "Divide the equation by the characteristic of a symmetry, and integrate the exact form that you get.")
                        : new Exercise(
                                "Integrate the linear equation.",
                                "Solve its homogeneous part first; the quotient by that solution has a known derivative.");
            case "no freedom", "given by the others" ->
                new Exercise("Insert what is known.", "There is nothing to integrate here.");
            case "linear algebra" ->
                new Exercise(
                        "Find the solutions of this form.",
                        "Put in unknown coefficients, and compare the coefficients of independent functions.");
            case "Noether's theorem" ->
                new Exercise(
                        "Find the conserved quantity.",
                        "Which symmetry changes the Lagrangian by a total derivative only?");
            case "direct method", "direct method and Noether's theorem" ->
                new Exercise(
                        "Find a conserved quantity.",
                        "Add functions that occur in the equations, with unknown coefficients, and let the derivative along solutions"
                                + " vanish.");
            case "pairing" ->
                new Exercise(
                        "Pair the transformations with the adjoints.",
                        "Multiply the characteristic of each transformation along states and parameters by their adjoints, and add.");
            default -> {
                StageWords words = StageWords.of(step.stage());
                yield new Exercise(words.task(), words.hint());
            }
        };
    }
}
