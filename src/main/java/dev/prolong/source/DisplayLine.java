package dev.prolong.source;

/**
 * Shows a source line with carets under a span, as a terminal can: tabs become blanks, characters that do not print are shown as
 * {@code \}{@code u202E}, and of a long line only a window around the span.
 */
final class DisplayLine {

    private static final int WIDTH = 100;
    private static final int TAB = 4;
    private static final int LONGEST_ARGUMENT = 80;
    /** From here on most characters take two columns of a terminal. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final String ELLIPSIS = "...";

    private DisplayLine() {}

    /** Two lines, each ended and indented by four blanks: the source line and the carets (one at least). */
    static String of(SourceText source, Span span) {
        Span line = source.line(source.position(span.start()).line());
        String text = source.text();
        int from = windowStart(text, line.start(), span.start());
        StringBuilder shown = new StringBuilder(from > line.start() ? ELLIPSIS : "");
        int column = shown.length();
        int caretStart = -1;
        int caretEnd = -1;
        int i = from;
        while (i < line.end() && column < WIDTH) {
            int c = text.codePointAt(i);
            if (i == span.start()) {
                caretStart = column;
            }
            String cell = c == '\t' ? " ".repeat(TAB - column % TAB) : printable(c);
            shown.append(cell);
            column += c >= FIRST_WIDE ? 2 * cell.codePointCount(0, cell.length()) : cell.length();
            i += Character.charCount(c);
            if (i <= span.end()) {
                caretEnd = column;
            }
        }
        if (i < line.end()) {
            shown.append(ELLIPSIS);
        }
        int caret = caretStart < 0 ? column : caretStart;
        String carets = " ".repeat(caret) + "^".repeat(Math.max(1, caretEnd - caret));
        return "    " + shown.toString().stripTrailing() + "\n    " + carets + "\n";
    }

    private static int windowStart(String text, int lineStart, int first) {
        int cells = 0;
        for (int i = lineStart; i < first && cells <= WIDTH * 2 / 3; i++) {
            cells += text.charAt(i) == '\t' ? TAB : 1;
        }
        if (cells <= WIDTH * 2 / 3) {
            return lineStart;
        }
        int start = Math.max(lineStart, first - WIDTH / 3);
        return Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
    }

    private static String printable(int codePoint) {
        return printsPlainly(codePoint) ? Character.toString(codePoint) : String.format("\\u%04X", codePoint);
    }

    private static boolean printsPlainly(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> true;
        };
    }

    /** A piece of user text as it may stand in a message: printable, and not too long. */
    static String escape(String text) {
        String name = escapeName(text.length() > LONGEST_ARGUMENT ? text.substring(0, LONGEST_ARGUMENT) : text);
        return text.length() > LONGEST_ARGUMENT ? name + ELLIPSIS : name;
    }

    /** A piece of user text with the characters that do not print made visible. */
    static String escapeName(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(printable(c)));
        return out.toString();
    }
}
