package dev.prolong.ansatz.firstorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.equation.Equation;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import dev.prolong.source.SourceText;
import dev.prolong.symmetry.Generator;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;

/** Published equations of first order (Kamke; Murphy; and others): how many get a proved symmetry that is not trivial. */
final class FirstOrderCorpusTest {
    private static final double WANTED = 0.85;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** One line of the table. */
    record Entry(String id, String equation, String parameters, boolean known) {
        Problem problem() {
            String source = "independent x\n"
                    + (parameters.isEmpty() ? "" : "parameters " + parameters.replace(" ", ", ") + "\n") + "states y\n"
                    + equation + "\n";
            return Elaboration.of(OdeParser.parse(SourceText.of(id, source)));
        }

        @Override
        public String toString() {
            return id + ": " + equation;
        }
    }

    static List<Entry> all() throws IOException {
        List<Entry> out = new ArrayList<>();
        InputStream stream = FirstOrderCorpusTest.class.getResourceAsStream("/firstorder/kamke-murphy.csv");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .forEach(f -> out.add(new Entry(f[0], f[1], f[2], "yes".equals(f[3]))));
        }
        return out;
    }

    static Stream<Entry> quick() throws IOException {
        List<String> chosen = List.of(
                "kamke-1.2",
                "kamke-1.94",
                "kamke-1.13",
                "kamke-1.167",
                "kamke-1.44",
                "kamke-1.240",
                "kamke-1.274",
                "kamke-1.309",
                "kamke-1.322",
                "kamke-1.123",
                "hand1-01",
                "hand1-06",
                "hand1-09");
        return all().stream().filter(e -> chosen.contains(e.id()));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void hasProvedSymmetry(Entry entry) {
        assertThat(isFound(entry)).isTrue();
    }

    @Test
    @Tag("slow")
    void mostHaveProvedSymmetry() throws IOException {
        List<Entry> entries = all();
        List<String> missed =
                entries.stream().filter(e -> !isFound(e)).map(Entry::id).toList();
        assertThat(missed.size()).describedAs("without a symmetry: %s", missed).isLessThanOrEqualTo((int)
                ((1 - WANTED) * entries.size()));
    }

    private static boolean isFound(Entry entry) {
        Problem problem = entry.problem();
        DerivationResult result = Pipeline.derive(problem, Options.DEFAULT.withLimit(LIMIT));
        return result.overall().generators().stream()
                .filter(g -> g.verdict() instanceof Verdict.Proved)
                .anyMatch(g -> isProper(problem.system(), g.claim()));
    }

    private static boolean isProper(DifferentialSystem system, Generator x) {
        Equation e = system.equations().get(0);
        IExpr q = Expr.minus(x.along(e.state()), Expr.times(x.along(system.independent()), e.rhs()));
        return ZeroDecision.of(q, system.assumptions()) != ZeroDecision.ZERO;
    }
}
