package dev.prolong.report;

/** Words for a terminal that shows ASCII only. */
final class Ascii {
    private Ascii() {}

    static String of(String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints().forEach(c -> out.append(c < 0x7F ? Character.toString(c) : spelled(c)));
        return out.toString();
    }

    private static String spelled(int c) {
        for (GreekLetter letter : GreekLetter.values()) {
            if (letter.letter() == c) {
                return letter.spelling();
            }
        }
        return switch (c) {
            case 'π' -> "pi";
            case '∂' -> "d";
            case '−', '–', '—' -> "-";
            case '·', '×' -> "*";
            case '≠' -> "!=";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≡' -> "==";
            case '→', '↦' -> "->";
            case '⇒' -> "=>";
            case '∞' -> "infinity";
            case '∫' -> "integral ";
            case '√' -> "sqrt ";
            case '…' -> "...";
            case 'ᵀ' -> "^T";
            case '²' -> "^2";
            case '⟨' -> "<";
            case '⟩' -> ">";
            default -> "?";
        };
    }
}
