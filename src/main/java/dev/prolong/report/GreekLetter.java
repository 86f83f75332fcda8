package dev.prolong.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Greek letters by the names that the input language spells them with; {@code eps}, the group parameter, is {@code ε}. */
enum GreekLetter {
    ALPHA('α'),
    BETA('β'),
    GAMMA('γ'),
    DELTA('δ'),
    EPS('ε', "\\varepsilon"),
    EPSILON('ϵ'),
    ZETA('ζ'),
    ETA('η'),
    THETA('θ'),
    IOTA('ι'),
    KAPPA('κ'),
    LAMBDA('λ'),
    MU('μ'),
    NU('ν'),
    XI('ξ'),
    OMICRON('ο', "o"),
    RHO('ρ'),
    SIGMA('σ'),
    TAU('τ'),
    UPSILON('υ'),
    PHI('φ', "\\varphi"),
    CHI('χ'),
    PSI('ψ'),
    OMEGA('ω'),
    CAPITAL_GAMMA('Γ', "\\Gamma"),
    CAPITAL_DELTA('Δ', "\\Delta"),
    CAPITAL_THETA('Θ', "\\Theta"),
    CAPITAL_LAMBDA('Λ', "\\Lambda"),
    CAPITAL_XI('Ξ', "\\Xi"),
    CAPITAL_PI('Π', "\\Pi"),
    CAPITAL_SIGMA('Σ', "\\Sigma"),
    CAPITAL_UPSILON('Υ', "\\Upsilon"),
    CAPITAL_PHI('Φ', "\\Phi"),
    CAPITAL_PSI('Ψ', "\\Psi"),
    CAPITAL_OMEGA('Ω', "\\Omega");

    private static final Map<String, GreekLetter> BY_NAME = new HashMap<>();

    static {
        for (GreekLetter letter : values()) {
            BY_NAME.put(letter.spelling(), letter);
        }
    }

    private final char letter;
    private final String latex;

    GreekLetter(char letter) {
        this.letter = letter;
        this.latex = "\\" + spelling();
    }

    GreekLetter(char letter, String latex) {
        this.letter = letter;
        this.latex = latex;
    }

    static Optional<GreekLetter> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether a LaTeX formula starts with a Greek letter. */
    static boolean startsWith(String latex) {
        return BY_NAME.values().stream().anyMatch(g -> latex.startsWith(g.latex));
    }

    /** Its name in the input language. */
    String spelling() {
        String lower = name().toLowerCase(java.util.Locale.ROOT);
        if (!lower.startsWith("capital_")) {
            return lower;
        }
        return Character.toUpperCase(lower.charAt(8)) + lower.substring(9);
    }

    char letter() {
        return letter;
    }

    String latex() {
        return latex;
    }
}
