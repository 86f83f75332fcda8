package dev.prolong.report.picture;

import java.util.ArrayList;
import java.util.List;

/** Solves {@code x' = v(s, x)} by the classical Runge–Kutta method (Kutta 1901) in equal steps; ends where there is no value. */
final class Flow {
    /** A field of velocities: fills {@code out} with the velocity at time {@code s}. */
    interface Field {
        void at(double s, double[] x, double[] out);
    }

    private static final double FARTHEST = 1e8;

    private final Field field;
    private final int n;
    private final double[] k1;
    private final double[] k2;
    private final double[] k3;
    private final double[] k4;
    private final double[] at;

    Flow(Field field, int n) {
        this.field = field;
        this.n = n;
        this.k1 = new double[n];
        this.k2 = new double[n];
        this.k3 = new double[n];
        this.k4 = new double[n];
        this.at = new double[n];
    }

    /** Points {@code (s, x_1 .. x_n)} from the start on, one for each step, as long as they are finite. */
    List<double[]> curve(double s, double[] start, double span, int steps) {
        List<double[]> out = new ArrayList<>();
        double[] x = start.clone();
        double h = span / steps;
        out.add(point(s, x));
        for (int i = 0; i < steps && !Thread.currentThread().isInterrupted(); i++) {
            step(s + i * h, x, h);
            if (!isFinite(x)) {
                break;
            }
            out.add(point(s + (i + 1) * h, x));
        }
        return out;
    }

    /** Both ways from the start. */
    List<double[]> throughout(double s, double[] start, double span, int steps) {
        List<double[]> back = curve(s, start, -span, steps);
        List<double[]> out = new ArrayList<>();
        for (int i = back.size() - 1; i > 0; i--) {
            out.add(back.get(i));
        }
        out.addAll(curve(s, start, span, steps));
        return out;
    }

    private void step(double s, double[] x, double h) {
        field.at(s, x, k1);
        shifted(x, k1, h / 2);
        field.at(s + h / 2, at, k2);
        shifted(x, k2, h / 2);
        field.at(s + h / 2, at, k3);
        shifted(x, k3, h);
        field.at(s + h, at, k4);
        for (int i = 0; i < n; i++) {
            x[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    private void shifted(double[] x, double[] k, double h) {
        for (int i = 0; i < n; i++) {
            at[i] = x[i] + h * k[i];
        }
    }

    private static boolean isFinite(double[] x) {
        for (double v : x) {
            if (!(Math.abs(v) < FARTHEST)) {
                return false;
            }
        }
        return true;
    }

    private static double[] point(double s, double[] x) {
        double[] p = new double[x.length + 1];
        p[0] = s;
        System.arraycopy(x, 0, p, 1, x.length);
        return p;
    }
}
