package dev.prolong.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seconds against the size of a system: {@code mvn verify -Pbench -Dbench.main=dev.prolong.cli.GrowthTable}; {@code -Dbench=REGEX} picks
 * families by their titles.
 */
public final class GrowthTable {
    private GrowthTable() {}

    /** Prints a line for each size, and the exponent of the power of the size that fits best. */
    public static void main(String[] arguments) throws IOException {
        String chosen = arguments.length == 0 ? ".*" : arguments[0];
        StringBuilder out = new StringBuilder(
                "| system | size | dimension | found | seconds |\n| --- | ---: | ---: | ---: | ---: |\n");
        List<String> exponents = new ArrayList<>();
        family(
                chosen,
                "`z_i' = tanh(theta1*z_i + theta2)`, separable",
                List.of(1, 2, 4, 8, 16, 32),
                n -> "states z[1..%d]; z[i]' = tanh(theta1*z[i] + theta2) for i in 1..%d; ansatz separable"
                        .formatted(n, n),
                out,
                exponents);
        family(
                chosen,
                "free particle, general",
                List.of(1, 2, 3, 4, 5),
                n -> IntStream.rangeClosed(1, n)
                                .mapToObj(i -> "x" + i + "'' = 0")
                                .collect(Collectors.joining("; "))
                        + "; ansatz general",
                out,
                exponents);
        family(
                chosen,
                "linear network, weights free, polynomial 1",
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                n -> "states z[1..%d]; parameters W[1..%d,1..%d]; ".formatted(n, n, n)
                        + "z[i]' = sum(j in 1..%d, W[i,j]*z[j]) for i in 1..%d; ansatz polynomial 1".formatted(n, n),
                out,
                exponents);
        System.out.println(out);
        exponents.forEach(System.out::println);
        System.exit(0);
    }

    private static void family(
            String chosen,
            String title,
            List<Integer> sizes,
            IntFunction<String> system,
            StringBuilder out,
            List<String> exponents)
            throws IOException {
        if (!title.matches(chosen)) {
            return;
        }
        // what is loaded and compiled by the first system is no part of the growth
        BatchRun.of(List.of(new BatchRun.Entry("warm", system.apply(sizes.get(1)))));
        List<BatchRun.Answer> answers = BatchRun.of(sizes.stream()
                .map(n -> new BatchRun.Entry(String.valueOf(n), system.apply(n)))
                .toList());
        for (BatchRun.Answer a : answers) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f |%n",
                    title,
                    a.name(),
                    a.result()
                            .flatMap(r -> r.overall().algebra().dimension())
                            .map(String::valueOf)
                            .orElse("-"),
                    a.result().map(r -> r.overall().generators().size()).orElse(0),
                    a.seconds()));
        }
        exponents.add(
                title + ": exponent " + String.format(Locale.ROOT, "%.1f", slope(answers.subList(1, answers.size()))));
    }

    /** Of the line through the logarithms, by least squares. */
    private static double slope(List<BatchRun.Answer> answers) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (BatchRun.Answer a : answers) {
            double u = Math.log(Double.parseDouble(a.name()));
            double v = Math.log(a.seconds());
            x += u;
            y += v;
            xx += u * u;
            xy += u * v;
        }
        int n = answers.size();
        return (n * xy - x * y) / (n * xx - x * x);
    }
}
