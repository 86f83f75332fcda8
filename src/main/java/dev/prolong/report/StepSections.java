package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Hidden;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.StepHead;
import java.util.ArrayList;
import java.util.List;

/** The recorded steps as sections, one for each stage, the steps numbered through. */
final class StepSections {
    private final List<Step> steps;
    private final Notation notation;
    private final ExplainOptions options;

    StepSections(List<Step> steps, Notation notation, ExplainOptions options) {
        this.steps = steps;
        this.notation = notation;
        this.options = options;
    }

    /** All steps. */
    static List<Section> of(List<Step> steps, Notation notation, ExplainOptions options) {
        return new StepSections(steps, notation, options).between(0, steps.size(), 2);
    }

    /** The steps from one index to another, on headings of a level. */
    List<Section> between(int begin, int end, int level) {
        List<Section> out = new ArrayList<>();
        int i = begin;
        while (i < end) {
            Step.Stage stage = steps.get(i).stage();
            List<Block> blocks = new ArrayList<>();
            for (; i < end && steps.get(i).stage() == stage; i++) {
                blocks.addAll(step(i + 1, steps.get(i)));
            }
            out.add(new Section(level, Prose.words(StageWords.of(stage).heading()), blocks));
        }
        return out;
    }

    /** One step: what was done, why, from which steps, by which book; and the formulas. */
    List<Block> step(int number, Step step) {
        List<Block> blocks = new ArrayList<>();
        Prose text = new Prose();
        if (!step.from().isEmpty()) {
            text.then("From ").steps(step.from()).then(": ");
        }
        text.quoting(step.why(), notation::name);
        if (!step.reference().isEmpty()) {
            text.then(" [" + step.reference() + "]");
        }
        blocks.add(new StepHead(number, sentence(step.law()), text));
        List<Block> result = formulas(step);
        if (result.isEmpty() || !options.blanks()) {
            blocks.addAll(result);
        } else {
            StageWords words = StageWords.of(step.stage());
            blocks.add(new Paragraph(Prose.words(words.task())));
            blocks.add(new Hidden("Hint", List.of(new Paragraph(Prose.words(words.hint())))));
            blocks.add(new Hidden("Solution", result));
        }
        return blocks;
    }

    private List<Block> formulas(Step step) {
        return step.formulas().isEmpty()
                ? List.of()
                : LongLines.cut(
                        new Display(step.formulas().stream().map(this::line).toList()), options.detail());
    }

    private Line line(Formula formula) {
        if (formula.right().filter(Expr.ZERO::equals).isPresent()) {
            return new Line("", notation.equation(notation.display(formula.left()), "0"));
        }
        return formula.right()
                .map(right -> new Line(notation.tree(formula.left()), notation.display(right)))
                .orElseGet(() -> new Line("", notation.display(formula.left())));
    }

    private static String sentence(String law) {
        return law.isEmpty() ? "" : Character.toUpperCase(law.charAt(0)) + law.substring(1) + ".";
    }
}
