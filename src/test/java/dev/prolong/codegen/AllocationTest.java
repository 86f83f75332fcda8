package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.prolong.Prolong;
import dev.prolong.Read;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated code allocates nothing: once it is compiled, not a byte in a million calls. */
final class AllocationTest {
    private static final int ROUNDS = 40;
    private static final int POINTS = 50;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final double[] t = new double[POINTS];
    private final double[] x = new double[3 * POINTS];
    private final double[] p = {0.7, 0.3, 0.2, 0.4, 0.5, -0.3, 0.6, 0.1, 0.9, 0.8, 0.2, 0.3};
    private final double[] out = new double[POINTS];
    private final double[] gradients = new double[4 * POINTS];

    AllocationTest() {
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.3 + 0.01 * i;
        }
    }

    @ParameterizedTest
    @CsvSource({"cos,1000000", "tanh,1000000", "relu,1000000", "softplus,20000"})
    void quantities(String activation, int calls) throws Throwable {
        ClassLoader loader = compiled(CodeRequest.of(
                Prolong.derive("system m; z' = " + activation + "(theta1*z + theta2)"), "none", "prolong generate"));
        MethodHandle gradient = method(
                loader,
                "MI1",
                "valueAndGradient",
                MethodType.methodType(
                        double.class,
                        double.class,
                        double[].class,
                        int.class,
                        double[].class,
                        double[].class,
                        int.class));
        MethodHandle batch = method(
                loader,
                "MI1",
                "valuesAndGradients",
                MethodType.methodType(
                        void.class,
                        int.class,
                        double[].class,
                        double[].class,
                        double[].class,
                        double[].class,
                        double[].class));
        assertNothingIsAllocated(() -> {
            for (int i = 0; i < calls; i++) {
                out[0] = (double) gradient.invokeExact(0.5, x, i % POINTS, p, gradients, 0);
            }
            for (int i = 0; i < calls / POINTS; i++) {
                batch.invokeExact(POINTS, t, x, p, out, gradients);
            }
        });
    }

    @Test
    void modelsWithLoops() throws Throwable {
        ClassLoader loader = compiled(new CodeRequest(
                Read.system("system m; states z[1..3]; parameters W[1..3,1..3], b[1..3];"
                        + " z[i]' = tanh(sum(j in 1..3, W[i,j]*z[j]) + b[i]) for i in 1..3"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "none",
                "prolong generate"));
        MethodType type =
                MethodType.methodType(void.class, double.class, double[].class, double[].class, double[].class);
        MethodHandle rightSide = method(loader, "MModel", "rightSide", type);
        MethodHandle jacobian = method(loader, "MModel", "parameterJacobian", type);
        assertNothingIsAllocated(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                rightSide.invokeExact(0.5, x, p, out);
                jacobian.invokeExact(0.5, x, p, out);
            }
        });
    }

    private interface Code {
        void run() throws Throwable;
    }

    /** Some rounds are for the compiler. */
    private static void assertNothingIsAllocated(Code code) throws Throwable {
        long thread = Thread.currentThread().getId();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes != 0; round++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            code.run();
            bytes = THREADS.getThreadAllocatedBytes(thread) - before;
        }
        assertThat(bytes).isZero();
    }

    private static ClassLoader compiled(CodeRequest request) {
        return InMemoryCompiler.compile(JavaTarget.generate(request).files());
    }

    private static MethodHandle method(ClassLoader loader, String name, String method, MethodType type)
            throws ReflectiveOperationException {
        return MethodHandles.publicLookup().findStatic(loader.loadClass("none." + name), method, type);
    }
}
