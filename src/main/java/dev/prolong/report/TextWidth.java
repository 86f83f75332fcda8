package dev.prolong.report;

/** How many cells of a terminal a text takes: combining marks take none. */
final class TextWidth {
    private TextWidth() {}

    static int of(String s) {
        return (int) s.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    static String padded(String s, int width) {
        return s + " ".repeat(Math.max(0, width - of(s)));
    }
}
