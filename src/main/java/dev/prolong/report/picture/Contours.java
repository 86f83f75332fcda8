package dev.prolong.report.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Level sets of a function on a window, by marching squares (Lorensen and Cline 1987, in the plane). */
final class Contours {
    private static final int CELLS = 90;
    /** A jump across one cell larger than this part of all values is a pole, not a level. */
    private static final double JUMP = 0.5;
    /** Points looked at between the ends of an edge. */
    private static final int INNER = 7;
    /** A function that leaves the interval of its values at the ends of an edge by more than this part of all values has a pole between. */
    private static final double LEAVES = 0.05;

    private final Window window;
    private final DoubleBinaryOperator f;
    private final double[][] values = new double[CELLS + 1][CELLS + 1];

    Contours(Window window, DoubleBinaryOperator f) {
        this.window = window;
        this.f = f;
        for (int i = 0; i <= CELLS && !Thread.currentThread().isInterrupted(); i++) {
            for (int j = 0; j <= CELLS; j++) {
                double v = f.applyAsDouble(x(i), y(j));
                values[i][j] = Double.isFinite(v) ? v : Double.NaN;
            }
        }
    }

    private double x(double i) {
        return window.left() + i * (window.right() - window.left()) / CELLS;
    }

    private double y(double j) {
        return window.low() + j * (window.high() - window.low()) / CELLS;
    }

    /** Levels that cut the values into about equally many; empty where the function hardly varies or has hardly any value. */
    double[] levels(int count) {
        double[] sorted = sorted();
        if (sorted.length < CELLS || sorted[sorted.length - 1] - sorted[0] < 1e-9) {
            return new double[0];
        }
        double[] out = new double[count];
        for (int k = 0; k < count; k++) {
            out[k] = sorted[(int) ((k + 0.5) / count * sorted.length)];
        }
        return Arrays.stream(out).distinct().toArray();
    }

    private double[] sorted() {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** The segments of one level, {@code x1, y1, x2, y2} in the plane. */
    List<double[]> at(double level) {
        double[] sorted = sorted();
        double range = sorted[(int) (0.95 * (sorted.length - 1))] - sorted[(int) (0.05 * (sorted.length - 1))];
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                double[] corner = {values[i][j], values[i + 1][j], values[i + 1][j + 1], values[i][j + 1]};
                double spread = Arrays.stream(corner).max().orElse(0)
                        - Arrays.stream(corner).min().orElse(0);
                if (Double.isFinite(spread) && (spread <= JUMP * range || range == 0)) {
                    cell(i, j, corner, level, LEAVES * range, out);
                }
            }
        }
        return out;
    }

    private void cell(int i, int j, double[] corner, double level, double leaves, List<double[]> out) {
        double[][] at = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
        List<double[]> cuts = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            double a = corner[k] - level;
            double b = corner[(k + 1) % 4] - level;
            if (a < 0 != b < 0) {
                double s = a / (a - b);
                double[] p = at[k];
                double[] q = at[(k + 1) % 4];
                cuts.add(new double[] {x(p[0] + s * (q[0] - p[0])), y(p[1] + s * (q[1] - p[1]))});
            }
        }
        if (cuts.isEmpty() || hasPole(at, corner, leaves)) {
            return;
        }
        for (int k = 0; k + 1 < cuts.size(); k += 2) {
            out.add(new double[] {cuts.get(k)[0], cuts.get(k)[1], cuts.get(k + 1)[0], cuts.get(k + 1)[1]});
        }
    }

    /**
     * Whether the function goes up or down and back between two corners: the cell would close levels that go on beside the pole. What a
     * smooth function does between them is small beside its range.
     */
    private boolean hasPole(double[][] at, double[] corner, double leaves) {
        for (int k = 0; k < 4; k++) {
            double[] p = at[k];
            double[] q = at[(k + 1) % 4];
            double low = Math.min(corner[k], corner[(k + 1) % 4]);
            double high = Math.max(corner[k], corner[(k + 1) % 4]);
            for (int m = 1; m <= INNER; m++) {
                double s = m / (INNER + 1.0);
                double v = f.applyAsDouble(x(p[0] + s * (q[0] - p[0])), y(p[1] + s * (q[1] - p[1])));
                if (!Double.isFinite(v) || v < low - leaves || v > high + leaves) {
                    return true;
                }
            }
        }
        return false;
    }
}
