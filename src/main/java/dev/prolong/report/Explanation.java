package dev.prolong.report;

import dev.prolong.derivation.Step;
import dev.prolong.derivation.Step.Stage;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Figure;
import dev.prolong.report.Document.Hidden;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.picture.Pictures;
import dev.prolong.report.picture.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A result as a worked solution: the recorded steps in their order, each stage introduced, with the results where the steps reach them.
 * Nothing is computed here that the result does not hold.
 */
final class Explanation {
    private final DerivationResult result;
    private final Notation notation;
    private final ExplainOptions options;
    private final StepSections steps;
    private final Set<Stage> introduced = EnumSet.noneOf(Stage.class);
    private final List<Section> sections = new ArrayList<>();

    private Explanation(DerivationResult result, Notation notation, ExplainOptions options) {
        this.result = result;
        this.notation = notation;
        this.options = options;
        this.steps = new StepSections(result.steps(), notation, options);
    }

    static Document of(DerivationResult result, Notation notation, ExplainOptions options) {
        Explanation explanation = new Explanation(result, notation, options);
        explanation.write();
        return new Document(Outline.title(result), numbered(explanation.sections));
    }

    /** The sections with numbers before their headings: 1, 2, 2.1, .. */
    private static List<Section> numbered(List<Section> sections) {
        List<Section> out = new ArrayList<>();
        int chapter = 0;
        int section = 0;
        for (Section s : sections) {
            boolean top = s.level() == 1;
            chapter += top ? 1 : 0;
            section = top ? 0 : section + 1;
            Prose heading =
                    Prose.words(chapter + (top ? "" : "." + section) + "  ").then(s.heading());
            out.add(new Section(s.level(), heading, s.blocks()));
        }
        return out;
    }

    private void write() {
        sections.add(problem());
        sections.addAll(Kernels.section(result, notation));
        List<CaseResult> cases = result.cases();
        List<Integer> starts = starts();
        if (cases.isEmpty() || starts.size() != cases.size()) {
            chain(result.overall(), 0, result.steps().size(), 1);
        } else {
            for (int i = 0; i < cases.size(); i++) {
                int end = i + 1 < cases.size()
                        ? starts.get(i + 1)
                        : result.steps().size();
                Prose heading = Prose.words("Piece " + (i + 1));
                cases.get(i).condition().ifPresent(c -> heading.then(": ").math(notation.tree(c)));
                sections.add(new Section(1, heading, List.of()));
                chain(cases.get(i), starts.get(i), end, 2);
            }
            sections.add(new Section(1, Prose.words("The pieces together"), List.of()));
            outcomes(result.overall(), List.of(), 2);
        }
        limits();
        List<Prose> books = Bibliography.of(result.steps());
        if (!books.isEmpty()) {
            sections.add(new Section(1, Prose.words("References"), List.of(new Items(books))));
        }
    }

    /** Where the smooth pieces of a piecewise system begin. */
    private List<Integer> starts() {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            if (result.steps().get(i).stage() == Stage.SYSTEM) {
                out.add(i);
            }
        }
        return out;
    }

    private Section problem() {
        List<Block> blocks = new ArrayList<>();
        Outline outline = new Outline(result, notation);
        blocks.addAll(
                outline.system(new CaseSections(result.overall(), notation, 1)).blocks());
        if (!result.system().assumptions().isEmpty()) {
            blocks.add(new Paragraph(Prose.words("It is assumed that ")
                    .list(result.system().assumptions().stream()
                            .map(a -> notation.tree(a.condition()))
                            .toList())
                    .then(".")));
        }
        CaseResult first =
                result.cases().isEmpty() ? result.overall() : result.cases().get(0);
        if (options.detail() != ExplainOptions.Detail.BRIEF) {
            blocks.addAll(new Introductions(first, notation).problem());
        }
        return new Section(1, Prose.words("The problem"), LongLines.cut(blocks, options.detail()));
    }

    /** The steps up to the solved determining equations, then what follows from them. */
    private void chain(CaseResult piece, int begin, int end, int level) {
        List<Integer> later = new ArrayList<>();
        int i = begin;
        while (i < end) {
            Stage stage = result.steps().get(i).stage();
            if (stage.compareTo(Stage.SOLUTION) > 0) {
                later.add(i++);
                continue;
            }
            List<Block> blocks = new ArrayList<>(introduction(stage, piece));
            for (; i < end && result.steps().get(i).stage() == stage; i++) {
                blocks.addAll(steps.step(i + 1, result.steps().get(i)));
            }
            sections.add(new Section(level, Prose.words(StageWords.of(stage).heading()), blocks));
        }
        outcomes(piece, later, level);
    }

    /** Generators, algebra, groups, quantities, solution, verdicts; with the recorded steps that led to each. */
    private void outcomes(CaseResult piece, List<Integer> later, int level) {
        CaseSections found = new CaseSections(piece, notation, level);
        outcome(Stage.GENERATORS, piece, later, found.symmetries(), level);
        List<Block> algebra = found.algebra();
        if (!algebra.isEmpty()) {
            List<Block> blocks = new ArrayList<>();
            if (options.detail() != ExplainOptions.Detail.BRIEF) {
                blocks.add(new Paragraph(Prose.words("The bracket of two generators is ")
                        .math(notation.bracket("X", "Y") + " = X Y " + notation.minus() + " Y X")
                        .then(", again a generator of a symmetry. In terms of the basis:")));
            }
            blocks.addAll(hidden(
                    "Compute the brackets of the generators.",
                    "Apply each field to the coefficients of the other.",
                    algebra));
            sections.add(new Section(level, Prose.words("The algebra"), blocks));
        }
        outcome(Stage.GROUP, piece, later, found.group(), level);
        outcome(Stage.CONSERVATION, piece, later, found.conserved(), level);
        add("Solution of the equations", LongLines.cut(found.solution(), options.detail()), level);
        add("What was assumed to be non-zero", found.assumptions(), level);
        add("Pictures", pictures(piece), level);
        outcome(Stage.VERIFICATION, piece, later, List.of(), level);
    }

    /** Pictures of what holds everywhere; only in forms that can show them. */
    private List<Block> pictures(CaseResult piece) {
        if (!piece.equals(result.overall()) || !notation.showsPictures()) {
            return List.of();
        }
        return new Pictures(piece, Scene.of(piece.system()), UnicodeForm::name)
                .all().stream()
                        .<Block>map(
                                d -> new Figure(d, new Prose().quoting(d.caption(), notation::name)))
                        .toList();
    }

    private void outcome(Stage stage, CaseResult piece, List<Integer> later, List<Block> found, int level) {
        List<Block> blocks = new ArrayList<>();
        for (int i : later) {
            Step step = result.steps().get(i);
            if (step.stage() == stage) {
                blocks.addAll(steps.step(i + 1, step));
            }
        }
        StageWords words = StageWords.of(stage);
        blocks.addAll(hidden(words.task(), words.hint(), LongLines.cut(found, options.detail())));
        if (!blocks.isEmpty()) {
            blocks.addAll(0, introduction(stage, piece));
        }
        add(words.heading(), blocks, level);
    }

    private List<Block> hidden(String task, String hint, List<Block> found) {
        if (!options.blanks() || found.isEmpty()) {
            return found;
        }
        return List.of(
                new Paragraph(Prose.words(task)),
                new Hidden("Hint", List.of(new Paragraph(Prose.words(hint)))),
                new Hidden("Solution", found));
    }

    private List<Block> introduction(Stage stage, CaseResult piece) {
        boolean wanted = options.detail() != ExplainOptions.Detail.BRIEF && introduced.add(stage);
        return wanted ? new Introductions(piece, notation).of(stage) : List.of();
    }

    private void limits() {
        if (!result.limits().isEmpty()) {
            List<Prose> items = result.limits().stream().map(Prose::words).toList();
            sections.add(new Section(1, Prose.words("Limits reached"), List.of(new Items(items))));
        }
    }

    private void add(String heading, List<Block> blocks, int level) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(level, Prose.words(heading), blocks));
        }
    }
}
