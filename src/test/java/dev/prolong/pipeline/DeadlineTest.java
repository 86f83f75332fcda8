package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.algebra.Interruption;
import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit that is met in any stage leaves what the stages before it found. */
final class DeadlineTest {
    private static final Duration SHORT = Duration.ofSeconds(20);

    /** Derives the cosine model, where one stage never ends. */
    private static DerivationResult stuckIn(String stage) {
        SourceText source = SourceText.of("cosine", "z' = cos(a*z + b)\nansatz separable");
        Options options = Options.DEFAULT.withProgress(name -> {
            if (name.equals(stage)) {
                throw new StackOverflowError("as deep as can be");
            }
        });
        return Pipeline.derive(Elaboration.of(OdeParser.parse(source)), options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symmetries", "verification", "algebra", "conserved", "solution", "group"})
    void whatWasFoundBeforeIsKept(String stage) {
        List<String> stages = List.of("symmetries", "verification", "algebra", "conserved", "solution", "group");
        int at = stages.indexOf(stage);
        DerivationResult result = stuckIn(stage);
        CaseResult found = result.overall();
        assertThat(result.limits())
                .singleElement()
                .asString()
                .startsWith("stack")
                .endsWith("in the stage: " + stage);
        assertThat(found.algebra().dimension()).isEqualTo(at > 0 ? Optional.of(3) : Optional.empty());
        assertThat(found.generators()).hasSize(at > 0 ? 3 : 0);
        assertThat(found.generators()).allMatch(g -> g.verdict() instanceof Verdict.Proved == at > 1);
        assertThat(found.commutators()).hasSize(at > 2 ? 3 : 0);
        assertThat(found.conserved().isEmpty()).isEqualTo(at <= 3);
        assertThat(found.group()).isEmpty();
    }

    /** Derives {@code y'' = y^-3}, with a step at which the search for symmetries meets a bound. */
    private static DerivationResult stuckAt(Predicate<Step> step) {
        SourceText source = SourceText.of("inverse cube", "y'' = y^-3");
        return Pipeline.derive(Elaboration.of(OdeParser.parse(source)), Options.DEFAULT, taken -> {
            if (taken.stage() == Step.Stage.SOLUTION && step.test(taken)) {
                throw new StackOverflowError("as deep as can be");
            }
        });
    }

    @Test
    void theSearchForSymmetriesLeavesItsEquations() {
        DerivationResult result = stuckAt(step -> true);
        assertThat(result.limits()).singleElement().asString().endsWith("in the stage: symmetries");
        assertThat(result.ansatz().kind()).isEqualTo(AnsatzChoice.Kind.GENERAL);
        assertThat(result.overall().determining().equations()).isNotEmpty();
        assertThat(result.overall().algebra().dimension()).isEmpty();
        assertThat(result.overall().algebra().complete()).isFalse();
        assertThat(result.overall().generators()).isEmpty();
    }

    @Test
    void theSearchForSymmetriesLeavesTheDimensionAndWhatItFound() {
        DerivationResult result = stuckAt(step -> !step.law().equals("dimension"));
        assertThat(result.overall().determining().equations()).isNotEmpty();
        assertThat(result.overall().algebra().dimension()).contains(3);
        assertThat(result.overall().algebra().complete()).isFalse();
        assertThat(result.overall().generators()).hasSize(2);
    }

    @Test
    void aSolvedAnsatzStandsWhileTheNextIsTried() {
        SourceText source = SourceText.of("none", "x'' = t*x*y + sin(y); y' = x^2 + cos(t*x)");
        DerivationResult result = Pipeline.derive(Elaboration.of(OdeParser.parse(source)), Options.DEFAULT, taken -> {
            if (taken.law().equals("linear algebra")) {
                throw new StackOverflowError("as deep as can be");
            }
        });
        assertThat(result.limits()).singleElement().asString().endsWith("in the stage: symmetries");
        assertThat(result.ansatz().kind()).isEqualTo(AnsatzChoice.Kind.SEPARABLE);
        assertThat(result.overall().determining().equations()).isNotEmpty();
        assertThat(result.overall().algebra().dimension()).contains(0);
    }

    @Test
    void anExpressionTooLargeForTheFieldIsABound() {
        SourceText source = SourceText.of("power", "z' = z^10000\nansatz separable");
        DerivationResult result = Pipeline.derive(Elaboration.of(OdeParser.parse(source)), Options.DEFAULT);
        assertThat(result.limits()).allSatisfy(limit -> assertThat(limit).startsWith("size: "));
    }

    @Test
    void theTimeIsKept() {
        long start = System.nanoTime();
        String outcome = Deadline.within(
                Optional.of(Duration.ofMillis(100)),
                () -> {
                    while (true) {
                        Interruption.poll();
                    }
                },
                bound -> bound);
        assertThat(outcome).isEqualTo("time limit");
        assertThat(System.nanoTime() - start).isLessThan(SHORT.toNanos());
    }

    @Test
    void nobodyGoesOnWorkingAfterwards() throws InterruptedException {
        Thread[] worker = new Thread[1];
        Deadline.within(
                Optional.of(Duration.ofMillis(100)),
                () -> {
                    worker[0] = Thread.currentThread();
                    while (true) {
                        Interruption.poll();
                    }
                },
                bound -> bound);
        worker[0].join(SHORT.toMillis());
        assertThat(worker[0].isAlive()).isFalse();
    }

    @Test
    void memoryAndStackAreBoundsButABugIsABug() {
        assertThat(Deadline.<String>within(Optional.empty(), () -> Integer.toString(depth(0)), bound -> bound))
                .startsWith("stack");
        assertThat(Deadline.<String>within(
                        Optional.empty(),
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        bound -> bound))
                .startsWith("memory");
        assertThatThrownBy(() -> Deadline.<String>within(
                        Optional.empty(),
                        () -> {
                            throw new IllegalStateException("a bug");
                        },
                        bound -> bound))
                .hasMessage("a bug");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int depth(int n) {
        return depth(n + 1) + 1;
    }
}
