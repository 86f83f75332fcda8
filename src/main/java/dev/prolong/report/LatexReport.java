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

/**
 * A report as a LaTeX document of its own, for any TeX distribution with {@code amsmath}, {@code graphicx}, {@code color} and {@code hyperref}. Displays wider than the
 * page are shrunk to it. What the reader is to find stands in an appendix.
 */
final class LatexReport {
    private static final String PREAMBLE = """
            \\documentclass[a4paper,11pt]{article}
            \\usepackage[utf8]{inputenc}
            \\usepackage{amsmath,amssymb}
            \\usepackage{graphicx}
            \\usepackage[margin=25mm]{geometry}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{5pt}
            \\allowdisplaybreaks
            \\tolerance=9999
            \\emergencystretch=3em
            % The bullet of the mathematical fonts, which every TeX has as outlines.
            \\renewcommand{\\labelitemi}{$\\bullet$}
            \\newsavebox{\\widebox}
            % A display that is shrunk where it is wider than the page.
            \\newcommand{\\fit}[1]{\\sbox{\\widebox}{$\\displaystyle #1$}%
              \\ifdim\\wd\\widebox>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox{\\widebox}}\\else\\usebox{\\widebox}\\fi}
            """;

    /** References to steps lead there; that needs no second run, unlike {@code \\ref}. */
    private static final String LINKS = """
            \\usepackage[hidelinks]{hyperref}
            """;

    /** Widths of a letter from which a formula in running text is put on a line of its own, shrunk to the page. */
    private static final double WIDEST_INLINE = 50;

    private static final int LONGEST_TITLE = 45;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder answers = new StringBuilder();
    private int blanks;

    private LatexReport() {}

    static String of(Document document) {
        LatexReport report = new LatexReport();
        report.document(document);
        return report.out.toString();
    }

    private void document(Document document) {
        out.append(PREAMBLE).append(LatexPicture.PREAMBLE).append(LINKS);
        out.append("\\begin{document}\n\\begin{center}\\LARGE ")
                .append(title(document.title()))
                .append("\\end{center}\n");
        for (Section section : document.sections()) {
            String command = switch (section.level()) {
                case 1 -> "section";
                case 2 -> "subsection";
                default -> "subsubsection";
            };
            out.append("\n\\")
                    .append(command)
                    .append("*{")
                    .append(inline(section.heading()))
                    .append("}\n");
            section.blocks().forEach(b -> block(b, out));
        }
        if (blanks > 0) {
            out.append("\n\\appendix\n\\section*{Answers}\n").append(answers);
        }
        out.append("\n\\end{document}\n");
    }

    private void block(Block block, StringBuilder to) {
        if (block instanceof Paragraph p) {
            to.append(inline(p.text())).append("\n\n");
        } else if (block instanceof StepHead head) {
            to.append("\\hypertarget{step" + head.number() + "}{\\textbf{(" + head.number() + ")}} \\emph{"
                            + LatexText.escape(head.law()) + "} ")
                    .append(inline(head.text()))
                    .append("\n\n");
        } else if (block instanceof Display d) {
            joined(to);
            display(d, to);
        } else if (block instanceof Items items) {
            to.append("\\begin{itemize}\n");
            items.items().forEach(i -> to.append("\\item ").append(inline(i)).append('\n'));
            to.append("\\end{itemize}\n");
        } else if (block instanceof Table t) {
            joined(to);
            to.append("\\[\n\\renewcommand{\\arraystretch}{1.25}\\fit{\\begin{array}{r|")
                    .append("r".repeat(t.head().size() - 1))
                    .append("}\n");
            to.append(String.join(" & ", t.head())).append(" \\\\ \\hline\n");
            t.rows().forEach(r -> to.append(String.join(" & ", r)).append(" \\\\\n"));
            to.append("\\end{array}}\n\\]\n\n");
        } else if (block instanceof Hidden hidden) {
            hidden(hidden, to);
        } else if (block instanceof Figure figure) {
            to.append("\\begin{center}\\begin{minipage}{\\linewidth}\\centering\n")
                    .append(LatexPicture.of(figure.drawing()))
                    .append("\n\n\\emph{")
                    .append(inline(figure.caption()))
                    .append("}\n\\end{minipage}\\end{center}\n\n");
        }
    }

    /** A display belongs to the words before it: without a paragraph's end between them, TeX keeps both together. */
    private static void joined(StringBuilder to) {
        while (to.length() > 1 && to.charAt(to.length() - 1) == '\n' && to.charAt(to.length() - 2) == '\n') {
            to.setLength(to.length() - 1);
        }
    }

    /** Narrow displays may break across pages; wide ones are shrunk to the page, which they cannot then be broken over. */
    private static void display(Display d, StringBuilder to) {
        if (LatexLines.fits(d.lines())) {
            to.append("\\begin{align*}\n").append(LatexLines.rows(d.lines())).append("\n\\end{align*}\n\n");
        } else {
            for (Document.Line line : d.lines()) {
                to.append("\\[\n\\fit{")
                        .append(LatexLines.aligned(java.util.List.of(line)))
                        .append("}\n\\]\n");
            }
        }
    }

    private void hidden(Hidden hidden, StringBuilder to) {
        if (hidden.label().equals("Hint")) {
            to.append("\\textit{Hint.} ");
            hidden.blocks().forEach(b -> block(b, to));
            return;
        }
        blanks++;
        to.append("\\textit{Answer " + blanks + ":}\\nopagebreak\\vspace{14mm}\\hrule\\vspace{3mm}\n\n");
        answers.append("\\textbf{" + blanks + ".}\n\n");
        hidden.blocks().forEach(b -> block(b, answers));
    }

    private static String inline(Prose prose) {
        return prose.render(
                LatexText::escape,
                f -> LatexWidth.of(f) > WIDEST_INLINE ? "\\fit{" + f + "}" : "$" + f + "$",
                n -> "\\hyperlink{step" + n + "}{(" + n + ")}");
    }

    private static String title(String title) {
        String escaped = LatexText.escape(title);
        return title.length() > LONGEST_TITLE ? "\\fit{\\text{" + escaped + "}}" : escaped;
    }
}
