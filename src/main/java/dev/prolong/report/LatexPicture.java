package dev.prolong.report;

import dev.prolong.report.picture.Drawing;
import dev.prolong.report.picture.Shape;
import java.util.List;
import java.util.Locale;

/**
 * A drawing in LaTeX's {@code picture} environment: labels are set by LaTeX, lines are drawn by PDF operators (ISO 32000-1, section 8.5),
 * which pdfLaTeX, LuaLaTeX and XeLaTeX pass through. It needs the package {@code color} and {@link #PREAMBLE}.
 */
final class LatexPicture {
    /** Points of 1/72 inch for one pixel: what makes drawings as wide as the text. */
    private static final String UNIT = ".7";
    /** How far circles' control points are from their ends, in radii: 4/3 (√2 − 1). */
    private static final double KAPPA = 0.5523;

    static final String PREAMBLE = """
            \\usepackage{color}
            % Operators of PDF, drawn from the current point.
            \\ifdefined\\pdfliteral \\newcommand{\\operators}[1]{\\pdfliteral{#1}}%
            \\else\\ifdefined\\pdfextension \\newcommand{\\operators}[1]{\\pdfextension literal{#1}}%
            \\else \\newcommand{\\operators}[1]{\\special{pdf:literal #1}}\\fi\\fi
            """;

    private final Drawing drawing;
    private final StringBuilder out = new StringBuilder();

    private LatexPicture(Drawing drawing) {
        this.drawing = drawing;
    }

    static String of(Drawing drawing) {
        LatexPicture picture = new LatexPicture(drawing);
        picture.write();
        return picture.out.toString();
    }

    private void write() {
        out.append("\\setlength{\\unitlength}{" + UNIT + "bp}%\n");
        out.append("\\begin{picture}(" + drawing.width() + "," + drawing.height() + ")\n");
        drawing.shapes().forEach(this::shape);
        out.append("\\end{picture}");
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Stroke stroke) {
            begin();
            out.append(colour(stroke.colour())).append(" RG ").append(number(stroke.width()));
            out.append(" w 1 j [").append(stroke.dash()).append("] 0 d\n");
            stroke.pieces().forEach(this::piece);
            out.append("S Q}}\n");
        } else if (shape instanceof Shape.Dot dot) {
            begin();
            out.append(colour(dot.colour())).append(" rg\n");
            circle(dot.x(), drawing.height() - dot.y(), dot.radius());
            out.append("f Q}}\n");
        } else if (shape instanceof Shape.Label label) {
            String part = switch (label.anchor()) {
                case START -> "l";
                case MIDDLE -> "c";
                case END -> "r";
            };
            out.append("\\put(" + number(label.x()) + "," + number(drawing.height() - label.y()) + "){\\makebox[0pt]["
                            + part + "]{\\color[rgb]{" + colour(label.colour()).replace(' ', ',') + "}")
                    .append(LatexText.escape(label.text()))
                    .append("}}\n");
        }
    }

    private void begin() {
        out.append("\\put(0,0){\\operators{q " + UNIT + " 0 0 " + UNIT + " 0 0 cm ");
    }

    private void piece(List<double[]> points) {
        String operator = " m ";
        for (double[] p : points) {
            out.append(number(p[0]))
                    .append(' ')
                    .append(number(drawing.height() - p[1]))
                    .append(operator);
            operator = " l ";
        }
        out.append('\n');
    }

    private void circle(double x, double y, double r) {
        double k = KAPPA * r;
        out.append(numbers(x + r, y)).append("m\n");
        out.append(numbers(x + r, y + k, x + k, y + r, x, y + r)).append("c\n");
        out.append(numbers(x - k, y + r, x - r, y + k, x - r, y)).append("c\n");
        out.append(numbers(x - r, y - k, x - k, y - r, x, y - r)).append("c\n");
        out.append(numbers(x + k, y - r, x + r, y - k, x + r, y)).append("c\n");
    }

    private static String numbers(double... numbers) {
        StringBuilder out = new StringBuilder();
        for (double x : numbers) {
            out.append(number(x)).append(' ');
        }
        return out.toString();
    }

    /** {@code #rrggbb} as three parts of one. */
    private static String colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f",
                (rgb >> 16 & 255) / 255.0,
                (rgb >> 8 & 255) / 255.0,
                (rgb & 255) / 255.0);
    }

    private static String number(double x) {
        String s = String.format(Locale.ROOT, "%.1f", x);
        return s.endsWith(".0") ? s.substring(0, s.length() - 2) : s;
    }
}
