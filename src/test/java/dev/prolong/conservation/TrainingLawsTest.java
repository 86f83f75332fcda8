package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.conservation.DiscreteLayersTest.Activation;
import dev.prolong.conservation.DiscreteLayersTest.Network;
import dev.prolong.conservation.RungeKutta.Method;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Encoder, network, decoder: the identities between loss gradients and what gradient flow keeps, held against reverse mode through a
 * discrete residual network that is written out by hand.
 */
final class TrainingLawsTest {
    private static final long SEED = 20261124;
    private static final int LAYERS = 12;
    private static final int BATCH = 5;
    private static final String LAYERS_AROUND = "\nencoder E[1..2,1..3], e0[1..2]\ndecoder C[1..1,1..2], c0[1..1]\n";

    /** Inputs and targets, and weights in the order E, e0, W1, b1, W2, b2, C, c0. */
    private static final double[][] INPUTS = random(BATCH, 3, SEED);

    private static final double[][] TARGETS = random(BATCH, 1, SEED + 1);

    private static double[][] random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = random.doubles(columns, -1, 1).toArray();
        }
        return out;
    }

    private static DifferentialSystem tanhNetwork() {
        return Models.of("""
                activation s(x) = tanh(x)
                states z[1..2]
                parameters W1[1..2,1..2], b1[1..2], W2[1..2,1..2], b2[1..2]
                z[i]' = sum(k in 1..2, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2
                """ + LAYERS_AROUND);
    }

    private static List<TrainingLaw> training(DifferentialSystem whole) {
        return Models.laws(whole).stream()
                .flatMap(q -> q.pairing().orElseThrow().training().stream())
                .toList();
    }

    private static List<ISymbol> weights(DifferentialSystem whole) {
        List<ISymbol> all = whole.origin().layers().weights();
        List<ISymbol> out = new ArrayList<>(all.subList(0, 8));
        out.addAll(whole.parameters());
        out.addAll(all.subList(8, 11));
        return out;
    }

    /** The gradient of the mean-square loss. */
    private static double[] gradient(double[] w, Activation s, Method method) {
        Network n = new Network(java.util.Arrays.copyOfRange(w, 8, 20), s);
        double[] out = new double[23];
        for (int b = 0; b < BATCH; b++) {
            double[] x = INPUTS[b];
            double[] z = new double[2];
            for (int i = 0; i < 2; i++) {
                z[i] = w[6 + i] + w[3 * i] * x[0] + w[3 * i + 1] * x[1] + w[3 * i + 2] * x[2];
            }
            List<double[]> states = new ArrayList<>(List.of(z));
            for (int k = 0; k < LAYERS; k++) {
                states.add(RungeKutta.step(n, 0, states.get(k), method));
            }
            double[] last = states.get(LAYERS);
            double residual = 2 * (w[20] * last[0] + w[21] * last[1] + w[22] - TARGETS[b][0]) / BATCH;
            out[20] += residual * last[0];
            out[21] += residual * last[1];
            out[22] += residual;
            double[] a = new double[14];
            a[0] = residual * w[20];
            a[1] = residual * w[21];
            for (int k = LAYERS - 1; k >= 0; k--) {
                a = RungeKutta.back(n, 0, states.get(k), a, method);
            }
            for (int i = 0; i < 2; i++) {
                out[6 + i] += a[i];
                for (int j = 0; j < 3; j++) {
                    out[3 * i + j] += a[i] * x[j];
                }
            }
            for (int k = 0; k < 12; k++) {
                out[8 + k] += a[2 + k];
            }
        }
        return out;
    }

    private static double[] initial() {
        return new Random(SEED + 2).doubles(23, -1, 1).toArray();
    }

    private static double identity(IExpr identity, DifferentialSystem whole, double[] w, double[] g) {
        List<ISymbol> variables = new ArrayList<>(weights(whole));
        weights(whole).forEach(v -> variables.add(Expr.symbol("g_" + v.getSymbolName())));
        double[] at = new double[46];
        System.arraycopy(w, 0, at, 0, 23);
        System.arraycopy(g, 0, at, 23, 23);
        return DoubleEvaluation.of(identity, variables).at(at);
    }

    private static double constant(TrainingLaw.Constant m, DifferentialSystem whole, double[] w) {
        return DoubleEvaluation.of(m.expression(), weights(whole)).at(w);
    }

    @Test
    void theLawsAreThoseOfTheMatrixAndTheShift() {
        List<TrainingLaw> laws = training(tanhNetwork());
        assertThat(laws).hasSize(6);
        assertThat(laws.stream().map(TrainingLaw::vectorForm))
                .contains(
                        "(g_e0 - W1ᵀ g_b1 - Cᵀ g_c0)[1]",
                        "(g_E Eᵀ + g_e0 e0ᵀ - W1ᵀ g_W1 + g_W2 W2ᵀ + g_b2 b2ᵀ - Cᵀ g_C)[1,2]");
        assertThat(laws.stream().flatMap(l -> l.constant().stream()))
                .hasSize(4)
                .allMatch(m -> m.degree() == 2)
                .anyMatch(m -> m.vectorForm().equals("(E Eᵀ + e0 e0ᵀ - W1ᵀ W1 + W2 W2ᵀ + b2 b2ᵀ - Cᵀ C)[1,2]"));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theIdentitiesHoldForDiscreteGradientsAndWrongOnesDoNot(Method method) {
        DifferentialSystem whole = tanhNetwork();
        double[] w = initial();
        double[] g = gradient(w, Activation.TANH, method);
        for (TrainingLaw law : training(whole)) {
            assertThat(identity(law.identity(), whole, w, g)).isBetween(-1e-13, 1e-13);
            for (IExpr term : Expr.terms(law.identity())) {
                double wrong = identity(Expr.minus(law.identity(), term), whole, w, g);
                assertThat(Math.abs(wrong)).as(law.vectorForm()).isGreaterThan(1e-6);
            }
        }
    }

    /** The gradient flow's generator by fourth-order steps; with weight decay the constants go like {@code e^(−2λτ)}. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void gradientFlowKeepsTheConstantsAndWeightDecayShrinksThem(Method method) {
        DifferentialSystem whole = tanhNetwork();
        for (double decay : new double[] {0, 0.3}) {
            double[] w = initial();
            double h = 0.001;
            int steps = 400;
            for (int k = 0; k < steps; k++) {
                double[] k1 = descent(w, decay, method);
                double[] k2 = descent(RungeKutta.plus(w, h / 2, k1), decay, method);
                double[] k3 = descent(RungeKutta.plus(w, h / 2, k2), decay, method);
                double[] k4 = descent(RungeKutta.plus(w, h, k3), decay, method);
                double[] sum = RungeKutta.plus(RungeKutta.plus(k1, 2, k2), 1, k4);
                w = RungeKutta.plus(w, h / 6, RungeKutta.plus(sum, 2, k3));
            }
            assertThat(distance(w, initial())).isGreaterThan(0.1);
            for (TrainingLaw law : training(whole)) {
                if (law.constant().isPresent()) {
                    TrainingLaw.Constant m = law.constant().get();
                    double before = constant(m, whole, initial()) * Math.exp(-m.degree() * decay * h * steps);
                    assertThat(constant(m, whole, w)).isBetween(before - 1e-7, before + 1e-7);
                }
            }
        }
    }

    private static double[] descent(double[] w, double decay, Method method) {
        double[] g = gradient(w, Activation.TANH, method);
        double[] out = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            out[i] = -g[i] - decay * w[i];
        }
        return out;
    }

    private static double distance(double[] a, double[] b) {
        double out = 0;
        for (int i = 0; i < a.length; i++) {
            out = Math.max(out, Math.abs(a[i] - b[i]));
        }
        return out;
    }

    /** One step of rate η changes M by η² times the same form in the gradients. */
    @Test
    void oneStepOfDescentChangesThemByTheSquareOfItsRate() {
        DifferentialSystem whole = tanhNetwork();
        double[] w = initial();
        double[] g = gradient(w, Activation.TANH, Method.RK4);
        double rate = 0.1;
        for (TrainingLaw law : training(whole)) {
            law.constant().ifPresent(m -> {
                double change = constant(m, whole, RungeKutta.plus(w, -rate, g)) - constant(m, whole, w);
                assertThat(change - rate * rate * constant(m, whole, g)).isBetween(-1e-13, 1e-13);
            });
        }
    }

    /** Rescalings of homogeneous units need no encoder, and are no identities for tanh. */
    @Test
    void homogeneousUnitsAreBalanced() {
        DifferentialSystem whole = Models.of("""
                activation s(x) = relu(x)
                states z[1..2]
                parameters W1[1..2,1..2], b1[1..2], W2[1..2,1..2], b2[1..2]
                z[i]' = sum(k in 1..2, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2
                """ + LAYERS_AROUND);
        List<TrainingLaw> laws = training(whole);
        assertThat(laws).hasSize(8);
        double[] w = initial();
        double[] relu = gradient(w, Activation.RELU, Method.RK4);
        double[] tanh = gradient(w, Activation.TANH, Method.RK4);
        for (TrainingLaw law : laws) {
            assertThat(identity(law.identity(), whole, w, relu)).isBetween(-1e-13, 1e-13);
        }
        assertThat(laws)
                .filteredOn(law -> Math.abs(identity(law.identity(), whole, w, tanh)) > 1e-3)
                .hasSize(2)
                .allMatch(law -> law.constant().isPresent());
    }

    @Test
    void oneNeuronHasAnIdentityAndNoConstant() {
        List<TrainingLaw> laws = training(
                Models.of("parameters theta1, theta2\nz' = cos(theta1*z + theta2)\nencoder E, e0\ndecoder C, c0"));
        assertThat(laws).singleElement().satisfies(law -> {
            assertThat(law.vectorForm()).isEqualTo("g_e0 - theta1 g_theta2 - C g_c0");
            assertThat(law.constant()).isEmpty();
        });
    }

    /** Without a layer behind, what moves the states has no identity. */
    @Test
    void bothLayersAreNeededWhereStatesMove() {
        assertThat(training(Models.of("parameters theta1, theta2\nz' = cos(theta1*z + theta2)\nencoder E, e0")))
                .isEmpty();
    }

    @Test
    void theGradientOfAConstantIsACombinationOfTheFields() {
        DifferentialSystem whole = tanhNetwork();
        double[] w = initial();
        double[] g = gradient(w, Activation.TANH, Method.EULER);
        for (TrainingLaw law : training(whole)) {
            law.constant().ifPresent(m -> {
                List<ISymbol> weights = weights(whole);
                double rate = 0;
                for (int i = 0; i < weights.size(); i++) {
                    IExpr slope = Differentiation.derivative(m.expression(), weights.get(i));
                    rate += g[i] * DoubleEvaluation.of(slope, weights).at(w);
                }
                assertThat(rate).isBetween(-1e-13, 1e-13);
            });
        }
    }
}
