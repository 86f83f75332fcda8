package dev.prolong.conservation;

import dev.prolong.conservation.RungeKutta.VectorField;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Models in the language, and the same written out by hand on dual numbers; matrices row by row, in the order of their declaration. */
enum Architecture {
    ONE_NEURON(
            1,
            2,
            "parameters theta1, theta2; z' = cos(theta1*z + theta2)",
            (t, z, p) -> map(affine(p, 0, p, 1, z), Dual::cos)),
    ONE_LAYER(
            3,
            12,
            "states z[1..3]; parameters W[1..3,1..3], b[1..3];"
                    + " z[i]' = tanh(sum(j in 1..3, W[i,j]*z[j]) + b[i]) for i in 1..3",
            (t, z, p) -> map(affine(p, 0, p, 9, z), Dual::tanh)),
    GATED(
            2,
            12,
            "gated",
            (t, z, p) -> product(map(affine(p, 0, p, 4, z), Dual::logistic), map(affine(p, 6, p, 10, z), Dual::tanh))),
    GLU(
            2,
            18,
            "glu",
            (t, z, p) -> affine(p, 12, p, 16, product(map(affine(p, 0, p, 4, z), Dual::tanh), affine(p, 6, p, 10, z)))),
    LEAKY(2, 13, "leaky", (t, z, p) -> {
        Dual[] out = affine(p, 1, p, 11, map(affine(p, 5, p, 9, z), Dual::tanh));
        return new Dual[] {
            out[0].plus(p[0].times(z[0]).times(-1)),
            out[1].plus(p[0].times(z[1]).times(-1))
        };
    }),
    ATTENTION(4, 13, "attention", (t, z, p) -> attention(z, p)),
    BATCH(3, 2, "batch", (t, z, p) -> map(z, x -> p[0].times(x).plus(p[1]).tanh())),
    RELU(2, 12, "relu-network", (t, z, p) -> twoLayers(p, z, Dual::relu)),
    LEAKY_RELU(2, 12, Text.TWO_LAYERS.formatted("leaky_relu(x)"), (t, z, p) -> twoLayers(p, z, Dual::leakyRelu)),
    RELU_SQUARED(
            2,
            12,
            Text.TWO_LAYERS.formatted("relu(x)^2"),
            (t, z, p) -> twoLayers(p, z, x -> x.relu().times(x))),
    /** Without biases: f is homogeneous of degree 2. */
    HOMOGENEOUS(
            2,
            8,
            "activation s(x) = relu(x)^2; states z[1..2]; parameters A[1..2,1..2], B[1..2,1..2];"
                    + " z[i]' = sum(k in 1..2, A[i,k]*s(sum(j in 1..2, B[k,j]*z[j]))) for i in 1..2",
            (t, z, p) -> {
                Dual[] none = {Dual.of(0), Dual.of(0)};
                return affine(
                        p,
                        0,
                        none,
                        0,
                        map(affine(p, 4, none, 0, z), x -> x.relu().times(x)));
            }),
    /** Weights {@code W0 + t W1} in two layers. */
    WEIGHTS_IN_TIME(
            2,
            24,
            "activation s(x) = tanh(x); states z[1..2]; parameters P[1..2,1..2], p[1..2], A[1..2,1..2], a[1..2],"
                    + " Q[1..2,1..2], q[1..2], B[1..2,1..2], b[1..2];"
                    + " z[i]' = sum(k in 1..2, (A[i,k] + t*B[i,k])*s(sum(j in 1..2, (P[k,j] + t*Q[k,j])*z[j]) + p[k]"
                    + " + t*q[k])) + a[i] + t*b[i] for i in 1..2",
            (t, z, p) -> twoLayers(combined(p, 1, t), z, Dual::tanh)),
    /** Weights {@code W0 cos t + W1 e^−t}: no transformation moves t. */
    WEIGHTS_ON_A_BASIS(
            2,
            12,
            "states z[1..2]; parameters P[1..2,1..2], p[1..2], Q[1..2,1..2], q[1..2];"
                    + " z[i]' = tanh(sum(j in 1..2, (cos(t)*P[i,j] + exp(-t)*Q[i,j])*z[j]) + cos(t)*p[i] + exp(-t)*q[i])"
                    + " for i in 1..2",
            (t, z, p) -> {
                Dual[] now = combined(p, Math.cos(t), Math.exp(-t));
                return map(affine(now, 0, now, 4, z), Dual::tanh);
            });

    /** The right side of a model. */
    private interface Body {
        Dual[] f(double t, Dual[] z, Dual[] p);
    }

    private static final class Text {
        static final String TWO_LAYERS = "activation s(x) = %s;"
                + " states z[1..2]; parameters W1[1..2,1..2], b1[1..2], W2[1..2,1..2], b2[1..2];"
                + " z[i]' = sum(k in 1..2, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2";
    }

    final int states;
    final int parameters;
    private final String model;
    private final Body body;

    Architecture(int states, int parameters, String model, Body body) {
        this.states = states;
        this.parameters = parameters;
        this.model = model;
        this.body = body;
    }

    /** The model with its backpropagation, tanh for an activation that is left open. */
    String source() {
        String text = model.contains("'") ? model : Models.text(model);
        return text.replace("function s", "activation s(x) = tanh(x)");
    }

    /** Whether the right side has no kinks. */
    boolean smooth() {
        return !source().contains("relu");
    }

    VectorField with(double[] weights) {
        return new VectorField() {
            @Override
            public double[] f(double t, double[] z) {
                return Arrays.stream(along(t, z, -1)).mapToDouble(Dual::value).toArray();
            }

            @Override
            public double[] gradient(double t, double[] z, double[] u) {
                double[] out = new double[states + parameters];
                for (int k = 0; k < out.length; k++) {
                    Dual[] f = along(t, z, k);
                    for (int i = 0; i < states; i++) {
                        out[k] += u[i] * f[i].slope();
                    }
                }
                return out;
            }

            /** f with its derivative by the k-th of the states and parameters. */
            private Dual[] along(double t, double[] z, int k) {
                return body.f(t, duals(z, k), duals(weights, k - states));
            }
        };
    }

    private static Dual[] duals(double[] x, int moving) {
        Dual[] out = new Dual[x.length];
        Arrays.setAll(out, i -> new Dual(x[i], i == moving ? 1 : 0));
        return out;
    }

    private static Dual[] map(Dual[] x, UnaryOperator<Dual> s) {
        return Arrays.stream(x).map(s).toArray(Dual[]::new);
    }

    private static Dual[] product(Dual[] x, Dual[] y) {
        Dual[] out = new Dual[x.length];
        Arrays.setAll(out, i -> x[i].times(y[i]));
        return out;
    }

    /** {@code W z + b} with a square matrix that begins at a place of p, and b at a place of another. */
    private static Dual[] affine(Dual[] p, int weights, Dual[] biases, int bias, Dual[] z) {
        Dual[] out = new Dual[z.length];
        for (int i = 0; i < z.length; i++) {
            out[i] = biases[bias + i];
            for (int j = 0; j < z.length; j++) {
                out[i] = out[i].plus(p[weights + i * z.length + j].times(z[j]));
            }
        }
        return out;
    }

    private static Dual[] twoLayers(Dual[] p, Dual[] z, UnaryOperator<Dual> s) {
        return affine(p, 6, p, 10, map(affine(p, 0, p, 4, z), s));
    }

    /** {@code a W0 + b W1}, where the first half of p is W0. */
    private static Dual[] combined(Dual[] p, double a, double b) {
        Dual[] out = new Dual[p.length / 2];
        Arrays.setAll(out, i -> p[i].times(a).plus(p[i + out.length].times(b)));
        return out;
    }

    /** Of two tokens in the plane; Q, K, V, O of two entries each, then their biases. */
    private static Dual[] attention(Dual[] z, Dual[] p) {
        Dual[] out = new Dual[4];
        for (int token = 0; token < 2; token++) {
            Dual above = Dual.of(0);
            Dual below = Dual.of(0);
            for (int other = 0; other < 2; other++) {
                Dual score =
                        row(p, 0, 8, z, token).times(row(p, 2, 9, z, other)).exp();
                above = above.plus(score.times(row(p, 4, 10, z, other)));
                below = below.plus(score);
            }
            for (int i = 0; i < 2; i++) {
                out[2 * token + i] = p[6 + i].times(above.over(below)).plus(p[11 + i]);
            }
        }
        return out;
    }

    private static Dual row(Dual[] p, int weights, int bias, Dual[] z, int token) {
        return p[weights]
                .times(z[2 * token])
                .plus(p[weights + 1].times(z[2 * token + 1]))
                .plus(p[bias]);
    }
}
