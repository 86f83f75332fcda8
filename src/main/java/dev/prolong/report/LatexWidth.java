package dev.prolong.report;

/** About how wide a LaTeX formula is, in widths of a letter: good enough to decide where to break it. */
final class LatexWidth {
    private static final double SCRIPT = 0.7;
    private static final double SIGN = 2;
    private static final double CAPITAL = 1.4;
    private static final double QUAD = 4;

    private final String code;
    private int at;

    private LatexWidth(String code) {
        this.code = code;
    }

    static double of(String code) {
        return new LatexWidth(code).group();
    }

    /** Up to the closing brace or the end. */
    private double group() {
        double width = 0;
        while (at < code.length() && code.charAt(at) != '}') {
            width += item();
        }
        at++;
        return width;
    }

    private double item() {
        char c = code.charAt(at++);
        return switch (c) {
            case '{' -> group();
            case '\\' -> command();
            case '^', '_' -> SCRIPT * argument();
            case ' ', '&' -> 0;
            case '+', '-', '=', '<', '>' -> SIGN;
            default -> Character.isUpperCase(c) ? CAPITAL : 1;
        };
    }

    private double argument() {
        if (at >= code.length()) {
            return 0;
        }
        return item();
    }

    private double command() {
        int start = at;
        while (at < code.length() && Character.isLetter(code.charAt(at))) {
            at++;
        }
        String name = code.substring(start, at);
        if (name.isEmpty()) {
            at++;
            return 0.3;
        }
        return switch (name) {
            case "frac" -> Math.max(argument(), argument()) + 0.5;
            case "left", "right", "quad" -> 0;
            case "qquad" -> QUAD;
            case "begin", "end" -> 0 * argument();
            case "operatorname", "mathit", "mathrm", "text", "bar" -> argument();
            case "arcsin",
                    "arccos",
                    "arctan",
                    "sqrt",
                    "log",
                    "exp",
                    "sin",
                    "cos",
                    "tan",
                    "sec",
                    "csc",
                    "cot",
                    "sinh",
                    "cosh",
                    "tanh",
                    "coth",
                    "min",
                    "max" -> 0.8 * name.length();
            case "cdot", "le", "ge", "ne" -> SIGN;
            default -> 1;
        };
    }
}
