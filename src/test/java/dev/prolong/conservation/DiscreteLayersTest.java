package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The laws on numbers from code that knows nothing of prolong: layers and gradients of a network {@code z' = W2 σ(W1 z + b1) + b2}, two
 * states, two hidden units, written out by hand.
 */
final class DiscreteLayersTest {
    private static final long SEED = 20260611;
    private static final int LAYERS = 24;
    private static final double STEP = 0.25;

    enum Method {
        EULER,
        RK4
    }

    /** Activation with its derivative. */
    record Activation(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        static final Activation TANH = new Activation(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
        static final Activation RELU = new Activation(x -> Math.max(0, x), x -> x > 0 ? 1 : 0);
    }

    /** Parameters in the order W1, b1, W2, b2; gradients are laid out alike. */
    static final class Network {
        final double[] p;
        private final Activation s;

        Network(double[] p, Activation s) {
            this.p = p;
            this.s = s;
        }

        static Network random(Activation s) {
            Random random = new Random(SEED);
            return new Network(random.doubles(12, -1, 1).toArray(), s);
        }

        private double hidden(int k, double[] z) {
            return p[2 * k] * z[0] + p[2 * k + 1] * z[1] + p[4 + k];
        }

        double[] f(double[] z) {
            double[] out = new double[2];
            for (int i = 0; i < 2; i++) {
                out[i] = p[10 + i];
                for (int k = 0; k < 2; k++) {
                    out[i] += p[6 + 2 * i + k] * s.value().applyAsDouble(hidden(k, z));
                }
            }
            return out;
        }

        /** Gradient of {@code u·f}: by z in the first two places, by the parameters after. */
        double[] gradient(double[] z, double[] u) {
            double[] g = new double[14];
            for (int k = 0; k < 2; k++) {
                double a = hidden(k, z);
                double back = (p[6 + k] * u[0] + p[8 + k] * u[1]) * s.slope().applyAsDouble(a);
                for (int j = 0; j < 2; j++) {
                    g[j] += p[2 * k + j] * back;
                    g[2 + 2 * k + j] = back * z[j];
                }
                g[6 + k] = back;
                for (int i = 0; i < 2; i++) {
                    g[8 + 2 * i + k] = u[i] * s.value().applyAsDouble(a);
                }
            }
            g[12] = u[0];
            g[13] = u[1];
            return g;
        }
    }

    static double[] plus(double[] a, double h, double[] b) {
        double[] out = a.clone();
        for (int i = 0; i < a.length; i++) {
            out[i] += h * b[i];
        }
        return out;
    }

    /** The stages at which f is taken in a step from z. */
    private static List<double[]> stages(Network n, double[] z, Method method) {
        List<double[]> out = new ArrayList<>(List.of(z));
        if (method == Method.RK4) {
            out.add(plus(z, STEP / 2, n.f(out.get(0))));
            out.add(plus(z, STEP / 2, n.f(out.get(1))));
            out.add(plus(z, STEP, n.f(out.get(2))));
        }
        return out;
    }

    static double[] step(Network n, double[] z, Method method) {
        List<double[]> at = stages(n, z, method);
        if (method == Method.EULER) {
            return plus(z, STEP, n.f(z));
        }
        double[] weights = {1, 2, 2, 1};
        double[] out = z;
        for (int i = 0; i < 4; i++) {
            out = plus(out, STEP * weights[i] / 6, n.f(at.get(i)));
        }
        return out;
    }

    /** Reverse mode through one step: adjoint after to adjoint before; {@code a = (u, b)} in the layout of gradients. */
    static double[] back(Network n, double[] z, double[] a, Method method) {
        List<double[]> at = stages(n, z, method);
        double[] u = {a[0], a[1]};
        double[] out = a;
        double[] weights = method == Method.EULER ? new double[] {1} : new double[] {1. / 6, 1. / 3, 1. / 3, 1. / 6};
        double[] inner = {STEP / 2, STEP / 2, STEP};
        double[] later = {0, 0};
        for (int i = weights.length - 1; i >= 0; i--) {
            double[] stage = {STEP * weights[i] * u[0] + later[0], STEP * weights[i] * u[1] + later[1]};
            double[] g = n.gradient(at.get(i), stage);
            out = plus(out, 1, g);
            if (i > 0) {
                later = new double[] {inner[i - 1] * g[0], inner[i - 1] * g[1]};
            }
        }
        return out;
    }

    private static List<double[]> trajectory(Network n, Method method) {
        List<double[]> states = new ArrayList<>(List.of(new double[] {0.4, -0.7}));
        for (int k = 0; k < LAYERS; k++) {
            states.add(step(n, states.get(k), method));
        }
        double[] a = new double[14];
        a[0] = 0.8;
        a[1] = -0.5;
        List<double[]> out = new ArrayList<>(List.of(point(n, LAYERS, states.get(LAYERS), a)));
        for (int k = LAYERS - 1; k >= 0; k--) {
            a = back(n, states.get(k), a, method);
            out.add(point(n, k, states.get(k), a));
        }
        return out;
    }

    /** The values of t, the adjoints, the states and the parameters, in the order of the system. */
    private static double[] point(Network n, double k, double[] z, double[] a) {
        double[] all = new double[1 + 14 + 2 + 12];
        all[0] = k * STEP;
        System.arraycopy(a, 0, all, 1, 14);
        System.arraycopy(z, 0, all, 15, 2);
        System.arraycopy(n.p, 0, all, 17, 12);
        return all;
    }

    private static double drift(DifferentialSystem whole, ConservedQuantity law, List<double[]> points) {
        List<ISymbol> variables = new ArrayList<>(whole.jetSpace().base());
        variables.addAll(whole.parameters());
        DoubleEvaluation value = DoubleEvaluation.of(law.expression(), variables);
        double first = value.at(points.get(0));
        return points.stream()
                .mapToDouble(p -> Math.abs(value.at(p) - first))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void affineLawsHoldAtEveryLayerAndTheOthersDoNot(Method method) {
        DifferentialSystem whole = Models.twoLayers(2, 2, "activation s(x) = tanh(x)");
        List<double[]> points = trajectory(Network.random(Activation.TANH), method);
        for (ConservedQuantity law : Models.laws(whole)) {
            double drift = drift(whole, law, points);
            if (law.pairing().orElseThrow().discrete()) {
                assertThat(drift).isLessThan(1e-13);
            } else {
                assertThat(drift).isGreaterThan(1e-7);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theLawOfHomogeneousActivationsHoldsAcrossKinksAndFailsForTanh(Method method) {
        DifferentialSystem whole = Models.named("relu-network");
        List<ConservedQuantity> laws = Models.laws(whole);
        List<double[]> relu = trajectory(Network.random(Activation.RELU), method);
        List<double[]> tanh = trajectory(Network.random(Activation.TANH), method);
        for (ConservedQuantity law : laws.subList(8, 10)) {
            assertThat(law.pairing().orElseThrow().discrete()).isTrue();
            assertThat(drift(whole, law, relu)).isLessThan(1e-13);
            assertThat(drift(whole, law, tanh)).isGreaterThan(1e-3);
        }
    }

    /** Along the continuous flow, by small Runge–Kutta steps of all equations at once, every law holds to the integrator's accuracy. */
    @Test
    void everyLawHoldsAlongTheFlow() {
        DifferentialSystem whole = Models.twoLayers(2, 2, "activation s(x) = tanh(x)");
        Network n = Network.random(Activation.TANH);
        double[] y = new double[16];
        System.arraycopy(new double[] {0.8, -0.5, 0.1, 0.2, -0.3, 0.4, 0.5, -0.6}, 0, y, 0, 8);
        y[14] = 0.4;
        y[15] = -0.7;
        double h = 1e-2;
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k <= 200; k++) {
            points.add(point(n, k * h / STEP, new double[] {y[14], y[15]}, java.util.Arrays.copyOf(y, 14)));
            double[] k1 = rate(n, y);
            double[] k2 = rate(n, plus(y, h / 2, k1));
            double[] k3 = rate(n, plus(y, h / 2, k2));
            double[] k4 = rate(n, plus(y, h, k3));
            y = plus(plus(plus(plus(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
        }
        for (ConservedQuantity law : Models.laws(whole)) {
            assertThat(drift(whole, law, points)).isLessThan(1e-8);
        }
    }

    private static double[] rate(Network n, double[] y) {
        double[] z = {y[14], y[15]};
        double[] g = n.gradient(z, new double[] {y[0], y[1]});
        double[] f = n.f(z);
        double[] out = new double[16];
        for (int i = 0; i < 14; i++) {
            out[i] = -g[i];
        }
        out[14] = f[0];
        out[15] = f[1];
        return out;
    }
}
