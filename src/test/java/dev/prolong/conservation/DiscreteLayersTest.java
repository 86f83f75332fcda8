package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.conservation.RungeKutta.Method;
import dev.prolong.conservation.RungeKutta.VectorField;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
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

    /** Activation with its derivative. */
    record Activation(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        static final Activation TANH = new Activation(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
        static final Activation RELU = new Activation(x -> Math.max(0, x), x -> x > 0 ? 1 : 0);
    }

    /** Parameters in the order W1, b1, W2, b2; gradients are laid out alike. */
    static final class Network implements VectorField {
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

        @Override
        public double[] f(double t, double[] z) {
            double[] out = new double[2];
            for (int i = 0; i < 2; i++) {
                out[i] = p[10 + i];
                for (int k = 0; k < 2; k++) {
                    out[i] += p[6 + 2 * i + k] * s.value().applyAsDouble(hidden(k, z));
                }
            }
            return out;
        }

        @Override
        public double[] gradient(double t, double[] z, double[] u) {
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

    private static List<double[]> trajectory(Network n, Method method) {
        List<double[]> states = new ArrayList<>(List.of(new double[] {0.4, -0.7}));
        for (int k = 0; k < LAYERS; k++) {
            states.add(RungeKutta.step(n, 0, states.get(k), method));
        }
        double[] a = new double[14];
        a[0] = 0.8;
        a[1] = -0.5;
        List<double[]> out = new ArrayList<>(List.of(point(n, LAYERS, states.get(LAYERS), a)));
        for (int k = LAYERS - 1; k >= 0; k--) {
            a = RungeKutta.back(n, 0, states.get(k), a, method);
            out.add(point(n, k, states.get(k), a));
        }
        return out;
    }

    /** The values of t, the adjoints, the states and the parameters, in the order of the system. */
    private static double[] point(Network n, double k, double[] z, double[] a) {
        double[] all = new double[1 + 14 + 2 + 12];
        all[0] = k * RungeKutta.STEP;
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
}
