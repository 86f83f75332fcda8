package dev.prolong.report.picture;

import dev.prolong.report.picture.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Collects the shapes of a drawing. Colours are those of Okabe and Ito, which readers tell apart whatever colours they see. */
final class Canvas {
    static final String BLUE = "#0072b2";
    static final String VERMILLION = "#d55e00";
    static final String GREEN = "#009e73";
    static final String PURPLE = "#a8477f";
    static final String ORANGE = "#c98500";
    static final String SKY = "#3d9bd1";
    static final List<String> PALETTE = List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY);
    static final String INK = "#30343c";
    static final String FAINT = "#b4bac6";

    private final List<Shape> shapes = new ArrayList<>();
    private final String title;

    Canvas(String title) {
        this.title = title;
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        segments(List.of(new double[] {x1, y1, x2, y2}), colour, width);
    }

    /** Segments {@code x1, y1, x2, y2} that share a colour. */
    void segments(List<double[]> segments, String colour, double width) {
        List<List<double[]>> pieces = new ArrayList<>();
        for (double[] s : segments) {
            pieces.add(List.of(new double[] {s[0], s[1]}, new double[] {s[2], s[3]}));
        }
        if (!pieces.isEmpty()) {
            shapes.add(new Shape.Stroke(pieces, colour, width, ""));
        }
    }

    /** A curve through points; {@code dash} empty for a solid one. */
    void curve(List<double[]> points, String colour, double width, String dash) {
        if (points.size() > 1) {
            shapes.add(new Shape.Stroke(List.of(points), colour, width, dash));
        }
    }

    void dot(double x, double y, double radius, String colour) {
        shapes.add(new Shape.Dot(x, y, radius, colour));
    }

    void text(double x, double y, String text, Anchor anchor, String colour) {
        shapes.add(new Shape.Label(x, y, text, anchor, colour));
    }

    /** The drawing, with the words under it. */
    Drawing with(String caption) {
        return new Drawing(Axes.WIDTH, Axes.HEIGHT, title, shapes, caption);
    }
}
