package dev.prolong.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of any origin made safe for a Javadoc comment: nothing in it can end the comment, be read as a tag, as HTML or as a Unicode
 * escape.
 */
final class CommentText {
    private static final int WIDTH = 100;

    private CommentText() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 127 && "&<>\\@{}".indexOf(c) < 0 && !(c == '/' && before == '*');
            if (plain) {
                out.append(c);
            } else if (c == '\n' || c == '\t') {
                out.append(' ');
            } else {
                out.append(
                        switch (c) {
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '&' -> "&amp;";
                            default -> Character.isISOControl(c) ? "?" : "&#" + (int) c + ";";
                        });
            }
            before = c;
        }
        return out.toString();
    }

    /** Escaped lines {@code label  text}, long text broken at blanks and indented. */
    static List<String> lines(String label, String text) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder(String.format("%-10s", label));
        int written = 0;
        for (String word : text.split(" ")) {
            if (written > 0 && line.length() + word.length() > WIDTH) {
                out.add(escape(line.toString().stripTrailing()));
                line = new StringBuilder(" ".repeat(10));
            }
            line.append(word).append(' ');
            written++;
        }
        out.add(escape(line.toString().stripTrailing()));
        return out;
    }
}
