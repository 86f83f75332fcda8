package dev.prolong.syntax;

/** Spells Greek letters out: {@code θ1} becomes {@code theta1}, {@code Σ} becomes {@code Sigma}; variants of a letter are that letter. */
public final class Greek {

    /** From U+03B1 on; U+03C2 is the final sigma. */
    private static final String[] LETTERS = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private Greek() {}

    /** The canonical spelling of a name. */
    public static String spellOut(String name) {
        int i = 0;
        while (i < name.length() && name.charAt(i) < 0x80) {
            i++;
        }
        if (i == name.length()) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        name.chars().forEach(c -> append((char) c, out));
        return out.toString();
    }

    private static void append(char c, StringBuilder out) {
        if (c >= '\u03B1' && c <= '\u03C9') {
            out.append(LETTERS[c - '\u03B1']);
        } else if (c >= '\u0391' && c <= '\u03A9') {
            String small = LETTERS[c - '\u0391'];
            out.append(Character.toUpperCase(small.charAt(0))).append(small, 1, small.length());
        } else {
            switch (c) {
                case '\u03D1' -> out.append("theta");
                case '\u03D5' -> out.append("phi");
                case '\u03D6' -> out.append("pi");
                case '\u03F0' -> out.append("kappa");
                case '\u03F1' -> out.append("rho");
                case '\u03F5' -> out.append("epsilon");
                default -> out.append(c);
            }
        }
    }
}
