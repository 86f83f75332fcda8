package dev.prolong.report;

import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.Table;
import java.util.List;

/** A report as one HTML page without scripts and without any address: formulas are Unicode text. */
final class HtmlReport {
    private static final String STYLE = """
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: Georgia, serif; line-height: 1.5; color: #222; }
            h1, h2, h3 { font-weight: 600; line-height: 1.2; }
            .formula { font-family: "STIX Two Math", "Cambria Math", "DejaVu Serif", serif; white-space: pre-wrap; }
            .display { margin: .6rem 0 .6rem 2rem; border-collapse: collapse; }
            .display td { vertical-align: top; padding: .1rem .4rem .1rem 0; }
            .table td, .table th { padding: .2rem .8rem; text-align: right; }
            .table th { font-weight: normal; border-bottom: 1px solid #999; }
            """;

    private final StringBuilder out = new StringBuilder();

    private HtmlReport() {}

    static String of(DerivationResult result) {
        return of(Outline.withDerivation(result, new UnicodeNotation()));
    }

    static String of(Document document) {
        HtmlReport report = new HtmlReport();
        report.document(document);
        return report.out.toString();
    }

    private void document(Document document) {
        String title = escape(document.title());
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        out.append("<h1>").append(title).append("</h1>\n");
        for (Section section : document.sections()) {
            String tag = "h" + (section.level() + 1);
            out.append("<" + tag + ">").append(inline(section.heading())).append("</" + tag + ">\n");
            section.blocks().forEach(this::block);
        }
        out.append("</body>\n</html>\n");
    }

    private void block(Block block) {
        if (block instanceof Paragraph p) {
            out.append("<p>").append(inline(p.text())).append("</p>\n");
        } else if (block instanceof Display d) {
            out.append("<table class=\"display\">\n");
            d.lines().forEach(this::line);
            out.append("</table>\n");
        } else if (block instanceof Items items) {
            out.append("<ul>\n");
            items.items().forEach(i -> out.append("<li>").append(inline(i)).append("</li>\n"));
            out.append("</ul>\n");
        } else if (block instanceof Table t) {
            out.append("<table class=\"table\">\n");
            row(t.head(), "th");
            t.rows().forEach(r -> row(r, "td"));
            out.append("</table>\n");
        }
    }

    private void line(Line line) {
        boolean sided = !line.left().isEmpty();
        out.append("<tr>");
        out.append("<td class=\"formula\">").append(escape(line.left())).append("</td>");
        out.append("<td>").append(sided ? "=" : "").append("</td>");
        out.append("<td class=\"formula\">").append(escape(line.right())).append("</td></tr>\n");
    }

    private void row(List<String> cells, String tag) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<" + tag + " class=\"formula\">").append(escape(cell)).append("</" + tag + ">");
        }
        out.append("</tr>\n");
    }

    private static String inline(Prose prose) {
        return prose.render(HtmlReport::escape, f -> "<span class=\"formula\">" + escape(f) + "</span>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
