package dev.prolong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures {@link QuantityBenchmark} and the same formulas in C, and prints a table of times that a tenth of the
 * calls stays below, what the code takes where other processes do not disturb it: {@code mvn verify -Pbench -Dbench.main=..QuantityTable}. */
public final class QuantityTable {
    /** Per cent of the calls. */
    private static final int SHARE = 10;

    private QuantityTable() {}

    /** Needs gcc on the path, and src/bench/c below the working directory. */
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        Path program = Files.createTempDirectory("prolong-bench").resolve("quantities");
        run("gcc", "-O3", "-o", program.toString(), "src/bench/c/quantities.c", "-lm");
        Map<String, Double> c = compiled(program);
        Map<String, Double> times = new TreeMap<>();
        Map<String, Double> bytes = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(QuantityBenchmark.class.getSimpleName())
                        .include(FunctionBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend("-Xss64m")
                        .build())
                .run()) {
            String method = result.getPrimaryResult().getLabel() + parameter(result);
            times.put(method, least(result) / QuantityBenchmark.POINTS);
            bytes.put(
                    method,
                    result.getSecondaryResults().entrySet().stream()
                            .filter(e -> e.getKey().endsWith("gc.alloc.rate.norm"))
                            .mapToDouble(e -> e.getValue().getScore() / QuantityBenchmark.POINTS)
                            .findFirst()
                            .orElse(Double.NaN));
        }
        compiled(program).forEach((name, time) -> c.merge(name, time, Math::min));
        StringBuilder out = new StringBuilder(
                "\n| first integral of | generated | by hand | C, gcc -O3 | generated over hand"
                        + " | over C | million points/s | bytes per point |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (HandWritten model : HandWritten.values()) {
            double generated = times.getOrDefault("generated" + model, Double.NaN);
            double hand = times.getOrDefault("byHand" + model, Double.NaN);
            double inC = c.getOrDefault(model.toString(), Double.NaN);
            out.append(String.format(
                    Locale.ROOT,
                    "| `z' = %s` | %.1f ns | %.1f ns | %.1f ns | %.2f | %.2f | %.1f | %.3f |%n",
                    model.rightSide(),
                    generated,
                    hand,
                    inC,
                    generated / hand,
                    generated / inC,
                    1e3 / generated,
                    bytes.getOrDefault("generated" + model, Double.NaN)));
        }
        out.append(
                "\n| function | JDK | generated code's own | glibc | own over glibc |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (FunctionBenchmark.Function f : FunctionBenchmark.Function.values()) {
            double jdk = times.getOrDefault("jdk" + f, Double.NaN);
            double own = times.getOrDefault("own" + f, Double.NaN);
            double inC = c.getOrDefault(f.toString(), Double.NaN);
            out.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f ns | %.1f ns | %.1f ns | %.2f |%n",
                    f.text(),
                    jdk,
                    own,
                    inC,
                    own / inC));
        }
        System.out.println(out);
    }

    /** Nanoseconds for a call, the least of the processes, as for C. */
    private static double least(RunResult result) {
        return result.getBenchmarkResults().stream()
                .mapToDouble(r -> r.getPrimaryResult().getStatistics().getPercentile(SHARE))
                .min()
                .orElse(Double.NaN);
    }

    private static String parameter(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(result.getParams()::getParam)
                .findFirst()
                .orElse("");
    }

    /** Nanoseconds for a point in C, the least of three runs. */
    private static Map<String, Double> compiled(Path program) throws IOException, InterruptedException {
        Map<String, Double> out = new TreeMap<>();
        for (int run = 0; run < 3; run++) {
            run(program.toString())
                    .lines()
                    .map(l -> l.split(" "))
                    .forEach(w -> out.merge(w[0], Double.valueOf(w[1]), Math::min));
        }
        return out;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + text);
        }
        return text;
    }
}
