package dev.prolong.report.picture;

import dev.prolong.report.picture.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A frame with two labelled axes: from a window of the plane to the picture. The second axis may count powers of ten. */
final class Axes {
    static final int WIDTH = 640;
    static final int HEIGHT = 430;
    private static final double LEFT = 66;
    private static final double RIGHT = 622;
    private static final double TOP = 30;
    private static final double BOTTOM = 372;
    private static final int TICKS = 6;

    private final Window window;

    Axes(Window window) {
        this.window = window;
    }

    double x(double value) {
        return LEFT + (value - window.left()) / (window.right() - window.left()) * (RIGHT - LEFT);
    }

    double y(double value) {
        return BOTTOM - (value - window.low()) / (window.high() - window.low()) * (BOTTOM - TOP);
    }

    double[] at(double x, double y) {
        return new double[] {x(x), y(y)};
    }

    /** Draws curves only where they are inside the window: pieces of it, in pixels. */
    List<List<double[]>> inside(List<double[]> curve) {
        List<List<double[]>> out = new ArrayList<>();
        List<double[]> piece = new ArrayList<>();
        for (double[] p : curve) {
            if (window.contains(p[0], p[1])) {
                piece.add(at(p[0], p[1]));
            } else {
                if (piece.size() > 1) {
                    out.add(piece);
                }
                piece = new ArrayList<>();
            }
        }
        if (piece.size() > 1) {
            out.add(piece);
        }
        return out;
    }

    void curve(Canvas canvas, List<double[]> curve, String colour, double width, String dash) {
        inside(curve).forEach(piece -> canvas.curve(piece, colour, width, dash));
    }

    /** Frame, ticks and names. */
    void draw(Canvas canvas, String across, String up, boolean powers) {
        canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, Canvas.INK, 1);
        canvas.line(LEFT, TOP, LEFT, BOTTOM, Canvas.INK, 1);
        for (double t : ticks(window.left(), window.right())) {
            canvas.line(x(t), BOTTOM, x(t), BOTTOM + 5, Canvas.INK, 1);
            canvas.text(x(t), BOTTOM + 21, label(t), Anchor.MIDDLE, Canvas.INK);
        }
        for (double t : powers ? wholeTicks() : ticks(window.low(), window.high())) {
            canvas.line(LEFT - 5, y(t), LEFT, y(t), Canvas.INK, 1);
            canvas.text(LEFT - 9, y(t) + 5, powers ? power((int) t) : label(t), Anchor.END, Canvas.INK);
        }
        canvas.text((LEFT + RIGHT) / 2, BOTTOM + 46, across, Anchor.MIDDLE, Canvas.INK);
        canvas.text(LEFT, TOP - 11, up, Anchor.MIDDLE, Canvas.INK);
    }

    private List<Double> wholeTicks() {
        List<Double> out = new ArrayList<>();
        int step = Math.max(1, (int) Math.ceil((window.high() - window.low()) / TICKS));
        for (int k = (int) Math.ceil(window.low()); k <= window.high(); k += step) {
            out.add((double) k);
        }
        return out;
    }

    static List<Double> ticks(double low, double high) {
        double raw = (high - low) / TICKS;
        double ten = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = raw <= ten ? ten : raw <= 2 * ten ? 2 * ten : raw <= 5 * ten ? 5 * ten : 10 * ten;
        List<Double> out = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            out.add(k * step);
        }
        return out;
    }

    private static String label(double value) {
        String s = String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
        return s.equals("-0") ? "0" : s.replace("-", "−");
    }

    private static String power(int k) {
        StringBuilder out = new StringBuilder("10");
        for (char c : String.valueOf(k).toCharArray()) {
            out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return out.toString();
    }
}
