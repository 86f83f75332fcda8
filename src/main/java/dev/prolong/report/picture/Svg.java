package dev.prolong.report.picture;

import java.util.List;
import java.util.Locale;

/** Writes a drawing as one {@code <svg>} element. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    static String of(Drawing drawing) {
        Svg svg = new Svg();
        svg.write(drawing);
        return svg.out.toString();
    }

    private void write(Drawing drawing) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height()
                        + "\" role=\"img\" font-family=\"")
                .append("KaTeX_Main, 'Latin Modern Roman', Georgia, serif\" font-size=\"15\">\n<title>")
                .append(escape(drawing.title()))
                .append("</title>\n<rect width=\"" + drawing.width() + "\" height=\"" + drawing.height()
                        + "\" fill=\"#fffefb\"/>\n");
        drawing.shapes().forEach(this::shape);
        out.append("</svg>\n");
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Stroke stroke) {
            out.append("<path d=\"");
            stroke.pieces().forEach(this::piece);
            out.append("\" stroke=\"" + stroke.colour() + "\" stroke-width=\"" + number(stroke.width())
                    + "\" fill=\"none\" stroke-linejoin=\"round\"");
            out.append(stroke.dash().isEmpty() ? "/>\n" : " stroke-dasharray=\"" + stroke.dash() + "\"/>\n");
        } else if (shape instanceof Shape.Dot dot) {
            out.append("<circle cx=\"" + number(dot.x()) + "\" cy=\"" + number(dot.y()) + "\" r=\""
                    + number(dot.radius()) + "\" fill=\"" + dot.colour() + "\"/>\n");
        } else if (shape instanceof Shape.Label label) {
            out.append("<text x=\"" + number(label.x()) + "\" y=\"" + number(label.y()) + "\" text-anchor=\""
                            + label.anchor().svg() + "\" fill=\"" + label.colour() + "\">")
                    .append(escape(label.text()))
                    .append("</text>\n");
        }
    }

    private void piece(List<double[]> points) {
        char command = 'M';
        for (double[] p : points) {
            out.append(command).append(number(p[0])).append(' ').append(number(p[1]));
            command = 'L';
        }
    }

    private static String number(double x) {
        String s = String.format(Locale.ROOT, "%.1f", x);
        return s.endsWith(".0") ? s.substring(0, s.length() - 2) : s;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
