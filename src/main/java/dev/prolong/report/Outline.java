package dev.prolong.report;

import dev.prolong.equation.DifferentialSystem;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.matheclipse.core.interfaces.ISymbol;

/** Lays a result out as a {@link Document}: what stands where. Nothing is computed here that the result does not hold. */
final class Outline {
    private final DerivationResult result;
    private final Notation notation;

    Outline(DerivationResult result, Notation notation) {
        this.result = result;
        this.notation = notation;
    }

    /** The result alone. */
    static Document ofResult(DerivationResult result, Notation notation, boolean timings) {
        Outline outline = new Outline(result, notation);
        List<Section> sections = outline.results();
        if (timings) {
            sections.add(timings(result.timings()));
        }
        return new Document(title(result), sections);
    }

    /** The result, then the steps that led to it. */
    static Document withDerivation(DerivationResult result, Notation notation) {
        Outline outline = new Outline(result, notation);
        List<Section> sections = outline.results();
        if (!result.steps().isEmpty()) {
            sections.add(new Section(1, Prose.words("Derivation"), List.of()));
            sections.addAll(
                    StepSections.of(result.steps(), notation, new ExplainOptions(ExplainOptions.Detail.FULL, false)));
        }
        return new Document(title(result), sections);
    }

    static String title(DerivationResult result) {
        String name = result.system().name();
        return name.isEmpty() ? "Symmetries of a differential system" : name;
    }

    private List<Section> results() {
        List<Section> out = new ArrayList<>();
        CaseSections overall = new CaseSections(result.overall(), notation, 1);
        out.add(system(overall));
        if (result.cases().isEmpty() || !result.overall().generators().isEmpty()) {
            out.addAll(overall.all());
        }
        int number = 1;
        for (CaseResult piece : result.cases()) {
            CaseSections sections = new CaseSections(piece, notation, 2);
            Prose heading = Prose.words("Case " + number++);
            piece.condition().ifPresent(c -> heading.then(": ").math(notation.tree(c)));
            out.add(new Section(1, heading, List.of(new Display(sections.equations()))));
            out.addAll(sections.all());
        }
        out.addAll(Kernels.section(result, notation));
        if (!result.limits().isEmpty()) {
            List<Prose> items = result.limits().stream().map(Prose::words).toList();
            out.add(new Section(1, Prose.words("Limits reached"), List.of(new Items(items))));
        }
        return out;
    }

    Section system(CaseSections overall) {
        DifferentialSystem system = result.system();
        List<Block> blocks = new ArrayList<>();
        List<String> vectors = system.origin().vectorForm();
        if (!vectors.isEmpty()) {
            blocks.add(new Paragraph(Prose.words(
                    "Written with vectors and matrices: " + String.join("; ", vectors) + ". In components:")));
        }
        blocks.add(new Display(overall.equations()));
        Prose text = Prose.words("Independent variable ").math(notation.name(system.independent()));
        if (!system.parameters().isEmpty()) {
            text.then(system.parameters().size() == 1 ? ", parameter " : ", parameters ")
                    .list(names(system.parameters()));
        }
        if (!system.functions().isEmpty()) {
            text.then(", arbitrary ")
                    .then(system.functions().size() == 1 ? "function " : "functions ")
                    .list(names(system.functions()));
        }
        text.then(". Ansatz: " + result.ansatz() + ".");
        blocks.add(new Paragraph(text));
        return new Section(1, Prose.words("System"), blocks);
    }

    private List<String> names(List<ISymbol> symbols) {
        return symbols.stream().map(notation::name).toList();
    }

    static Section timings(Map<String, Double> timings) {
        List<Prose> items = new ArrayList<>();
        for (Map.Entry<String, Double> stage : timings.entrySet()) {
            items.add(Prose.words(stage.getKey() + ": " + String.format(Locale.ROOT, "%.3f s", stage.getValue())));
        }
        return new Section(1, Prose.words("Timings"), List.of(new Items(items)));
    }
}
