package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated quantities against references of 50 digits over a log-spaced grid of states up to ±700, on both sides of equilibria. */
final class AccuracyTest {
    private static final double[][] PARAMETERS = {{1.0, 0.0}, {0.7, 0.3}, {-1.3, 0.25}};
    private static final double WORST = 1e-14;

    @ParameterizedTest
    @ValueSource(strings = {"cos", "logistic", "tanh"})
    void quickly(String activation) {
        check(activation, new double[] {1e-6, 0.3, 1.5707963, 20, 700});
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "cos",
                "sin",
                "tan",
                "tanh",
                "sinh",
                "cosh",
                "sech",
                "logistic",
                "exp",
                "expm1",
                "gaussian",
                "silu",
                "identity",
                "logistic_map",
                "square",
                "cube",
                "pitchfork",
                "inverse_quadratic",
                "multiquadric",
                "inverse_multiquadric",
                "isru",
                "isrlu",
                "bent_identity",
                "squareplus",
                "sqnl",
                "logistic_density",
                "scaled_tanh",
                "relu",
                "leaky_relu",
                "elu",
                "selu",
                "hardtanh",
                "hardsigmoid",
                "softsign",
                "symlog",
                "hardswish",
                "bipolar_sigmoid",
                "softshrink"
            })
    void onTheWholeGrid(String activation) {
        double[] states = new double[24];
        for (int i = 0; i < states.length; i++) {
            states[i] = Math.pow(10, -8 + (Math.log10(700) + 8) * i / (states.length - 1));
        }
        check(activation, states);
        check(activation, new double[] {1 - 1e-7, 1 + 1e-7, Math.PI / 2 - 1e-9, Math.PI / 2 + 1e-5, 3 + 1e-8});
    }

    private static void check(String activation, double[] states) {
        DerivationResult result = Prolong.derive("z' = " + activation + "(theta1*z + theta2)");
        Accuracy accuracy = new Accuracy(result, 50);
        int met = 0;
        for (double[] p : PARAMETERS) {
            for (double a : states) {
                for (double sign : new double[] {1, -1}) {
                    double z = (sign * a - p[1]) / p[0];
                    met += accuracy.compare(0.0, z, p[0], p[1]) + accuracy.compare(0.7, z, p[0], p[1]);
                }
            }
        }
        assertThat(met).as("points with a finite reference").isPositive();
        List<Accuracy.Finding> wrong =
                accuracy.findings().stream().filter(f -> !(f.scaled() <= WORST)).toList();
        assertThat(wrong)
                .as("%s of %s", wrong.size(), accuracy.findings().size())
                .isEmpty();
    }
}
