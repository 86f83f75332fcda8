package dev.prolong.bench;

import dev.prolong.codegen.support.SupportFunctions;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
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

/** Bare functions of the JDK, and those that generated code computes from others, at the points of {@link QuantityBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FunctionBenchmark {
    /** The functions, by the names under which {@code quantities.c} measures the same. */
    public enum Function {
        SIN("sin", Math::sin, SupportFunctions::sin),
        COSINE("cos", Math::cos, SupportFunctions::cos),
        EXP("exp", Math::exp, SupportFunctions::exp),
        LOG("log", x -> Math.log(Math.abs(x) + 0.01), x -> SupportFunctions.log(Math.abs(x) + 0.01)),
        LOG1P("log1p", x -> Math.log1p(Math.abs(x) + 0.01), x -> SupportFunctions.log1p(Math.abs(x) + 0.01)),
        EXPM1("expm1", Math::expm1, SupportFunctions::expm1),
        TANH("tanh", Math::tanh, SupportFunctions::tanh);

        private final String text;
        private final DoubleUnaryOperator jdk;
        private final DoubleUnaryOperator own;

        Function(String text, DoubleUnaryOperator jdk, DoubleUnaryOperator own) {
            this.text = text;
            this.jdk = jdk;
            this.own = own;
        }

        /** Its name. */
        public String text() {
            return text;
        }
    }

    /** Which function. */
    @Param({"SIN", "COSINE", "EXP", "LOG", "LOG1P", "EXPM1", "TANH"})
    public Function function = Function.SIN;

    private final double[] x = new double[QuantityBenchmark.POINTS];
    private final double[] out = new double[QuantityBenchmark.POINTS];

    /** The points. */
    @Setup
    public void build() {
        for (int k = 0; k < x.length; k++) {
            x[k] = -2.0 + 4.0 * (k * 617 % x.length + 0.5) / x.length;
        }
    }

    /** The JDK's. */
    @Benchmark
    public double[] jdk() {
        return all(function.jdk);
    }

    /** Generated code's. */
    @Benchmark
    public double[] own() {
        return all(function.own);
    }

    private double[] all(DoubleUnaryOperator f) {
        for (int k = 0; k < x.length; k++) {
            out[k] = f.applyAsDouble(x[k]);
        }
        return out;
    }
}
