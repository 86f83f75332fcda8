package dev.prolong.cli;

import dev.prolong.Facts;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Published equations with known symmetries, what is found of them, and in which time: {@code mvn verify -Pbench
 * -Dbench.main=dev.prolong.cli.CorpusTable}; {@code -Dbench=REGEX} picks corpora by their titles.
 */
public final class CorpusTable {
    private static final int PER_LINE = 3;
    private static final int DEGREES = 3;

    private CorpusTable() {}

    /** A system and its dimension; −1 where it is infinite and one symmetry that is not trivial is wanted. */
    private record Known(BatchRun.Entry entry, int dimension) {
        boolean holds(BatchRun.Answer answer) {
            return answer.isInTime()
                    && (dimension < 0 ? found(answer) > 0 : found(answer) == dimension && counted(answer));
        }

        private boolean counted(BatchRun.Answer answer) {
            return answer.result()
                    .flatMap(r -> r.overall().algebra().dimension())
                    .filter(d -> d == dimension)
                    .isPresent();
        }

        /** The proved generators; of infinitely many only those that are not trivial. */
        long found(BatchRun.Answer answer) {
            Predicate<Generator> counts =
                    dimension < 0 ? x -> isProper(answer.result().orElseThrow(), x) : x -> true;
            return answer.result().stream()
                    .flatMap(r -> r.overall().generators().stream())
                    .filter(g -> g.verdict() instanceof Verdict.Proved)
                    .map(Judged::claim)
                    .filter(counts)
                    .count();
        }
    }

    /** Prints the tables. */
    public static void main(String[] arguments) throws IOException {
        String chosen = arguments.length == 0 ? ".*" : arguments[0];
        StringBuilder summary =
                new StringBuilder("| corpus | systems | found | median s | 95th percentile s | most s |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
        StringBuilder tables = new StringBuilder();
        List<Known> finite = known("/symmetry/finite-type.tsv");
        Map<String, List<Known>> corpora = new LinkedHashMap<>();
        corpora.put("one equation of first order", known("/symmetry/first-order.tsv"));
        corpora.put("further equations of first order", known("/symmetry/first-order-more.tsv"));
        corpora.put("one equation of order two", named(finite, "so-.*|kamke-.*|O2-.*"));
        corpora.put("one equation of order three to five", named(finite, "O[3-5]-.*"));
        corpora.put("several equations of order two", named(finite, "S2-.*|kepler"));
        corpora.put("polynomials of degree 1, 2, 3", polynomial());
        corpora.keySet().removeIf(title -> !title.matches(chosen));
        // once for the compiler, so that what is measured is a warm process
        for (List<Known> systems : corpora.values()) {
            BatchRun.of(systems.stream().map(Known::entry).toList());
        }
        List<Double> all = new ArrayList<>();
        for (Map.Entry<String, List<Known>> corpus : corpora.entrySet()) {
            all.addAll(table(corpus.getKey(), corpus.getValue(), summary, tables));
        }
        summary.append(String.format(Locale.ROOT, "| all | %d | | %s%n", all.size(), times(all)));
        System.out.println(summary + "\n" + tables);
        System.exit(0);
    }

    private static List<Known> known(String resource) {
        return Facts.of(resource)
                .map(fields -> Stream.of(fields.get()).map(String::valueOf).toList())
                .map(f -> new Known(
                        new BatchRun.Entry(f.get(0), f.get(1)), f.size() < 3 ? -1 : Integer.parseInt(f.get(2))))
                .toList();
    }

    private static List<Known> named(List<Known> all, String pattern) {
        return all.stream().filter(k -> k.entry().name().matches(pattern)).toList();
    }

    private static List<Known> polynomial() {
        return Facts.of("/symmetry/polynomial.tsv")
                .map(fields -> Stream.of(fields.get()).map(String::valueOf).toList())
                .flatMap(f -> IntStream.rangeClosed(1, DEGREES)
                        .filter(d -> !f.get(d + 1).equals("-"))
                        .mapToObj(d -> new Known(
                                new BatchRun.Entry(f.get(0) + ", " + d, f.get(1) + "; ansatz polynomial " + d),
                                Integer.parseInt(f.get(d + 1)))))
                .toList();
    }

    /** Adds a row and a table, and returns the seconds of each system. */
    private static List<Double> table(String title, List<Known> systems, StringBuilder summary, StringBuilder tables)
            throws IOException {
        List<BatchRun.Answer> answers =
                BatchRun.of(systems.stream().map(Known::entry).toList());
        List<String> cells = new ArrayList<>();
        int good = 0;
        for (int i = 0; i < answers.size(); i++) {
            Known k = systems.get(i);
            BatchRun.Answer a = answers.get(i);
            good += k.holds(a) ? 1 : 0;
            cells.add(String.format(
                    Locale.ROOT,
                    "%s | %s | %s | %.2f |",
                    k.entry().name(),
                    k.dimension() < 0 ? "∞" : k.dimension(),
                    k.holds(a) ? k.found(a) : "**" + k.found(a) + "**",
                    a.seconds()));
        }
        List<Double> seconds = answers.stream().map(BatchRun.Answer::seconds).toList();
        summary.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d (%.0f %%) | %s%n",
                title,
                answers.size(),
                good,
                100.0 * good / answers.size(),
                times(seconds)));
        tables.append("<details><summary>")
                .append(Character.toUpperCase(title.charAt(0)))
                .append(title.substring(1))
                .append("</summary>\n\n|")
                .append(" name | dimension | found | seconds |".repeat(PER_LINE))
                .append("\n|")
                .append(" --- | ---: | ---: | ---: |".repeat(PER_LINE));
        for (int i = 0; i < cells.size(); i++) {
            tables.append(i % PER_LINE == 0 ? "\n| " : " ").append(cells.get(i));
        }
        tables.append("\n\n</details>\n\n");
        return seconds;
    }

    private static String times(List<Double> seconds) {
        double[] sorted = seconds.stream().mapToDouble(s -> s).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.1f |",
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                sorted[sorted.length - 1]);
    }

    /** Of sorted values. */
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static boolean isProper(DerivationResult result, Generator x) {
        DifferentialSystem system = result.system();
        Equation e = system.equations().get(0);
        return !ZeroDecision.isZero(
                Expr.minus(x.along(e.state()), Expr.times(x.along(system.independent()), e.rhs())),
                system.assumptions());
    }
}
