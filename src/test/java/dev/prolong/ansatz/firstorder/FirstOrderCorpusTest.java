package dev.prolong.ansatz.firstorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Facts;
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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;

/** Published equations of first order (Kamke; Murphy; and others): how many get a proved symmetry that is not trivial. */
final class FirstOrderCorpusTest {
    private static final double WANTED = 0.85;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Stream<Arguments> quick() {
        return Facts.of(
                "/symmetry/first-order.tsv",
                List.of(
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
                        "murphy-1.338",
                        "hand1-01",
                        "hand1-06",
                        "hand1-09"));
    }

    static Stream<Arguments> particular() {
        return Facts.of("/symmetry/first-order-more.tsv", List.of("more-020", "more-021", "more-029", "more-037"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"quick", "particular"})
    void hasProvedSymmetry(String name, String system) {
        assertThat(isFound(system)).isTrue();
    }

    @Test
    @Tag("slow")
    void mostHaveProvedSymmetry() {
        List<Object[]> entries =
                Facts.of("/symmetry/first-order.tsv").map(Arguments::get).toList();
        List<Object> missed = entries.stream()
                .filter(e -> !isFound(String.valueOf(e[1])))
                .map(e -> e[0])
                .toList();
        assertThat(missed.size()).describedAs("without a symmetry: %s", missed).isLessThanOrEqualTo((int)
                ((1 - WANTED) * entries.size()));
    }

    private static boolean isFound(String system) {
        Problem problem = Elaboration.of(OdeParser.parse(SourceText.of("test", system)));
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
