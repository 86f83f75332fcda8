package dev.prolong.report;

import dev.prolong.report.picture.Drawing;
import java.util.List;

/** A report before it takes its form: sections of blocks, with formulas already in the notation of that form. */
record Document(String title, List<Section> sections) {
    Document {
        sections = List.copyOf(sections);
    }

    /** A heading and what stands under it; level 1 is the highest. */
    record Section(int level, Prose heading, List<Block> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** What a section is made of. */
    sealed interface Block {}

    record Paragraph(Prose text) implements Block {}

    /** The head of a numbered step, to which others refer. */
    record StepHead(int number, String law, Prose text) implements Block {}

    /** Formulas on lines of their own, their relations aligned. */
    record Display(List<Line> lines) implements Block {
        Display {
            lines = List.copyOf(lines);
        }
    }

    /** {@code left = right}; without a left side, {@code right} alone. */
    record Line(String left, String right) {}

    record Items(List<Prose> items) implements Block {
        Items {
            items = List.copyOf(items);
        }
    }

    /** Formulas in rows and columns; the first cell of each row heads it. */
    record Table(List<String> head, List<List<String>> rows) implements Block {
        Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Something that the reader is to find, hidden until asked for: a hint or a solution. */
    record Hidden(String label, List<Block> blocks) implements Block {
        Hidden {
            blocks = List.copyOf(blocks);
        }
    }

    /** A picture with the words under it. */
    record Figure(Drawing drawing, Prose caption) implements Block {}
}
