package dev.prolong.codegen;

import dev.prolong.Prolong;
import dev.prolong.algebra.Expr;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints how far printed forms and generated code are from references of 50 digits: value and all derivatives of the first integrals of
 * {@code z' = s(theta1 z + theta2)} over a grid of states from 1e-6 to 700 of both signs; where the
 * quantity is an integral, of 25 digits at fewer points. {@code mvn verify -Pbench
 * -Dbench.main=dev.prolong.codegen.AccuracyTable -Dbench="cos tanh"}; {@code .*} stands for all activations of the rules and ten without a row.
 */
public final class AccuracyTable {
    private static final double[][] PARAMETERS = {{1.0, 0.0}, {0.7, 0.3}, {-1.3, 0.25}};
    private static final double[] SIZES = {1e-6, 1e-3, 0.3, 1, 1.5707963, 3 + 1e-8, 8, 20, 37, 90, 300, 700};
    private static final int DIGITS = 50;
    private static final double[] SIZES_OF_INTEGRALS = {1e-3, 0.3, 1.5707963, 8, 37};
    private static final int DIGITS_OF_INTEGRALS = 25;

    private AccuracyTable() {}

    public static void main(String[] arguments) {
        System.out.println(
                "| activation | numbers | not finite: printed | generated | worst error/(1 + condition): printed | generated |\n"
                        + "| --- | --- | --- | --- | --- | --- |");
        int[] sums = new int[4];
        for (String name : names(arguments)) {
            String model = GeneratedSystemsTest.OWN.contains(name)
                    ? "activation s(x) = " + name + "; z' = s(theta1*z + theta2)"
                    : "z' = " + name + "(theta1*z + theta2)";
            DerivationResult result = Prolong.derive(model, Options.DEFAULT.withLimit(Duration.ofSeconds(30)));
            boolean integrals = result.overall().conserved().stream()
                    .anyMatch(q -> !Expr.subtrees(q.claim().expression(), Expr::isIntegral)
                            .isEmpty());
            Accuracy code = new Accuracy(result, integrals ? DIGITS_OF_INTEGRALS : DIGITS);
            List<Accuracy.Finding> generated = findings(code, integrals);
            List<Accuracy.Finding> printed = findings(code.ofPrinted(result), integrals);
            System.out.flush();
            if (generated.isEmpty()) {
                System.out.printf("| `%s` | 0 | | | | |%n", name);
                continue;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %s | %s |%n",
                    name,
                    generated.size(),
                    infinite(printed),
                    infinite(generated),
                    worst(printed),
                    worst(generated));
            sums[0] += generated.size();
            sums[1] += infinite(printed);
            sums[2] += infinite(generated);
            sums[3]++;
        }
        System.out.printf(
                "%d activations, %d numbers; not finite: printed %d, generated %d%n",
                sums[3], sums[0], sums[1], sums[2]);
    }

    private static List<String> names(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].equals(".*")) {
            return List.of(String.join(" ", arguments).split(" "));
        }
        List<String> names = new ArrayList<>(GeneratedSystemsTest.known().toList());
        names.addAll(GeneratedSystemsTest.OWN);
        return names;
    }

    private static List<Accuracy.Finding> findings(Accuracy accuracy, boolean integrals) {
        for (double[] p : PARAMETERS) {
            for (double size : integrals ? SIZES_OF_INTEGRALS : SIZES) {
                for (double sign : new double[] {1, -1}) {
                    accuracy.compare(0.7, (sign * size - p[1]) / p[0], p[0], p[1]);
                }
            }
        }
        return accuracy.findings();
    }

    private static int infinite(List<Accuracy.Finding> findings) {
        return (int) findings.stream().filter(f -> !Double.isFinite(f.found())).count();
    }

    private static String worst(List<Accuracy.Finding> findings) {
        return findings.stream()
                .filter(f -> Double.isFinite(f.found()))
                .mapToDouble(Accuracy.Finding::scaled)
                .max()
                .stream()
                .mapToObj(w -> String.format(Locale.ROOT, "%.0e", w))
                .findFirst()
                .orElse("");
    }
}
