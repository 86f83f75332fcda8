package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batched values and gradients are those of single points: pieces, several states, integrals, awkward names. */
final class BatchTest {
    private static final long SEED = 23;
    private static final int POINTS = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z' = relu(theta1*z + theta2)",
                "z' = softplus(theta1*z + theta2)",
                "z' = cos(theta1*z + theta2); backpropagation",
                "x'' = -k*x",
                "parameters gradients, at; states out; out' = gradients*out + at"
            })
    void everyPointAsByItself(String model) {
        CodeRequest request = CodeRequest.of(Prolong.derive("system model; " + model), "batch", "prolong generate");
        ClassLoader loader =
                InMemoryCompiler.compile(JavaTarget.generate(request).files());
        int states = request.coordinates().size();
        int parameters = request.system().parameters().size();
        int length = 1 + states + parameters;
        Random random = new Random(SEED);
        double[] t = random.doubles(POINTS).toArray();
        double[] x = random.doubles((long) POINTS * states, -2, 2).toArray();
        double[] p = random.doubles(parameters, 0.5, 1.5).toArray();
        GeneratedClass quantity = new GeneratedClass(loader, "batch.ModelI1");
        double[] out = new double[POINTS];
        double[] gradients = new double[POINTS * length];
        quantity.call("valuesAndGradients", POINTS, t, x, p, out, gradients);
        double[] gradient = new double[length];
        for (int k = 0; k < POINTS; k++) {
            double value = quantity.number("valueAndGradient", t[k], x, k * states, p, gradient, 0);
            assertThat(out[k]).isEqualTo(value);
            for (int i = 0; i < length; i++) {
                assertThat(gradients[k * length + i]).isEqualTo(gradient[i]);
            }
        }
    }
}
