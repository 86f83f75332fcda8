package dev.prolong.report;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.Equation;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The sections on one {@link CaseResult}: a whole system, or one smooth piece of it. */
final class CaseSections {
    /** Determining equations beyond this number are counted, not shown. */
    private static final int SHOWN_EQUATIONS = 40;

    private final CaseResult result;
    private final Notation notation;
    private final int level;

    CaseSections(CaseResult result, Notation notation, int level) {
        this.result = result;
        this.notation = notation;
        this.level = level;
    }

    List<Line> equations() {
        List<Line> lines = new ArrayList<>();
        for (Equation e : result.system().equations()) {
            lines.add(new Line(notation.name(e.leading()), notation.display(e.rhs())));
        }
        return lines;
    }

    /** All sections that have something to say. */
    List<Section> all() {
        List<Section> out = new ArrayList<>();
        add(out, "Determining equations", determining());
        add(out, "Symmetries", symmetries());
        add(out, "Algebra", algebra());
        add(out, "Group", group());
        add(out, "Conserved quantities", conserved());
        add(out, "Solution", solution());
        add(out, "Assumptions", assumptions());
        return out;
    }

    private void add(List<Section> out, String heading, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            out.add(new Section(level, Prose.words(heading), blocks));
        }
    }

    List<Block> determining() {
        List<UnknownFunction> unknowns = result.determining().unknowns();
        List<IExpr> trees = result.determining().trees();
        if (unknowns.isEmpty()) {
            return List.of();
        }
        List<Block> out = new ArrayList<>();
        List<String> forms = unknowns.stream()
                .map(u -> notation.equation(notation.name(u.name()), notation.application(u.name(), u.arguments())))
                .toList();
        out.add(new Paragraph(Prose.words(unknowns.size() == 1 ? "Unknown " : "Unknowns ")
                .list(forms)
                .then(":")));
        List<Line> lines = trees.stream()
                .limit(SHOWN_EQUATIONS)
                .map(t -> new Line("", notation.equation(notation.tree(t), "0")))
                .toList();
        if (!lines.isEmpty()) {
            out.add(new Display(lines));
        }
        if (trees.size() > lines.size()) {
            out.add(new Paragraph(Prose.words("and " + (trees.size() - lines.size()) + " more.")));
        }
        return out;
    }

    List<Block> symmetries() {
        SymmetryAlgebra algebra = result.algebra();
        List<Block> out = new ArrayList<>();
        out.add(new Paragraph(Prose.words(count(algebra))));
        algebra.general().ifPresent(g -> out.add(new Display(general(g))));
        List<Line> fields = new ArrayList<>();
        for (int i = 0; i < result.generators().size(); i++) {
            fields.add(new Line(
                    generator(i + 1),
                    notation.vectorField(result.generators().get(i).claim())));
        }
        if (!fields.isEmpty()) {
            out.add(new Display(fields));
            out.addAll(generatorVerdicts());
        }
        return out;
    }

    private static String count(SymmetryAlgebra algebra) {
        int found = algebra.basis().size();
        if (algebra.infinite()) {
            return found == 0
                    ? "Infinitely many symmetries have this form."
                    : "Infinitely many symmetries have this form; " + found + " of them:";
        }
        if (algebra.dimension().isEmpty()) {
            return found + " found; how many there are was not decided.";
        }
        int dimension = algebra.dimension().get();
        if (dimension == 0) {
            return "None but the identity has this form.";
        }
        String all = found + " of " + dimension + " found";
        return algebra.complete() ? all + ": complete." : all + ": not complete.";
    }

    private List<Line> general(Generator g) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < g.coordinates().size(); i++) {
            ISymbol coordinate = g.coordinates().get(i);
            List<ISymbol> names = result.determining().unknowns().stream()
                    .filter(u -> u.coordinate().equals(coordinate))
                    .map(UnknownFunction::name)
                    .toList();
            if (!names.isEmpty()) {
                // an infinitesimal made of several unknowns is called by its coordinate
                ISymbol name = names.size() == 1
                        ? names.get(0)
                        : Expr.symbol(coordinate.getSymbolName().toUpperCase(Locale.ROOT));
                lines.add(new Line(
                        notation.name(name), notation.display(g.infinitesimals().get(i))));
            }
        }
        return lines;
    }

    private List<Block> generatorVerdicts() {
        boolean plain = result.domains().stream().allMatch(Optional::isEmpty)
                && result.generators().stream().allMatch(g -> g.verdict() instanceof Verdict.Proved);
        if (plain) {
            return List.of(new Paragraph(Prose.words(result.generators().size() == 1 ? "Proved." : "All proved.")));
        }
        List<Prose> items = new ArrayList<>();
        VerdictWords verdicts = new VerdictWords(notation);
        for (int i = 0; i < result.generators().size(); i++) {
            Prose item = new Prose().math(generator(i + 1)).then(" ");
            item.then(verdicts.of(result.generators().get(i).verdict()));
            if (i < result.domains().size()) {
                result.domains().get(i).ifPresent(d -> item.then(", where ").math(notation.tree(d)));
            }
            items.add(item);
        }
        return List.of(new Items(items));
    }

    private String generator(int number) {
        return notation.name(GeneratorName.of(number));
    }

    List<Block> algebra() {
        return AlgebraTable.of(result, notation);
    }

    List<Block> group() {
        return GroupLines.of(result, notation);
    }

    List<Block> conserved() {
        return conserved(Set.of());
    }

    /** The same without the formulas of those that were shown before. */
    List<Block> conserved(Set<IExpr> shown) {
        List<Block> out = new ArrayList<>();
        VerdictWords verdicts = new VerdictWords(notation);
        int number = 1;
        for (Judged<ConservedQuantity> judged : result.conserved()) {
            ConservedQuantity q = judged.claim();
            Prose note = new Prose();
            if (shown.contains(q.expression())) {
                note.math(notation.name("I" + number)).then(": ");
            } else {
                out.add(new Display(List.of(new Line(notation.name("I" + number), notation.display(q.expression())))));
            }
            note.then(kind(q.kind()));
            if (!q.from().isEmpty()) {
                note.then(" from ").list(q.from().stream().map(this::generator).toList());
            }
            note.then("; ").then(verdicts.of(judged.verdict()));
            q.domain().ifPresent(d -> note.then(", where ").math(notation.tree(d)));
            q.pairing()
                    .ifPresent(p -> note.then(
                            p.discrete() ? "; exact for discrete layers too" : "; along the continuous flow only"));
            out.add(new Paragraph(note.then(".")));
            if (!q.branches().isEmpty()) {
                Prose branches = Prose.words("One smooth function for each of: ");
                out.add(new Paragraph(
                        branches.list(q.branches().stream().map(notation::tree).toList())
                                .then(".")));
            }
            if (!q.note().isEmpty()) {
                Prose more = Prose.words(q.note());
                if (!q.instead().isEmpty()) {
                    more.then(" Use instead: ")
                            .list(q.instead().stream().map(notation::tree).toList())
                            .then(".");
                }
                out.add(new Paragraph(more));
            }
            number++;
        }
        out.addAll(new ArrayLaws(result, notation).blocks());
        if (result.conserved().size() > 1) {
            out.add(new Paragraph(
                    Prose.words("Functionally independent among them: " + result.independentConserved() + ".")));
        }
        return out;
    }

    private static String kind(ConservedQuantity.Kind kind) {
        return switch (kind) {
            case FIRST_INTEGRAL -> "first integral";
            case PAIRING -> "pairing of a symmetry with the adjoints";
            case NOETHER -> "by Noether's theorem";
            case PRINTED -> "as printed";
        };
    }

    List<Block> solution() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < result.solution().size(); i++) {
            lines.add(new Line(
                    notation.name(result.system().states().get(i)),
                    notation.display(result.solution().get(i))));
        }
        return lines.isEmpty() ? List.of() : List.of(new Display(lines));
    }

    List<Block> assumptions() {
        return assumptions(assumptions(result));
    }

    /** Without those of the user. */
    List<Block> furtherAssumptions() {
        List<Assumption> known = result.system().assumptions();
        return assumptions(
                assumptions(result).stream().filter(a -> !known.contains(a)).toList());
    }

    private List<Block> assumptions(List<Assumption> assumptions) {
        List<String> formulas =
                assumptions.stream().map(a -> notation.tree(a.condition())).toList();
        return formulas.isEmpty() ? List.of() : List.of(new Paragraph(new Prose().list(formulas)));
    }

    /** The user's assumptions, then those made on the way, each once. */
    static List<Assumption> assumptions(CaseResult result) {
        List<Assumption> out = new ArrayList<>(result.system().assumptions());
        result.algebra().assumptions().stream().filter(a -> !out.contains(a)).forEach(out::add);
        return out;
    }
}
