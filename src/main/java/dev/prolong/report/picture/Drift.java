package dev.prolong.report.picture;

import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.report.picture.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** How far quantities move from their first value along one computed solution, in powers of ten. */
final class Drift {
    private static final int STEPS = 4000;
    private static final double SPAN = 4;
    private static final double LEAST = 1e-17;
    private static final int SHOWN = 6;
    /** Between what drifts and what does not. */
    private static final int LEGEND = 120;

    private static final int STARTS = 6;
    private static final double FOLLOWED = 1e-9;

    private final Scene scene;

    Drift(Scene scene) {
        this.scene = scene;
    }

    /** A quantity and what it is called. */
    record Named(String name, IExpr quantity, boolean printed) {}

    Drawing draw(List<Named> quantities, PictureNames names) {
        List<double[]> solution = solution();
        Window window = new Window(0, SPAN, -17, 1);
        Axes axes = new Axes(window);
        Canvas canvas = new Canvas("Drift of quantities along a solution");
        int k = 0;
        for (Named q : quantities.subList(0, Math.min(SHOWN, quantities.size()))) {
            String colour = Canvas.PALETTE.get(k % Canvas.PALETTE.size());
            axes.curve(canvas, curve(q, solution), colour, 1.7, q.printed() ? "7 4" : "");
            canvas.text(
                    612, LEGEND + 20 * k, names.of(q.name()) + (q.printed() ? " (printed)" : ""), Anchor.END, colour);
            k++;
        }
        String t = names.of(scene.system().independent());
        axes.draw(canvas, t, "|I(" + t + ") − I(0)|", true);
        String values = scene.words();
        return canvas.with("Drift of quantities along one solution (Runge–Kutta, " + STEPS
                + " steps): what is conserved stays at the rounding" + " and step error of the computation."
                + (values.isEmpty() ? "" : " Here " + values + "."));
    }

    /**
     * The solution, of some starts, that the computation follows best; where steps of half the length lead elsewhere, it ends. Near a
     * singular point any method drifts, which says nothing of the quantities.
     */
    private List<double[]> solution() {
        List<double[]> longest = List.of();
        for (int k = 0; k < STARTS; k++) {
            double[] start = start(k);
            List<double[]> coarse = scene.flow().curve(0, start, SPAN, STEPS);
            List<double[]> fine = scene.flow().curve(0, start, SPAN, 2 * STEPS);
            int good = 0;
            while (good < coarse.size() && 2 * good < fine.size() && near(coarse.get(good), fine.get(2 * good))) {
                good++;
            }
            if (good > longest.size()) {
                longest = coarse.subList(0, good);
            }
            if (good > STEPS) {
                break;
            }
        }
        return longest;
    }

    private double[] start(int k) {
        double[] start = new double[scene.coordinates().size() - 1];
        for (int i = 0; i < start.length; i++) {
            start[i] = 0.2 + (0.3 + 0.4 * k) * ((i * 7 + 2 * k) % 5) / 5;
        }
        return start;
    }

    private static boolean near(double[] p, double[] q) {
        for (int i = 0; i < p.length; i++) {
            if (!(Math.abs(p[i] - q[i]) <= FOLLOWED * Math.max(1, Math.abs(p[i])))) {
                return false;
            }
        }
        return true;
    }

    private List<double[]> curve(Named q, List<double[]> solution) {
        DoubleEvaluation f = scene.function(q.quantity());
        List<double[]> out = new ArrayList<>();
        double first = Double.NaN;
        for (int i = 0; i < solution.size(); i += 10) {
            double[] p = solution.get(i);
            double[] x = new double[p.length - 1];
            System.arraycopy(p, 1, x, 0, x.length);
            double value = f.at(scene.arguments(p[0], x));
            if (i == 0) {
                first = value;
            }
            out.add(new double[] {p[0], Math.log10(Math.max(LEAST, Math.abs(value - first)))});
        }
        return out;
    }
}
