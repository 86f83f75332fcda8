package dev.prolong.codegen;

import dev.prolong.Prolong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints error and time of three ways to the gradient of a loss by the parameters of {@code z' = s(theta1 z + theta2)}: the adjoint equations of
 * states and parameters solved backwards; those of the states alone, and the conservation laws; the laws alone. {@code mvn verify -Pbench
 * -Dbench.main=dev.prolong.codegen.LawGradientTable -Dbench="cos tanh logistic gaussian softplus"}.
 */
public final class LawGradientTable {
    private static final int[] STEPS = {10, 40, 160};
    private static final int REPETITIONS = 20_000;
    private static final int ROUNDS = 9;

    private static final String DRIVER = """
            package bench;

            public final class Driver {
                static final double END = 2.0;

                private Driver() {}

                /** Way 0: adjoints of states and parameters; 1: of states, and laws; 2: laws. The loss is (z(END) - 1)^2/2. */
                public static void gradient(int way, int steps, double start, double[] p, double[] out) {
                    double[] y = new double[4];
                    double[] z0 = {start};
                    y[0] = start;
                    solve(0, y, p, 0.0, END / steps, steps);
                    double[] zEnd = {y[0]};
                    double[] uEnd = {y[0] - 1.0};
                    double[] u0 = new double[1];
                    double[] work = new double[8];
                    y[1] = uEnd[0];
                    if (way == 0) {
                        solve(3, y, p, END, -END / steps, steps);
                        out[0] = y[2];
                        out[1] = y[3];
                        return;
                    }
                    if (way == 1) {
                        solve(1, y, p, END, -END / steps, steps);
                        u0[0] = y[1];
                        z0[0] = y[0];
                    } else {
                        ModelGradients.adjoints(0.0, z0, END, zEnd, uEnd, p, u0, work);
                    }
                    ModelGradients.gradients(
                            1, new double[] {0.0}, z0, u0, new double[] {END}, zEnd, uEnd, p, out, work);
                }

                private static void right(int adjoints, double[] y, double[] p, double[] out) {
                    ForwardModel.rightSide(0.0, y, p, out);
                    if (adjoints > 0) {
                        double[] a = {y[1]};
                        double[] back = new double[3];
                        ForwardModel.adjointRightSide(0.0, y, a, p, back);
                        out[1] = back[0];
                        out[2] = back[1];
                        out[3] = back[2];
                    }
                }

                private static void solve(int adjoints, double[] y, double[] p, double t, double h, int steps) {
                    int n = 1 + adjoints;
                    double[] k1 = new double[4];
                    double[] k2 = new double[4];
                    double[] k3 = new double[4];
                    double[] k4 = new double[4];
                    double[] moved = new double[4];
                    for (int step = 0; step < steps; step++) {
                        right(adjoints, y, p, k1);
                        move(n, y, k1, 0.5 * h, moved);
                        right(adjoints, moved, p, k2);
                        move(n, y, k2, 0.5 * h, moved);
                        right(adjoints, moved, p, k3);
                        move(n, y, k3, h, moved);
                        right(adjoints, moved, p, k4);
                        for (int i = 0; i < n; i++) {
                            y[i] += h / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
                        }
                    }
                }

                private static void move(int n, double[] y, double[] k, double h, double[] out) {
                    for (int i = 0; i < n; i++) {
                        out[i] = y[i] + h * k[i];
                    }
                }

                private static long clock() {
                    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                }

                /** Microseconds for one gradient, of the processor. */
                public static double time(int way, int steps, double[] p, int repetitions) {
                    double[] out = new double[2];
                    double sum = 0.0;
                    long begin = clock();
                    for (int i = 0; i < repetitions; i++) {
                        gradient(way, steps, 0.2 + 1.0e-9 * i, p, out);
                        sum += out[0];
                    }
                    double micros = (clock() - begin) * 1.0e-3 / repetitions;
                    return sum == 0.5 ? -micros : micros;
                }
            }
            """;

    private LawGradientTable() {}

    public static void main(String[] arguments) {
        System.out.println(
                "| model | steps | error: adjoints of all | of states, and laws | laws alone | microseconds: adjoints of all"
                        + " | of states, and laws | laws alone |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (String name : String.join(" ", arguments).split(" ")) {
            GeneratedClass driver = driver(name);
            double[] p = {0.7, 0.3};
            double[] wanted = new double[2];
            driver.call("gradient", 0, 20_000, 0.2, p, wanted);
            for (int steps : STEPS) {
                List<String> cells = new ArrayList<>(List.of("`" + name + "`", String.valueOf(steps)));
                for (int way = 0; way < 3; way++) {
                    double[] found = new double[2];
                    driver.call("gradient", way, steps, 0.2, p, found);
                    double size = Math.max(Math.abs(wanted[0]), Math.abs(wanted[1]));
                    double error = Math.max(Math.abs(found[0] - wanted[0]), Math.abs(found[1] - wanted[1])) / size;
                    cells.add(String.format(Locale.ROOT, "%.1e", error));
                }
                for (int way = 0; way < 3; way++) {
                    double[] times = new double[ROUNDS];
                    for (int round = 0; round < ROUNDS; round++) {
                        times[round] = driver.number("time", way, steps, p, REPETITIONS / steps);
                    }
                    Arrays.sort(times);
                    cells.add(String.format(Locale.ROOT, "%.2f", times[0]));
                }
                System.out.println("| " + String.join(" | ", cells) + " |");
            }
        }
    }

    /** The driver with the generated classes that it calls. */
    private static GeneratedClass driver(String activation) {
        String equation = "z' = " + activation + "(theta1*z + theta2)";
        CodeRequest forward =
                CodeRequest.of(Prolong.derive("system forward; " + equation), "bench", "prolong generate");
        CodeRequest backward = CodeRequest.of(
                Prolong.derive("system model; " + equation + "; backpropagation"), "bench", "prolong generate");
        List<GeneratedFile> files = new ArrayList<>();
        files.addAll(JavaTarget.generate(forward).files());
        files.addAll(JavaTarget.generate(backward).files());
        files.add(new GeneratedFile("bench/Driver.java", DRIVER));
        return new GeneratedClass(InMemoryCompiler.compile(files), "bench.Driver");
    }
}
