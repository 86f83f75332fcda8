package dev.prolong.report.picture;

import java.util.List;
import java.util.Locale;

/** Writes one {@code <svg>} element. Colours are those of Okabe and Ito, which readers tell apart whatever colours they see. */
final class Svg {
    static final String BLUE = "#0072b2";
    static final String VERMILLION = "#d55e00";
    static final String GREEN = "#009e73";
    static final String PURPLE = "#a8477f";
    static final String ORANGE = "#c98500";
    static final String SKY = "#3d9bd1";
    static final List<String> PALETTE = List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY);
    static final String INK = "#30343c";
    static final String FAINT = "#b4bac6";

    private final StringBuilder out = new StringBuilder();

    Svg(int width, int height, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                        + "\" role=\"img\" font-family=\"")
                .append("KaTeX_Main, 'Latin Modern Roman', Georgia, serif\" font-size=\"15\">\n<title>")
                .append(escape(title))
                .append("</title>\n<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#fffefb\"/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        out.append("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
                + number(y2) + "\" stroke=\"" + colour + "\" stroke-width=\"" + number(width) + "\"/>\n");
    }

    /** Segments that share a colour, as one path. */
    void segments(List<double[]> segments, String colour, double width) {
        if (segments.isEmpty()) {
            return;
        }
        out.append("<path d=\"");
        for (double[] s : segments) {
            out.append('M').append(number(s[0])).append(' ').append(number(s[1]));
            out.append('L').append(number(s[2])).append(' ').append(number(s[3]));
        }
        out.append("\" stroke=\"" + colour + "\" stroke-width=\"" + number(width) + "\" fill=\"none\"/>\n");
    }

    /** A curve through points; {@code dash} empty for a solid one. */
    void curve(List<double[]> points, String colour, double width, String dash) {
        if (points.size() < 2) {
            return;
        }
        out.append("<path d=\"");
        char command = 'M';
        for (double[] p : points) {
            out.append(command).append(number(p[0])).append(' ').append(number(p[1]));
            command = 'L';
        }
        out.append("\" stroke=\"" + colour + "\" stroke-width=\"" + number(width)
                + "\" fill=\"none\" stroke-linejoin=\"round\"");
        out.append(dash.isEmpty() ? "/>\n" : " stroke-dasharray=\"" + dash + "\"/>\n");
    }

    void dot(double x, double y, double radius, String colour) {
        out.append("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" fill=\""
                + colour + "\"/>\n");
    }

    /** Text; {@code anchor} is start, middle or end. */
    void text(double x, double y, String text, String anchor, String colour) {
        out.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" fill=\""
                        + colour + "\">")
                .append(escape(text))
                .append("</text>\n");
    }

    String end() {
        return out + "</svg>\n";
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
