package dev.prolong.report;

import java.util.List;

/** The lines of a case distinction in text, with a brace of several lines to their left. */
final class BracedLines {
    private BracedLines() {}

    static String of(List<String> values, List<String> conditions) {
        int width = values.stream().mapToInt(TextWidth::of).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : "\n")
                    .append(brace(i, values.size()))
                    .append(' ')
                    .append(TextWidth.padded(values.get(i), width))
                    .append("   ")
                    .append(conditions.get(i));
        }
        return out.toString();
    }

    private static String brace(int line, int lines) {
        if (line == 0) {
            return "⎧";
        }
        if (line == lines - 1) {
            return "⎩";
        }
        return line == lines / 2 ? "⎨" : "⎪";
    }
}
