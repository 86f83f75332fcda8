package dev.prolong.conservation;

import java.util.ArrayList;
import java.util.List;

/** Discrete layers {@code z + h f(t, z; θ) ..} of a Runge–Kutta method, with reverse mode through them; knows nothing of prolong. */
final class RungeKutta {
    static final double STEP = 0.25;

    private RungeKutta() {}

    enum Method {
        EULER(new double[] {1}, new double[0]),
        RK4(new double[] {1. / 6, 1. / 3, 1. / 3, 1. / 6}, new double[] {STEP / 2, STEP / 2, STEP});

        private final double[] weights;
        private final double[] inner;

        Method(double[] weights, double[] inner) {
            this.weights = weights;
            this.inner = inner;
        }

        private double time(double t, int stage) {
            return stage == 0 ? t : t + inner[stage - 1];
        }
    }

    /** The right side of a model. */
    interface VectorField {
        double[] f(double t, double[] z);

        /** Gradient of {@code u·f}: by z in the first places, by the parameters after. */
        double[] gradient(double t, double[] z, double[] u);
    }

    static double[] plus(double[] a, double h, double[] b) {
        double[] out = a.clone();
        for (int i = 0; i < a.length; i++) {
            out[i] += h * b[i];
        }
        return out;
    }

    /** The stages at which f is taken in a step from z. */
    private static List<double[]> stages(VectorField n, double t, double[] z, Method method) {
        List<double[]> out = new ArrayList<>(List.of(z));
        for (int i = 0; i < method.inner.length; i++) {
            out.add(plus(z, method.inner[i], n.f(method.time(t, i), out.get(i))));
        }
        return out;
    }

    static double[] step(VectorField n, double t, double[] z, Method method) {
        List<double[]> at = stages(n, t, z, method);
        double[] out = z;
        for (int i = 0; i < at.size(); i++) {
            out = plus(out, STEP * method.weights[i], n.f(method.time(t, i), at.get(i)));
        }
        return out;
    }

    /** Reverse mode through one step from z at t: adjoint after to adjoint before, in the layout of gradients. */
    static double[] back(VectorField n, double t, double[] z, double[] a, Method method) {
        List<double[]> at = stages(n, t, z, method);
        double[] out = a;
        double[] later = new double[z.length];
        for (int i = at.size() - 1; i >= 0; i--) {
            double[] stage = new double[z.length];
            for (int k = 0; k < z.length; k++) {
                stage[k] = STEP * method.weights[i] * a[k] + later[k];
            }
            double[] g = n.gradient(method.time(t, i), at.get(i), stage);
            out = plus(out, 1, g);
            for (int k = 0; k < z.length && i > 0; k++) {
                later[k] = method.inner[i - 1] * g[k];
            }
        }
        return out;
    }

    /** A small classical step of states and adjoints at once, {@code y = (a, z)}. */
    static double[] flow(VectorField n, double t, double[] y, int states, double h) {
        double[] k1 = rate(n, t, y, states);
        double[] k2 = rate(n, t + h / 2, plus(y, h / 2, k1), states);
        double[] k3 = rate(n, t + h / 2, plus(y, h / 2, k2), states);
        double[] k4 = rate(n, t + h, plus(y, h, k3), states);
        return plus(plus(plus(plus(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
    }

    private static double[] rate(VectorField n, double t, double[] y, int states) {
        int adjoints = y.length - states;
        double[] z = java.util.Arrays.copyOfRange(y, adjoints, y.length);
        double[] g = n.gradient(t, z, java.util.Arrays.copyOf(y, states));
        double[] out = new double[y.length];
        for (int i = 0; i < adjoints; i++) {
            out[i] = -g[i];
        }
        System.arraycopy(n.f(t, z), 0, out, adjoints, states);
        return out;
    }
}
