package dev.prolong.report;

import dev.prolong.derivation.Step;
import dev.prolong.derivation.Step.Stage;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Figure;
import dev.prolong.report.Document.Hidden;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.Table;
import dev.prolong.report.picture.Pictures;
import dev.prolong.report.picture.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A result as a worked solution: the recorded steps in their order, each stage introduced, with the results where the steps reach them.
 * Nothing is computed here that the result does not hold.
 */
final class Explanation {
    /** The laws of the steps with which a case of its own begins. */
    private static final List<String> BEGINNINGS = List.of(Step.SMOOTH_PIECE, Step.SPECIAL_PARAMETERS);

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
        List<Integer> starts = starts();
        int first = starts.isEmpty() ? result.steps().size() : starts.get(0);
        if (starts.isEmpty() || starts.size() != result.cases().size()) {
            chain(result.overall(), 0, result.steps().size(), 1);
        } else if (!hasPieces(first)) {
            chain(result.overall(), 0, first, 1);
            specialParameters(starts);
        } else {
            List<CaseResult> cases = result.cases();
            for (int i = 0; i < cases.size(); i++) {
                sections.add(new Section(1, heading("Piece " + (i + 1), cases.get(i)), List.of()));
                chain(cases.get(i), starts.get(i), end(starts, i), 2);
            }
            sections.add(new Section(1, Prose.words("The pieces together"), List.of()));
            outcomes(result.overall(), IntStream.range(0, first).boxed().toList(), 2);
        }
        limits();
        List<Prose> books = Bibliography.of(result.steps());
        if (!books.isEmpty()) {
            sections.add(new Section(1, Prose.words("References"), List.of(new Items(books))));
        }
    }

    /** Values of parameters that have cases of their own: what is asked for in full with every step, else with what came out. */
    private void specialParameters(List<Integer> starts) {
        for (int i = 0; i < starts.size(); i++) {
            CaseResult special = result.cases().get(i);
            Step why = result.steps().get(starts.get(i));
            Prose heading = heading("Special parameters", special);
            if (options.detail() == ExplainOptions.Detail.FULL) {
                sections.add(new Section(1, heading, List.of()));
                chain(special, starts.get(i), end(starts, i), 2);
            } else {
                String steps = "steps (" + (starts.get(i) + 1) + ") to (" + end(starts, i) + ")";
                Prose words = Prose.words(why.why() + " [" + why.reference() + "] They were solved in the same way: "
                        + steps + " of the report in full detail.");
                sections.add(new Section(1, heading, List.of(new Paragraph(words))));
                outcomes(special, List.of(), 2);
            }
        }
    }

    private boolean hasPieces(int first) {
        return first < result.steps().size() && result.steps().get(first).law().equals(Step.SMOOTH_PIECE);
    }

    private int end(List<Integer> starts, int i) {
        return i + 1 < starts.size() ? starts.get(i + 1) : result.steps().size();
    }

    private Prose heading(String words, CaseResult piece) {
        Prose heading = Prose.words(words);
        piece.condition().ifPresent(c -> heading.then(": ").math(notation.tree(c)));
        return heading;
    }

    /** Where the smooth pieces of a piecewise system begin, or the special values of parameters. */
    private List<Integer> starts() {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            if (BEGINNINGS.contains(result.steps().get(i).law())) {
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
        CaseResult first = result.overall().determining().unknowns().isEmpty()
                        && !result.cases().isEmpty()
                ? result.cases().get(0)
                : result.overall();
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
                blocks.addAll(steps.step(i + 1, List.of()));
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
                blocks.add(new Paragraph(Prose.words("The bracket of two generators U and V is ")
                        .math(notation.bracket("U", "V") + " = U V " + notation.minus() + " V U")
                        .then(", again a generator of a symmetry."
                                + (algebra.size() > 1 ? " In terms of the basis:" : ""))));
            }
            blocks.addAll(hidden(
                    "Compute the brackets of the generators.",
                    "Apply each field to the coefficients of the other.",
                    algebra));
            sections.add(new Section(level, Prose.words("The algebra"), blocks));
        }
        outcome(Stage.GROUP, piece, later, found.group(), level);
        outcome(Stage.CONSERVATION, piece, later, found.conserved(shown(later)), level);
        boolean solved = later.stream().anyMatch(i -> result.steps().get(i).stage() == Stage.GENERAL_SOLUTION);
        outcome(Stage.GENERAL_SOLUTION, piece, later, solved ? List.of() : found.solution(), level);
        add("What was assumed on the way", found.furtherAssumptions(), level);
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
                        .<Block>map(d -> new Figure(d, Format.caption(d, notation)))
                        .toList();
    }

    private void outcome(Stage stage, CaseResult piece, List<Integer> later, List<Block> found, int level) {
        List<Block> blocks = new ArrayList<>();
        List<IExpr> quantities =
                piece.conserved().stream().map(q -> q.claim().expression()).toList();
        for (int i : later) {
            if (result.steps().get(i).stage() == stage) {
                blocks.addAll(steps.step(i + 1, quantities));
            }
        }
        StageWords words = StageWords.of(stage);
        blocks.addAll(hidden(words.task(), words.hint(), LongLines.cut(found, options.detail())));
        if (!blocks.isEmpty()) {
            blocks.addAll(0, introduction(stage, piece));
        }
        add(words.heading(), blocks, level);
    }

    /** What stands in the steps, as far as it is not too long. */
    private Set<IExpr> shown(List<Integer> steps) {
        Set<IExpr> out = new HashSet<>();
        for (int i : steps) {
            Step step = result.steps().get(i);
            if (step.stage() == Stage.CONSERVATION && this.steps.isWhole(step)) {
                step.formulas().forEach(f -> out.add(f.left()));
            }
        }
        return out;
    }

    private List<Block> hidden(String task, String hint, List<Block> found) {
        boolean shows = found.stream().anyMatch(b -> b instanceof Display || b instanceof Table);
        if (!options.blanks() || !shows) {
            return found;
        }
        return List.of(
                new Paragraph(Prose.words(task)),
                new Hidden("Hint", List.of(new Paragraph(Prose.words(hint)))),
                new Hidden("Solution", found));
    }

    private List<Block> introduction(Stage stage, CaseResult piece) {
        if (options.detail() == ExplainOptions.Detail.BRIEF || introduced.contains(stage)) {
            return List.of();
        }
        List<Block> words = new Introductions(piece, notation).of(stage);
        if (!words.isEmpty()) {
            introduced.add(stage);
        }
        return words;
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
