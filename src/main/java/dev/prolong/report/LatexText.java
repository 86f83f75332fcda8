package dev.prolong.report;

/** Words as LaTeX text: nothing in them is taken for a command. Characters that a plain LaTeX lacks are written out. */
final class LatexText {
    private LatexText() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    private static void append(int c, StringBuilder out) {
        switch (c) {
            case '\\' -> out.append("\\textbackslash{}");
            case '{', '}', '$', '&', '#', '_', '%' -> out.append('\\').append((char) c);
            case '^' -> out.append("\\textasciicircum{}");
            case '~' -> out.append("\\textasciitilde{}");
            case '<' -> out.append("\\ensuremath{<}");
            case '>' -> out.append("\\ensuremath{>}");
            case '|' -> out.append("\\ensuremath{|}");
            case '"' -> out.append("{''}");
            case '`' -> out.append("{`}");
            case '-' -> out.append("{-}");
            case '–' -> out.append("--");
            case '—' -> out.append("---");
            case '…' -> out.append("\\ldots{}");
            case '\n', '\t' -> out.append(' ');
            default -> other(c, out);
        }
    }

    private static void other(int c, StringBuilder out) {
        if (c >= ' ' && c < 0x7F) {
            out.append((char) c);
            return;
        }
        String symbol = LatexSymbol.of(c);
        out.append(symbol.isEmpty() ? String.format("{[}U+%04X{]}", c) : "\\ensuremath{" + symbol + "}");
    }
}
