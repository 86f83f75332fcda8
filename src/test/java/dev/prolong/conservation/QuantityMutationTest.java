package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.conservation.direct.DirectMethod;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Every proved quantity with a sign turned, a coefficient doubled or a term dropped is refuted: of each the first {@value #MOST} such
 * mutants, sums from the inside out, that are not functions of it.
 */
final class QuantityMutationTest {
    private static final int MOST = 24;
    private static final long SEED = 20261125;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y'' = -sin(y)",
                "x' = a*x - b*x*y; y' = -c*y + d*x*y",
                "x' = s*(y - x); y' = r*x - x*z - y; z' = -2*s*z + x*y",
                "u' = u*a*sin(a*z + b); w' = u*sin(a*z + b); z' = cos(a*z + b)",
            })
    void mutantsAreRefuted(String source) {
        examine(source);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvFileSource(
            resources = "/conservation/first-integrals.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void mutantsOfTheCorpusAreRefuted(String name, int independent, String source) {
        examine(source);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/examples"))) {
            return files.filter(f -> f.toString().endsWith(".ode")).sorted().toList().stream();
        }
    }

    /** All proved quantities of the examples, those with a domain and those of smooth pieces too. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("examples")
    void mutantsOfTheExamplesAreRefuted(Path example) throws IOException {
        DerivationResult result = Prolong.derive(Files.readString(example));
        List<Judged<ConservedQuantity>> proved = result.overall().conserved().stream()
                .filter(q -> q.verdict() instanceof Verdict.Proved)
                .toList();
        examine(result.system(), proved.stream().map(Judged::claim).toList());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"attention", "batch", "gated", "glu", "leaky", "relu-network"})
    void mutantsOfPairingLawsAreRefuted(String model) {
        DifferentialSystem system = Models.named(model);
        examine(system, Models.laws(system));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"function s", "activation s(x) = tanh(x)", "activation s(x) = gelu(x)"})
    void mutantsOfMatrixLawsAreRefuted(String activation) {
        DifferentialSystem system = Models.twoLayers(2, 2, activation);
        examine(system, Models.laws(system));
    }

    private static void examine(String source) {
        DifferentialSystem system =
                Elaboration.of(OdeParser.parse(SourceText.of("test", source))).system();
        List<ConservedQuantity> found = new ArrayList<>();
        DirectMethod.search(system, KernelSupply.avoiding(system), List.of(), Effort.QUICK, found::add);
        assertThat(found).isNotEmpty();
        examine(system, found);
    }

    /** A mutant is refuted, or it is conserved indeed: a small step along the flow, by other arithmetic, does not change it. */
    private static void examine(DifferentialSystem system, List<ConservedQuantity> quantities) {
        Verification verification = new Verification(system);
        for (ConservedQuantity q : quantities) {
            assertThat(verification.quantity(q.expression(), q.domain()).verdict())
                    .as(InputForm.of(q.expression()))
                    .isInstanceOf(Verdict.Proved.class);
            for (IExpr mutant : mutants(system, q.expression())) {
                Verdict verdict = verification.quantity(mutant, q.domain()).verdict();
                String what = InputForm.of(mutant) + " from " + InputForm.of(q.expression());
                if (verdict instanceof Verdict.Proved) {
                    assertThat(drift(system, mutant)).as(what).isLessThan(1e-8);
                } else {
                    assertThat(verdict).as(what).isInstanceOf(Verdict.Refuted.class);
                }
            }
        }
    }

    /** The greatest relative change along a few Runge–Kutta steps from random points. */
    private static double drift(DifferentialSystem system, IExpr quantity) {
        List<ISymbol> variables = new ArrayList<>(system.jetSpace().free());
        int moving = variables.size();
        variables.addAll(system.parameters());
        List<DoubleEvaluation> rates = variables.subList(0, moving).stream()
                .map(v -> DoubleEvaluation.of(system.flow().of(v), variables))
                .toList();
        DoubleEvaluation value = DoubleEvaluation.of(quantity, variables);
        Random random = new Random(SEED);
        double worst = 0;
        int points = 0;
        for (int trial = 0; trial < 200 && points < 5; trial++) {
            double[] x = random.doubles(variables.size(), 0.2, 1.3).toArray();
            double before = value.at(x);
            for (int k = 0; k < 40; k++) {
                x = step(rates, x);
            }
            double change = Math.abs(value.at(x) - before) / (1 + Math.abs(before));
            if (Double.isFinite(change)) {
                worst = Math.max(worst, change);
                points++;
            }
        }
        assertThat(points).isGreaterThan(0);
        return worst;
    }

    private static double[] step(List<DoubleEvaluation> rates, double[] x) {
        double h = 1e-3;
        double[] k1 = rate(rates, x);
        double[] k2 = rate(rates, RungeKutta.plus(x, h / 2, k1));
        double[] k3 = rate(rates, RungeKutta.plus(x, h / 2, k2));
        double[] k4 = rate(rates, RungeKutta.plus(x, h, k3));
        double[] ends = RungeKutta.plus(k1, 1, k4);
        return RungeKutta.plus(RungeKutta.plus(x, h / 6, ends), h / 3, RungeKutta.plus(k2, 1, k3));
    }

    private static double[] rate(List<DoubleEvaluation> rates, double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < rates.size(); i++) {
            out[i] = rates.get(i).at(x);
        }
        return out;
    }

    /** The changed quantities, without those that are a function of it alone. */
    private static List<IExpr> mutants(DifferentialSystem system, IExpr quantity) {
        Set<IExpr> out = new LinkedHashSet<>();
        for (IExpr sum : Expr.subtrees(quantity, Expr::isSum)) {
            for (IExpr term : Expr.terms(sum)) {
                for (IExpr change : List.of(Expr.negate(term), Expr.times(Expr.TWO, term), Expr.ZERO)) {
                    IExpr changed = Expr.plus(Expr.minus(sum, term), change);
                    out.add(Expr.substitute(quantity, sum, changed));
                }
            }
        }
        for (IExpr power : Expr.subtrees(quantity, Expr::isPower)) {
            IExpr exponent = ((IAST) power).arg2();
            out.add(Expr.substitute(
                    quantity, power, Expr.power(((IAST) power).arg1(), Expr.plus(exponent, exponent, Expr.ONE))));
        }
        return out.stream()
                .filter(m ->
                        Independence.independent(system, List.of(quantity, m)).size() == 2)
                .limit(MOST)
                .toList();
    }
}
