package dev.prolong.report;

import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import java.util.ArrayList;
import java.util.List;

/** The recorded steps as sections, one for each stage, the steps numbered through. */
final class StepSections {
    private StepSections() {}

    static List<Section> of(List<Step> steps, Notation notation) {
        List<Section> out = new ArrayList<>();
        int number = 1;
        int i = 0;
        while (i < steps.size()) {
            Step.Stage stage = steps.get(i).stage();
            List<Block> blocks = new ArrayList<>();
            for (; i < steps.size() && steps.get(i).stage() == stage; i++) {
                blocks.addAll(step(number++, steps.get(i), notation));
            }
            out.add(new Section(2, Prose.words(heading(stage)), blocks));
        }
        return out;
    }

    private static List<Block> step(int number, Step step, Notation notation) {
        List<Block> blocks = new ArrayList<>();
        String reference = step.reference().isEmpty() ? "" : " [" + step.reference() + "]";
        blocks.add(
                new Paragraph(Prose.words("(" + number + ") " + sentence(step.law()) + " " + step.why() + reference)));
        if (!step.formulas().isEmpty()) {
            blocks.add(new Display(
                    step.formulas().stream().map(f -> line(f, notation)).toList()));
        }
        return blocks;
    }

    private static Line line(Formula formula, Notation notation) {
        return formula.right()
                .map(right -> new Line(notation.tree(formula.left()), notation.display(right)))
                .orElseGet(() -> new Line("", notation.display(formula.left())));
    }

    private static String sentence(String law) {
        return law.isEmpty() ? "" : Character.toUpperCase(law.charAt(0)) + law.substring(1) + ".";
    }

    private static String heading(Step.Stage stage) {
        return switch (stage) {
            case SYSTEM -> "The system";
            case PROLONGATION -> "Prolongation of the generator";
            case INVARIANCE -> "Invariance condition";
            case SPLITTING -> "Splitting into determining equations";
            case SOLUTION -> "Solution of the determining equations";
            case GENERATORS -> "Generators";
            case GROUP -> "Group";
            case CONSERVATION -> "Conserved quantities";
            case VERIFICATION -> "Verification";
        };
    }
}
