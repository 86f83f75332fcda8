package dev.prolong.report;

import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Figure;
import dev.prolong.report.Document.Hidden;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.report.Document.StepHead;
import dev.prolong.report.Document.Table;
import java.util.List;
import java.util.stream.IntStream;

/** A report for the terminal. */
final class TextReport {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final boolean ascii;

    private TextReport(int width, boolean ascii) {
        this.width = width;
        this.ascii = ascii;
    }

    static String of(Document document, ReportOptions options) {
        TextReport report = new TextReport(options.width(), options.ascii());
        report.document(document);
        return report.out.toString();
    }

    private void document(Document document) {
        line("", document.title());
        line("", (ascii ? "=" : "═").repeat(TextWidth.of(document.title())));
        for (Section section : document.sections()) {
            out.append('\n');
            String heading = section.heading().render(this::words, f -> f);
            line("", heading);
            if (section.level() == 1) {
                line("", (ascii ? "-" : "─").repeat(Math.min(width, TextWidth.of(heading))));
            }
            section.blocks().forEach(this::block);
        }
    }

    private void block(Block block) {
        if (block instanceof Paragraph p) {
            TextLines.words(plain(p.text()), width - INDENT.length()).forEach(l -> line(INDENT, l));
        } else if (block instanceof StepHead head) {
            hanging(INDENT + "(" + head.number() + ") ", words(head.law()) + " " + plain(head.text()));
        } else if (block instanceof Hidden hidden) {
            line(INDENT, hidden.label() + ":");
            hidden.blocks().forEach(this::block);
        } else if (block instanceof Figure figure) {
            line(INDENT, plain(figure.caption()));
        } else if (block instanceof Display d) {
            display(d.lines());
        } else if (block instanceof Items items) {
            items.items().forEach(item -> hanging(INDENT + (ascii ? "- " : "• "), plain(item)));
        } else if (block instanceof Table t) {
            table(t);
        }
    }

    private void display(List<Line> lines) {
        int left = lines.stream().mapToInt(l -> TextWidth.of(l.left())).max().orElse(0);
        for (Line line : lines) {
            String head = INDENT + INDENT + (line.left().isEmpty() ? "" : TextWidth.padded(line.left(), left) + " = ");
            int indent = TextWidth.of(head);
            String start = head;
            for (String row : line.right().split("\n", -1)) {
                boolean more = false;
                for (String part : TextLines.formula(row, width - indent - INDENT.length())) {
                    line(start + (more ? INDENT : ""), part);
                    start = " ".repeat(indent);
                    more = true;
                }
            }
        }
    }

    private void hanging(String bullet, String text) {
        String start = bullet;
        for (String l : TextLines.words(text, width - bullet.length())) {
            line(start, l);
            start = " ".repeat(bullet.length());
        }
    }

    private void table(Table table) {
        int columns = table.head().size();
        int[] widths = IntStream.range(0, columns)
                .map(c -> Math.max(
                        TextWidth.of(table.head().get(c)),
                        table.rows().stream()
                                .mapToInt(r -> TextWidth.of(r.get(c)))
                                .max()
                                .orElse(0)))
                .toArray();
        row(table.head(), widths);
        table.rows().forEach(r -> row(r, widths));
    }

    private void row(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            String pad = " ".repeat(widths[c] - TextWidth.of(cell));
            row.append(c == 0 ? cell + pad : GAP + pad + cell);
        }
        line(INDENT + INDENT, row.toString());
    }

    private void line(String indent, String text) {
        out.append((indent + text).stripTrailing()).append('\n');
    }

    private String plain(Prose prose) {
        return prose.render(this::words, TextLines::unbroken);
    }

    private String words(String words) {
        return ascii ? Ascii.of(words) : words;
    }
}
