package dev.prolong.report.picture;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The plane in which a system is drawn: of t and the state, or, of an autonomous one with two coordinates beside t, of these. */
final class Plane {
    private static final int LEVELS = 13;
    private static final List<Window> WINDOWS =
            List.of(new Window(-3, 3, -3, 3), new Window(0.05, 4, -3, 3), new Window(0.05, 4, 0.05, 4));
    private static final int STEPS = 900;
    private static final double SPAN = 9;

    private final Scene scene;
    private final ISymbol across;
    private final ISymbol up;
    private final Window window;
    private final Axes axes;

    /** A phase plane, of the part of it where the system has values, and these quantities too. */
    Plane(Scene scene, List<IExpr> quantities) {
        this.scene = scene;
        this.across = scene.coordinates().get(1);
        this.up = scene.coordinates().get(2);
        List<DoubleEvaluation> shown = Stream.concat(
                        scene.system().equations().stream().map(Equation::rhs), quantities.stream())
                .map(scene::function)
                .toList();
        this.window = Window.bestOf(
                WINDOWS,
                (x, y) -> shown.stream()
                        .mapToDouble(f -> f.at(scene.arguments(0, x, y)))
                        .sum());
        this.axes = new Axes(window);
    }

    /** Whether a system has a phase plane: two coordinates beside {@code t}, which does not enter. */
    static boolean has(Scene scene) {
        return scene.coordinates().size() == 3
                && scene.system().equations().stream()
                        .allMatch(e -> Expr.isFreeOf(e.rhs(), scene.system().independent()));
    }

    /** The field of velocities with trajectories. */
    Drawing portrait(PictureNames names) {
        Canvas canvas = new Canvas("Phase portrait in the plane of " + names.of(across) + " and " + names.of(up));
        Flow flow = scene.flow();
        arrows(canvas, flow);
        int k = 0;
        for (double[] start : starts()) {
            List<double[]> way = new ArrayList<>();
            flow.throughout(0, start, SPAN, STEPS).forEach(p -> way.add(new double[] {p[1], p[2]}));
            axes.curve(canvas, way, Canvas.PALETTE.get(k % 3), 1.9, "");
            canvas.dot(axes.x(start[0]), axes.y(start[1]), 2.8, Canvas.PALETTE.get(k % 3));
            k++;
        }
        axes.draw(canvas, names.of(across), names.of(up), false);
        String values = scene.words();
        return canvas.with(
                "Phase portrait: the field of velocities, and trajectories through the dots, forwards and backwards."
                        + (values.isEmpty() ? "" : " Here " + values + "."));
    }

    private List<double[]> starts() {
        List<double[]> out = new ArrayList<>();
        double[] parts = {0.2, 0.4, 0.6, 0.8};
        for (double p : parts) {
            for (double q : new double[] {0.3, 0.5, 0.72}) {
                out.add(new double[] {
                    window.left() + p * (window.right() - window.left()),
                    window.low() + q * (window.high() - window.low())
                });
            }
        }
        return out;
    }

    private void arrows(Canvas canvas, Flow flow) {
        List<double[]> segments = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            for (int j = 0; j < 15; j++) {
                double x = window.left() + (i + 0.5) * (window.right() - window.left()) / 22;
                double y = window.low() + (j + 0.5) * (window.high() - window.low()) / 15;
                List<double[]> step = flow.curve(0, new double[] {x, y}, 1e-4, 1);
                if (step.size() == 2) {
                    double dx = axes.x(step.get(1)[1]) - axes.x(x);
                    double dy = axes.y(step.get(1)[2]) - axes.y(y);
                    double size = Math.hypot(dx, dy);
                    if (size > 0) {
                        arrow(segments, axes.x(x), axes.y(y), dx / size, dy / size);
                    }
                }
            }
        }
        canvas.segments(segments, Canvas.FAINT, 1.1);
    }

    private static void arrow(List<double[]> out, double x, double y, double dx, double dy) {
        double r = 7;
        double tipX = x + r * dx;
        double tipY = y + r * dy;
        out.add(new double[] {x - r * dx, y - r * dy, tipX, tipY});
        out.add(new double[] {tipX, tipY, tipX - 4 * dx + 3 * dy, tipY - 4 * dy - 3 * dx});
        out.add(new double[] {tipX, tipY, tipX - 4 * dx - 3 * dy, tipY - 4 * dy + 3 * dx});
    }

    /** The level sets of a quantity in the phase plane. */
    Drawing levels(IExpr quantity, String name, PictureNames names) {
        DoubleEvaluation f = scene.function(quantity);
        return levels(
                scene, window, (x, y) -> f.at(scene.arguments(0, x, y)), name, names.of(across), names.of(up), names);
    }

    /** The level sets of a first integral of one equation, in the plane of t and the state: each is made of solutions. */
    static Drawing levelsInTime(Scene scene, IExpr quantity, String name, PictureNames names) {
        DoubleEvaluation f = scene.function(quantity);
        Window w = Window.bestOf(
                List.of(new Window(0, 5, -3, 3), new Window(0.05, 5, 0.05, 4)), (t, z) -> f.at(scene.arguments(t, z)));
        return levels(
                scene,
                w,
                (t, z) -> f.at(scene.arguments(t, z)),
                name,
                names.of(scene.system().independent()),
                names.of(scene.system().states().get(0)),
                names);
    }

    private static Drawing levels(
            Scene scene,
            Window window,
            DoubleBinaryOperator f,
            String name,
            String across,
            String up,
            PictureNames names) {
        Canvas canvas = new Canvas("Level sets of " + names.of(name));
        Axes axes = new Axes(window);
        Contours contours = new Contours(window, f);
        int k = 0;
        for (double level : contours.levels(LEVELS)) {
            List<double[]> segments = new ArrayList<>();
            for (double[] s : contours.at(level)) {
                segments.add(new double[] {axes.x(s[0]), axes.y(s[1]), axes.x(s[2]), axes.y(s[3])});
            }
            canvas.segments(segments, Canvas.PALETTE.get(k++ % 3), 1.8);
        }
        axes.draw(canvas, across, up, false);
        String values = scene.words();
        return canvas.with("Level sets of `" + name + "`: every solution stays on one of them."
                + (values.isEmpty() ? "" : " Here " + values + "."));
    }
}
