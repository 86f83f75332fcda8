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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as one HTML page that needs nothing else: KaTeX and its fonts are in it, pictures are inline SVG. Its Content-Security-Policy
 * allows the two scripts that stand in it, by their digests, and no address at all.
 */
public final class HtmlReport {
    /** Sets every formula; a formula that KaTeX refuses is marked, and the page says how many there are. */
    private static final String SETTING = """
            let bad = 0;
            for (const e of document.querySelectorAll('.m')) {
              const display = e.parentElement.classList.contains('display');
              try { katex.render(e.textContent, e, {displayMode: display, strict: 'ignore', trust: false, maxSize: 60, maxExpand: 1000}); }
              catch (error) { bad++; e.classList.add('bad'); }
            }
            document.documentElement.dataset.formulas = bad ? bad + ' not set' : 'set';
            """;

    private final StringBuilder out = new StringBuilder();

    private HtmlReport() {}

    static String of(Document document) {
        HtmlReport report = new HtmlReport();
        report.document(document);
        return report.out.toString();
    }

    /** The inside of a page alone, for pages that bring KaTeX themselves: formulas stand in elements of class {@code m}. */
    static String fragment(Document document) {
        HtmlReport report = new HtmlReport();
        report.sections(document);
        return report.out.toString();
    }

    /** The style of reports, without KaTeX's. */
    public static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("missing in the program: report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void document(Document document) {
        String title = escape(document.title());
        String katex = Katex.script();
        String policy = "default-src 'none'; script-src " + Katex.allowed(katex) + " " + Katex.allowed(SETTING)
                + "; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy)
                .append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<link rel=\"icon\" href=\"data:,\">\n");
        out.append("<title>").append(title).append("</title>\n<style>\n");
        out.append(Katex.style()).append(style()).append("</style>\n</head>\n<body>\n<main>\n");
        out.append("<h1>").append(title).append("</h1>\n");
        sections(document);
        out.append("</main>\n<script>").append(katex).append("</script>\n");
        out.append("<script>").append(SETTING).append("</script>\n</body>\n</html>\n");
    }

    private void sections(Document document) {
        for (Section section : document.sections()) {
            String tag = "h" + (section.level() + 1);
            out.append("<" + tag + ">").append(inline(section.heading())).append("</" + tag + ">\n");
            section.blocks().forEach(this::block);
        }
    }

    private void block(Block block) {
        if (block instanceof Paragraph p) {
            out.append("<p>").append(inline(p.text())).append("</p>\n");
        } else if (block instanceof StepHead head) {
            String number = String.valueOf(head.number());
            out.append("<p class=\"step\" id=\"step-" + number + "\"><b>(" + number + ")</b> <em>" + escape(head.law())
                            + "</em> ")
                    .append(inline(head.text()))
                    .append("</p>\n");
        } else if (block instanceof Display d) {
            out.append("<div class=\"display\" tabindex=\"0\">")
                    .append(formula(LatexLines.aligned(d.lines())))
                    .append("</div>\n");
        } else if (block instanceof Items items) {
            out.append("<ul>\n");
            items.items().forEach(i -> out.append("<li>").append(inline(i)).append("</li>\n"));
            out.append("</ul>\n");
        } else if (block instanceof Table t) {
            out.append("<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\n");
            row(t.head(), "th");
            out.append("</thead>\n");
            t.rows().forEach(r -> row(r, "td"));
            out.append("</table></div>\n");
        } else if (block instanceof Hidden hidden) {
            out.append("<details><summary>").append(escape(hidden.label())).append("</summary>\n");
            hidden.blocks().forEach(this::block);
            out.append("</details>\n");
        } else if (block instanceof Figure figure) {
            out.append("<figure>\n").append(figure.drawing().svg()).append("<figcaption>");
            out.append(inline(figure.caption())).append("</figcaption>\n</figure>\n");
        }
    }

    private void row(List<String> cells, String tag) {
        out.append("<tr>");
        cells.forEach(cell -> out.append("<" + tag + ">").append(formula(cell)).append("</" + tag + ">"));
        out.append("</tr>\n");
    }

    static String inline(Prose prose) {
        return prose.render(
                HtmlReport::escape, HtmlReport::formula, n -> "<a href=\"#step-" + n + "\">(" + n + ")</a>");
    }

    private static String formula(String latex) {
        return "<span class=\"m\">" + escape(latex) + "</span>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
