package dev.prolong.report.picture;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A rectangle of the plane that a picture shows. */
record Window(double left, double right, double low, double high) {
    private static final int PROBES = 24;

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= low && y <= high;
    }

    /** Grown on each side by this part of its size. */
    Window grown(double part) {
        double w = (right - left) * part;
        double h = (high - low) * part;
        return new Window(left - w, right + w, low - h, high + h);
    }

    /**
     * The first of these windows in which the function has a value everywhere, on the axes too; without one, the first in which it has a
     * value at most points, or at as many as in any.
     */
    static Window bestOf(List<Window> windows, DoubleBinaryOperator f) {
        for (Window w : windows) {
            if (w.finite(f) == PROBES * PROBES && w.isFiniteOnAxes(f)) {
                return w;
            }
        }
        Window best = windows.get(0);
        int most = -1;
        for (Window w : windows) {
            int finite = w.finite(f);
            if (finite > most + PROBES * PROBES / 20) {
                best = w;
                most = finite;
            }
        }
        return best;
    }

    private boolean isFiniteOnAxes(DoubleBinaryOperator f) {
        for (int i = 0; i < PROBES; i++) {
            double x = left + (i + 0.5) * (right - left) / PROBES;
            double y = low + (i + 0.5) * (high - low) / PROBES;
            if (contains(x, 0) && !Double.isFinite(f.applyAsDouble(x, 0))
                    || contains(0, y) && !Double.isFinite(f.applyAsDouble(0, y))) {
                return false;
            }
        }
        return true;
    }

    private int finite(DoubleBinaryOperator f) {
        int finite = 0;
        for (int i = 0; i < PROBES; i++) {
            for (int j = 0; j < PROBES; j++) {
                double x = left + (i + 0.5) * (right - left) / PROBES;
                double y = low + (j + 0.5) * (high - low) / PROBES;
                finite += Double.isFinite(f.applyAsDouble(x, y)) ? 1 : 0;
            }
        }
        return finite;
    }
}
