package dev.prolong.report;

import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.Table;

/** A report as a LaTeX document of its own, for any TeX distribution with {@code amsmath}. */
final class LatexReport {
    private static final String PREAMBLE = """
            \\documentclass[a4paper,10pt]{article}
            \\usepackage[utf8]{inputenc}
            \\usepackage{amsmath,amssymb}
            \\usepackage[margin=25mm]{geometry}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{4pt}
            \\allowdisplaybreaks
            """;

    private final StringBuilder out = new StringBuilder();

    private LatexReport() {}

    static String of(DerivationResult result) {
        return of(Outline.withDerivation(result, new LatexNotation()));
    }

    static String of(Document document) {
        LatexReport report = new LatexReport();
        report.document(document);
        return report.out.toString();
    }

    private void document(Document document) {
        out.append(PREAMBLE);
        out.append("\\title{").append(LatexText.escape(document.title())).append("}\n");
        out.append("\\author{}\n\\date{}\n\\begin{document}\n\\maketitle\n");
        for (Section section : document.sections()) {
            out.append('\n').append(section.level() == 1 ? "\\section*{" : "\\subsection*{");
            out.append(inline(section.heading())).append("}\n");
            section.blocks().forEach(this::block);
        }
        out.append("\n\\end{document}\n");
    }

    private void block(Block block) {
        if (block instanceof Paragraph p) {
            out.append(inline(p.text())).append("\n\n");
        } else if (block instanceof Display d) {
            out.append("\\begin{align*}\n").append(LatexLines.rows(d.lines())).append("\n\\end{align*}\n");
        } else if (block instanceof Items items) {
            out.append("\\begin{itemize}\n");
            items.items().forEach(i -> out.append("\\item ").append(inline(i)).append('\n'));
            out.append("\\end{itemize}\n");
        } else if (block instanceof Table t) {
            out.append("\\[\n\\begin{array}{r|")
                    .append("r".repeat(t.head().size() - 1))
                    .append("}\n");
            out.append(String.join(" & ", t.head())).append(" \\\\ \\hline\n");
            t.rows().forEach(r -> out.append(String.join(" & ", r)).append(" \\\\\n"));
            out.append("\\end{array}\n\\]\n");
        }
    }

    private static String inline(Prose prose) {
        return prose.render(LatexText::escape, f -> "$" + f + "$");
    }
}
