package dev.prolong.report;

import dev.prolong.report.Document.Line;
import java.util.ArrayList;
import java.util.List;

/** Displayed lines as rows of an alignment; what is wider than the page is broken at sums outside of braces. */
final class LatexLines {
    /** Widths of letters that fit on a line beside the margin. */
    private static final double PAGE = 76;
    /** What a row may be wider than that by the estimate before it is taken for too wide. */
    private static final double SLACK = 4;

    private LatexLines() {}

    /** Rows in an environment of their own, for a display that has none. */
    static String aligned(List<Line> lines) {
        return "\\begin{aligned}\n" + rows(lines) + "\n\\end{aligned}";
    }

    /** Rows for an alignment: {@code left &= right \\}. */
    static String rows(List<Line> lines) {
        List<String> rows = new ArrayList<>();
        double left = left(lines);
        for (Line line : lines) {
            String relation = line.left().isEmpty() ? "&" : " &= ";
            List<String> parts = broken(line.right(), PAGE - left);
            rows.add(line.left() + relation + parts.get(0));
            parts.subList(1, parts.size()).forEach(p -> rows.add("&\\quad {}" + p));
        }
        return String.join(" \\\\\n", rows);
    }

    /** The width of the left sides, which share a column, with the relation. */
    private static double left(List<Line> lines) {
        return 3
                + lines.stream().mapToDouble(l -> LatexWidth.of(l.left())).max().orElse(0);
    }

    /** Whether every row fits the page after breaking. */
    static boolean fits(List<Line> lines) {
        double left = left(lines);
        for (Line line : lines) {
            if (broken(line.right(), PAGE - left).stream().anyMatch(p -> LatexWidth.of(p) > PAGE - left + SLACK)) {
                return false;
            }
        }
        return true;
    }

    /** A formula cut before its signs so that each part fits, outside of brackets if possible. */
    static List<String> broken(String formula, double width) {
        List<String> out = new ArrayList<>();
        String rest = formula;
        while (LatexWidth.of(rest) > width) {
            int at = breakingPoint(rest, width);
            if (at < 0) {
                break;
            }
            out.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        out.add(rest);
        return out;
    }

    private static int breakingPoint(String s, double width) {
        int best = -1;
        int bestDepth = Integer.MAX_VALUE;
        int braces = 0;
        int brackets = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '{' || s.startsWith("\\left", i) && !s.startsWith("\\left", i - 1) || s.startsWith("\\begin", i)) {
                braces++;
            } else if (c == '}' || s.startsWith("\\right", i) || s.startsWith("\\end{", i)) {
                braces--;
            } else if (c == '(' || c == ')') {
                brackets += c == '(' ? 1 : -1;
            } else if (braces == 0 && i > 0 && isSign(s, i)) {
                double here = LatexWidth.of(s.substring(0, i));
                if (here > width) {
                    return best >= 0 ? best : i;
                }
                if (here > width / 4 && brackets <= bestDepth) {
                    best = i;
                    bestDepth = brackets;
                }
            }
        }
        return best;
    }

    private static boolean isSign(String s, int i) {
        return s.startsWith(" + ", i) || s.startsWith(" - ", i);
    }
}
