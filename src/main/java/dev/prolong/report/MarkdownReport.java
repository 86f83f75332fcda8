package dev.prolong.report;

import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Figure;
import dev.prolong.report.Document.Hidden;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.StepHead;
import dev.prolong.report.Document.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report in Markdown with LaTeX between dollar signs, as GitHub, Pandoc and notebooks read it. */
final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();
    private final Optional<String> stem;
    private final Map<String, String> pictures = new LinkedHashMap<>();

    private MarkdownReport(Optional<String> stem) {
        this.stem = stem;
    }

    /** The text alone, which names pictures without showing them. */
    static String of(Document document) {
        MarkdownReport report = new MarkdownReport(Optional.empty());
        report.document(document);
        return report.out.toString();
    }

    /** With pictures as files beside it, {@code stem-1.svg}, {@code stem-2.svg}, ..: GitHub shows no others. */
    static Written withPictures(Document document, String stem) {
        MarkdownReport report = new MarkdownReport(Optional.of(stem));
        report.document(document);
        return new Written(report.out.toString(), report.pictures);
    }

    private void document(Document document) {
        out.append("# ").append(escape(document.title())).append('\n');
        for (Section section : document.sections()) {
            out.append('\n').append("#".repeat(section.level() + 1)).append(' ');
            out.append(inline(section.heading())).append('\n');
            section.blocks().forEach(this::block);
        }
    }

    private void block(Block block) {
        out.append('\n');
        if (block instanceof Paragraph p) {
            out.append(inline(p.text())).append('\n');
        } else if (block instanceof StepHead head) {
            out.append("**(")
                    .append(head.number())
                    .append(")** *")
                    .append(escape(head.law()))
                    .append("* ")
                    .append(inline(head.text()))
                    .append('\n');
        } else if (block instanceof Hidden hidden) {
            out.append("<details><summary>").append(hidden.label()).append("</summary>\n");
            hidden.blocks().forEach(this::block);
            out.append("\n</details>\n");
        } else if (block instanceof Figure figure) {
            figure(figure);
        } else if (block instanceof Display d) {
            out.append("$$\n").append(formula(LatexLines.aligned(d.lines()))).append("\n$$\n");
        } else if (block instanceof Items items) {
            items.items().forEach(i -> out.append("- ").append(inline(i)).append('\n'));
        } else if (block instanceof Table t) {
            row(t.head());
            out.append("|").append(" --- |".repeat(t.head().size())).append('\n');
            t.rows().forEach(this::row);
        }
    }

    private void figure(Figure figure) {
        if (stem.isPresent()) {
            String name = stem.get() + "-" + (pictures.size() + 1) + ".svg";
            pictures.put(name, figure.drawing().svg());
            String address = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            out.append("![")
                    .append(escape(figure.drawing().title()))
                    .append("](")
                    .append(address)
                    .append(")\n\n");
        }
        out.append(inline(figure.caption()));
        out.append(stem.isPresent() ? "\n" : " (The picture is written beside the report with `--output FILE.md`.)\n");
    }

    private void row(List<String> cells) {
        cells.forEach(c -> out.append("| $").append(formula(c)).append("$ "));
        out.append("|\n");
    }

    private static String inline(Prose prose) {
        return prose.render(MarkdownReport::escape, f -> "$" + formula(f) + "$");
    }

    /** A formula in which no HTML can begin. */
    private static String formula(String latex) {
        return latex.replace("<", "\\lt ").replace(">", "\\gt ");
    }

    /** Words in which nothing is markup. */
    static String escape(String words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if ("\\`*_[]<>|$#".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c == '\n' ? ' ' : c);
        }
        return out.toString();
    }
}
