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
import org.matheclipse.core.interfaces.IExpr;

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
                blocks.addAll(step(i + 1, List.of()));
            }
            out.add(new Section(level, Prose.words(StageWords.of(stage).heading()), blocks));
        }
        return out;
    }

    /**
     * The step of this number: what was done, why, from which steps, by which book; and the formulas.
     *
     * @param quantities what is called I1, I2, .. where a step shows it
     */
    List<Block> step(int number, List<IExpr> quantities) {
        Step step = steps.get(number - 1);
        List<Block> blocks = new ArrayList<>(List.of(new StepHead(number, sentence(step.law()), text(number))));
        List<Block> result = new ArrayList<>(lines(step.formulas(), quantities));
        if (options.detail() == ExplainOptions.Detail.FULL) {
            for (Step.Detail detail : step.details()) {
                result.add(new Paragraph(
                        new Prose().quoting(detail.words(), n -> notation.name(GeneratorName.ofEngine(n)))));
                result.addAll(lines(detail.formulas(), quantities));
            }
        }
        if (result.isEmpty() || !options.blanks() || step.stage() == Step.Stage.SYSTEM) {
            blocks.addAll(result);
        } else {
            Exercise exercise = Exercise.of(step);
            blocks.add(new Paragraph(Prose.words(exercise.task())));
            if (number == 1 || !exercise.equals(Exercise.of(steps.get(number - 2)))) {
                blocks.add(new Hidden("Hint", List.of(new Paragraph(Prose.words(exercise.hint())))));
            }
            blocks.add(new Hidden("Solution", result));
        }
        return blocks;
    }

    /** Whether nothing of its formulas is left out for length. */
    boolean isWhole(Step step) {
        return lines(step.formulas(), List.of()).size() == 1;
    }

    private Prose text(int number) {
        Step step = steps.get(number - 1);
        Prose text = new Prose();
        int before = firstLike(number);
        boolean said = options.detail() != ExplainOptions.Detail.BRIEF
                || step.formulas().isEmpty();
        if (!step.from().isEmpty()) {
            text.then("From ").steps(step.from()).then(said ? ": " : ".");
        }
        if (said && before > 0) {
            return text.then(step.from().isEmpty() ? "As in " : "as in ")
                    .steps(List.of(before))
                    .then(".");
        }
        if (said) {
            text.quoting(step.why(), notation::name);
        }
        boolean first = !said && step.from().isEmpty();
        return step.reference().isEmpty() ? text : text.then((first ? "[" : " [") + step.reference() + "]");
    }

    /** The number of the first step, of those of the same stage just before, that says the same; 0 where there is none. */
    private int firstLike(int number) {
        Step step = steps.get(number - 1);
        int out = 0;
        for (int i = number - 1; i >= 1 && steps.get(i - 1).stage() == step.stage(); i--) {
            Step other = steps.get(i - 1);
            if (other.law().equals(step.law()) && other.why().equals(step.why())) {
                out = i;
            }
        }
        return out;
    }

    private List<Block> lines(List<Formula> formulas, List<IExpr> quantities) {
        boolean relations = formulas.stream()
                .anyMatch(f -> f.right().isPresent() && !isZero(f.right().get()));
        List<Line> lines =
                formulas.stream().map(f -> line(f, quantities, relations)).toList();
        return lines.isEmpty() ? List.of() : LongLines.cut(new Display(lines), options.detail());
    }

    private static boolean isZero(IExpr e) {
        return e.equals(Expr.ZERO);
    }

    /** @param relations whether lines beside it have a left side: then this one has */
    private Line line(Formula formula, List<IExpr> quantities, boolean relations) {
        String aside = formula.of().map(f -> notation.aside(notation.tree(f))).orElse("");
        if (!relations && formula.right().filter(StepSections::isZero).isPresent()) {
            return new Line("", notation.equation(notation.display(formula.left()), "0") + aside);
        }
        if (formula.right().isPresent()) {
            return new Line(
                    notation.tree(formula.left()),
                    notation.display(formula.right().get()) + aside);
        }
        int known = quantities.indexOf(formula.left());
        return new Line(known < 0 ? "" : notation.name("I" + (known + 1)), notation.display(formula.left()) + aside);
    }

    private static String sentence(String law) {
        return law.isEmpty() ? "" : Character.toUpperCase(law.charAt(0)) + law.substring(1) + ".";
    }
}
