package dev.prolong.report;

import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Leaves out of a display what is too long or too much for the detail that the reader wishes, and says so. */
final class LongLines {
    private LongLines() {}

    static List<Block> cut(List<Block> blocks, ExplainOptions.Detail detail) {
        List<Block> out = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Display d) {
                out.addAll(cut(d, detail));
            } else {
                out.add(block);
            }
        }
        return out;
    }

    static List<Block> cut(Display display, ExplainOptions.Detail detail) {
        List<Line> kept = new ArrayList<>();
        int left = 0;
        for (Line line : display.lines()) {
            boolean fits = line.left().length() + line.right().length() <= detail.size();
            if (kept.size() < detail.lines() && fits) {
                kept.add(line);
            } else {
                left++;
            }
        }
        List<Block> out = new ArrayList<>();
        if (!kept.isEmpty()) {
            out.add(new Display(kept));
        }
        if (left > 0) {
            String more = kept.isEmpty() ? "" : "and ";
            String lines = left + (kept.isEmpty() ? "" : " more") + (left == 1 ? " line" : " lines");
            out.add(new Paragraph(Prose.words(more + lines + ", left out here for length.")));
        }
        return out;
    }
}
