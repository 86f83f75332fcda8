package dev.prolong.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: running text at any blank, formulas where they hold together least. */
final class TextLines {
    private static final char NO_BREAK = '\u00A0';
    private static final String OPERATORS = "+-−=<>≤≥≠*/";

    private TextLines() {}

    /** A formula within running text: it is kept on one line. */
    static String unbroken(String formula) {
        return formula.replace('\n', ' ').replace(' ', NO_BREAK);
    }

    /** Lines of running text. */
    static List<String> words(String text, int width) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
                out.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.add(line.toString());
        return out.stream().map(l -> l.replace(NO_BREAK, ' ')).toList();
    }

    /**
     * Lines of a formula: broken before an operator, outside of brackets if possible, as far right as possible; what has no blank is
     * not broken.
     */
    static List<String> formula(String formula, int width) {
        List<String> out = new ArrayList<>();
        String rest = formula;
        while (TextWidth.of(rest) > width) {
            int at = breakingPoint(rest, width);
            if (at < 0) {
                break;
            }
            out.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        out.add(rest);
        return out;
    }

    /** The best blank to break at: cheapest in the right two thirds of the line, else the last that fits, else the first at all. */
    private static int breakingPoint(String s, int width) {
        int depth = 0;
        int best = -1;
        int bestCost = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (c != ' ' || i == 0 || isOperator(s, i - 1)) {
                continue;
            }
            if (i > width) {
                return best >= 0 ? best : last >= 0 ? last : i;
            }
            last = i;
            int cost = 2 * depth + (isOperator(s, i + 1) ? 0 : 1) + (i < width / 3 ? 3 : 0);
            if (i >= width / 8 && cost <= bestCost) {
                best = i;
                bestCost = cost;
            }
        }
        return best >= 0 ? best : last;
    }

    private static boolean isOperator(String s, int i) {
        boolean aloneAfter = i + 1 == s.length() || s.charAt(i + 1) == ' ';
        return OPERATORS.indexOf(s.charAt(i)) >= 0 && aloneAfter && (i == 0 || s.charAt(i - 1) == ' ');
    }
}
