package dev.prolong.report;

import dev.prolong.derivation.Step;

/** What a stage of the derivation is called, and what a reader is asked who does it alone. */
enum StageWords {
    SYSTEM("The system", "Write the system down.", "Solve each equation for its highest derivative."),
    PROLONGATION(
            "Prolongation of the generator",
            "Compute the coefficients of the prolonged generator.",
            "Apply the recursion once for each order, and remember that infinitesimals depend on states that vary along a curve:"
                    + " the chain rule gives their total derivatives."),
    INVARIANCE(
            "Invariance condition",
            "Write down what invariance demands.",
            "Let the prolonged generator act on leading derivative minus right side, and use the equation itself to remove the"
                    + " leading derivative."),
    SPLITTING(
            "Splitting into determining equations",
            "Read off the determining equations.",
            "Which coordinates do the unknown infinitesimals not depend on? Sort by linearly independent functions of those."),
    SOLUTION(
            "Solution of the determining equations",
            "Solve.",
            "Begin with the equation that has the fewest unknowns; count the constants that each integration brings."),
    GENERATORS(
            "Generators",
            "Name a basis of the generators.",
            "Set one constant to 1 and the others to 0, each in turn."),
    GROUP(
            "Groups",
            "Find the transformations of each generator.",
            "Solve the initial value problem whose right sides are the infinitesimals, with the point itself as its beginning."),
    CONSERVATION(
            "Conserved quantities",
            "Find a conserved quantity.",
            "Divide the equation by the characteristic of a symmetry, and integrate the exact form that you get."),
    GENERAL_SOLUTION(
            "Solution of the equations",
            "Solve the equations.",
            "Solve the conserved quantities, set to constants, for the states."),
    VERIFICATION(
            "Verification",
            "Check the results.",
            "Put each generator into the linearised equations, and differentiate each quantity along solutions.");

    private final String heading;
    private final String task;
    private final String hint;

    StageWords(String heading, String task, String hint) {
        this.heading = heading;
        this.task = task;
        this.hint = hint;
    }

    static StageWords of(Step.Stage stage) {
        return valueOf(stage.name());
    }

    String heading() {
        return heading;
    }

    String task() {
        return task;
    }

    String hint() {
        return hint;
    }
}
