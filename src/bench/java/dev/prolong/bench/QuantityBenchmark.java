package dev.prolong.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Value and gradient of a first integral at {@link #POINTS} points: generated code and code written by hand. Every call is timed by
 * itself, so that the median stands for what the code takes, whatever else the machine does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
public class QuantityBenchmark {
    /** How many points in one call. */
    static final int POINTS = 1024;

    /** Whose first integral. */
    @Param({"COS", "LOGISTIC", "SOFTPLUS", "RATIONAL"})
    public HandWritten model = HandWritten.COS;

    private final double[] t = new double[POINTS];
    private final double[] x = new double[POINTS];
    private final double[] p = {0.7, 0.3};
    private final double[] out = new double[POINTS];
    private final double[] gradients = new double[4 * POINTS];
    private Quantity code = HandWritten.COS;

    /** Generates the code; the points go over [-2, 2] in an order without a pattern. */
    @Setup
    public void build() {
        code = GeneratedCode.of(model.rightSide());
        for (int k = 0; k < POINTS; k++) {
            t[k] = k / (double) POINTS;
            x[k] = -2.0 + 4.0 * (k * 617 % POINTS + 0.5) / POINTS;
        }
        double[] other = new double[POINTS];
        double[] otherGradients = new double[4 * POINTS];
        code.valuesAndGradients(POINTS, t, x, p, out, gradients);
        model.valuesAndGradients(POINTS, t, x, p, other, otherGradients);
        for (int i = 0; i < 4 * POINTS; i++) {
            if (!(Math.abs(out[i / 4] - other[i / 4]) <= 1e-12 * (1 + Math.abs(other[i / 4])))
                    || !(Math.abs(gradients[i] - otherGradients[i]) <= 1e-12 * (1 + Math.abs(otherGradients[i])))) {
                throw new IllegalStateException("the two differ at point " + i / 4);
            }
        }
    }

    /** By generated code. */
    @Benchmark
    public double[] generated() {
        code.valuesAndGradients(POINTS, t, x, p, out, gradients);
        return gradients;
    }

    /** By hand. */
    @Benchmark
    public double[] byHand() {
        model.valuesAndGradients(POINTS, t, x, p, out, gradients);
        return gradients;
    }
}
