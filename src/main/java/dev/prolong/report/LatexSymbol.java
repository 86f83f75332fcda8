package dev.prolong.report;

/** The LaTeX commands of the mathematical characters that stand in running text. */
final class LatexSymbol {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private LatexSymbol() {}

    /** The command of a character, or empty. */
    static String of(int c) {
        for (GreekLetter letter : GreekLetter.values()) {
            if (letter.letter() == c) {
                return letter.latex();
            }
        }
        if (SUPERSCRIPTS.indexOf(c) >= 0) {
            return "^{" + SUPERSCRIPTS.indexOf(c) + "}";
        }
        if (SUBSCRIPTS.indexOf(c) >= 0) {
            return "_{" + SUBSCRIPTS.indexOf(c) + "}";
        }
        return switch (c) {
            case 'π' -> "\\pi";
            case '∂' -> "\\partial";
            case '∫' -> "\\int";
            case '·' -> "\\cdot";
            case '×' -> "\\times";
            case '−' -> "-";
            case '±' -> "\\pm";
            case '≠' -> "\\ne";
            case '≤' -> "\\le";
            case '≥' -> "\\ge";
            case '≡' -> "\\equiv";
            case '∞' -> "\\infty";
            case '∈' -> "\\in";
            case '→' -> "\\to";
            case '↦' -> "\\mapsto";
            case '⇒' -> "\\Rightarrow";
            case '√' -> "\\surd";
            case '′' -> "'";
            case '⁽' -> "^{(}";
            case '⁾' -> "^{)}";
            case 'ⁿ' -> "^{n}";
            case '⁻' -> "^{-}";
            case 'ₙ' -> "_{n}";
            case 'ᵀ' -> "^{\\mathsf T}";
            case '⟨' -> "\\langle";
            case '⟩' -> "\\rangle";
            case 'ẋ' -> "\\dot{x}";
            case 'ż' -> "\\dot{z}";
            case 'ẏ' -> "\\dot{y}";
            default -> "";
        };
    }
}
