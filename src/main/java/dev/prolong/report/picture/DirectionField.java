package dev.prolong.report.picture;

import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** One equation of first order: its direction field, solutions, and the orbits of a group that carry them into each other. */
final class DirectionField {
    private static final int COLUMNS = 25;
    private static final int ROWS = 17;
    private static final double HALF_LENGTH = 8;
    private static final int STEPS = 240;
    private static final int EVERY = 6;
    private static final int FLOW_STEPS = 20;
    private static final List<Window> WINDOWS =
            List.of(new Window(0, 5, -3, 3), new Window(0.05, 5, 0.05, 4), new Window(-2.5, 2.5, -3, 3));
    private static final double[] IMAGES = {-1, -0.5, 0.5, 1};

    private final Scene scene;
    private final DoubleEvaluation slope;
    private final Window window;
    private final Axes axes;

    DirectionField(Scene scene) {
        this.scene = scene;
        this.slope = scene.function(scene.system().equations().get(0).rhs());
        this.window = Window.bestOf(WINDOWS, this::slope);
        this.axes = new Axes(window);
    }

    private double slope(double t, double z) {
        return slope.at(scene.arguments(t, z));
    }

    /** The picture, with a generator's orbits where one moves solutions. */
    Drawing draw(Optional<Generator> mover, String moverName, double eps, PictureNames names) {
        ISymbol t = scene.system().independent();
        ISymbol z = scene.system().states().get(0);
        Canvas canvas =
                new Canvas("Direction field and solutions in the plane of " + names.of(t) + " and " + names.of(z));
        field(canvas);
        List<double[]> solution = solution();
        if (mover.isPresent()) {
            orbits(canvas, mover.get(), solution, eps);
        } else {
            for (int k = 1; k < 8; k++) {
                double start = window.low() + k * (window.high() - window.low()) / 8;
                double[] through = {start};
                axes.curve(
                        canvas,
                        scene.flow().throughout(window.left(), through, window.right() - window.left(), STEPS),
                        Canvas.PALETTE.get(k % 2),
                        1.8,
                        k % 2 == 0 ? "" : "7 4");
            }
        }
        axes.curve(canvas, solution, Canvas.BLUE, 3, "");
        axes.draw(canvas, names.of(t), names.of(z), false);
        String values = scene.words();
        String where = values.isEmpty() ? "" : " Here " + values + ".";
        String caption = mover.isPresent()
                ? "Direction field. The blue solution is carried into the orange and green ones, which are solutions too, by the group of `"
                        + moverName + "` (parameter ±" + number(eps / 2) + " and ±" + number(eps)
                        + "); the grey orbits show the way of its points." + where
                : "Direction field and some solutions." + where;
        return canvas.with(caption);
    }

    private void field(Canvas canvas) {
        List<double[]> segments = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < ROWS; j++) {
                double t = window.left() + (i + 0.5) * (window.right() - window.left()) / COLUMNS;
                double z = window.low() + (j + 0.5) * (window.high() - window.low()) / ROWS;
                double s = slope(t, z);
                if (Double.isFinite(s)) {
                    double dx = axes.x(t + 1) - axes.x(t);
                    double dy = axes.y(z + s) - axes.y(z);
                    double scale = HALF_LENGTH / Math.hypot(dx, dy);
                    segments.add(new double[] {
                        axes.x(t) - dx * scale, axes.y(z) - dy * scale, axes.x(t) + dx * scale, axes.y(z) + dy * scale
                    });
                }
            }
        }
        canvas.segments(segments, Canvas.FAINT, 1.2);
    }

    /** The solution, among some, that stays longest in the window and moves most there; drawn far beyond it on both sides. */
    private List<double[]> solution() {
        List<double[]> best = List.of();
        double most = -1;
        double span = window.right() - window.left();
        double middle = (window.left() + window.right()) / 2;
        for (int k = 1; k < 12; k++) {
            double[] start = {window.low() + k * (window.high() - window.low()) / 12};
            List<double[]> curve = scene.flow().throughout(middle, start, 2 * span, 4 * STEPS);
            List<double[]> inside =
                    curve.stream().filter(p -> window.contains(p[0], p[1])).toList();
            double low = inside.stream().mapToDouble(p -> p[1]).min().orElse(0);
            double high = inside.stream().mapToDouble(p -> p[1]).max().orElse(0);
            double stay = inside.size() / (double) STEPS;
            double score = stay * stay * Math.min(1, (high - low) / (window.high() - window.low()) + 0.02);
            if (score > most) {
                most = score;
                best = curve;
            }
        }
        return best;
    }

    private void orbits(Canvas canvas, Generator mover, List<double[]> solution, double eps) {
        Flow flow = scene.flow(mover);
        List<double[]> shown =
                solution.stream().filter(p -> window.contains(p[0], p[1])).toList();
        int every = Math.max(1, shown.size() / 7);
        for (int i = every / 2; i < shown.size(); i += every) {
            List<double[]> orbit = new ArrayList<>();
            flow.throughout(0, shown.get(i), eps, 30).forEach(p -> orbit.add(new double[] {p[1], p[2]}));
            axes.curve(canvas, orbit, "#7b8494", 1.3, "2 3");
            canvas.dot(axes.x(shown.get(i)[0]), axes.y(shown.get(i)[1]), 3.2, Canvas.BLUE);
        }
        for (double part : IMAGES) {
            List<double[]> image = new ArrayList<>();
            for (int i = 0; i < solution.size(); i += EVERY) {
                List<double[]> way = flow.curve(0, solution.get(i), part * eps, FLOW_STEPS);
                double[] end = way.get(way.size() - 1);
                boolean whole = way.size() == FLOW_STEPS + 1;
                image.add(whole ? new double[] {end[1], end[2]} : new double[] {Double.NaN, Double.NaN});
            }
            axes.curve(
                    canvas, image, part < 0 ? Canvas.VERMILLION : Canvas.GREEN, 2.2, Math.abs(part) < 1 ? "9 4" : "");
        }
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.3f", x).replaceAll("\\.?0+$", "");
    }
}
