package dev.prolong.bench;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import java.util.concurrent.TimeUnit;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
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

/** Building, differentiating and printing {@code cos(... cos(a*z + b) ...)}, nested {@code depth} times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExpressionBenchmark {
    /** How many cosines. */
    @Param({"1", "10"})
    public int depth;

    private final ISymbol state = Expr.symbol("z");
    private IExpr nested = state;

    /** Builds the expression that is differentiated and printed. */
    @Setup
    public void build() {
        nested = construct();
    }

    /** Builds the expression. */
    @Benchmark
    public IExpr construct() {
        IExpr e = state;
        for (int i = 0; i < depth; i++) {
            e = Expr.apply(Elementary.COS, Expr.plus(Expr.times(Expr.symbol("a"), e), Expr.symbol("b")));
        }
        return e;
    }

    /** Its derivative in {@code z}. */
    @Benchmark
    public IExpr differentiate() {
        return Differentiation.derivative(nested, state);
    }

    /** Its text in the input language. */
    @Benchmark
    public String print() {
        return InputForm.of(nested);
    }
}
