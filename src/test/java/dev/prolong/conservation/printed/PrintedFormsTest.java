package dev.prolong.conservation.printed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.IntegralSearch;
import dev.prolong.pipeline.Options;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What the paper prints and what is true of it, form by form. */
final class PrintedFormsTest {
    private static final String COSINE = "parameters theta1 > 0, theta2; z' = cos(theta1*z + theta2)";
    private static final String BACKWARD = COSINE + "; backpropagation";
    private static final Map<String, List<Judged<ConservedQuantity>>> DERIVED = new ConcurrentHashMap<>();
    private static final ISymbol T = Expr.symbol("t");

    /** {@code z = φ(t + c)} and {@code u = u0 f(φ(c))/f(φ(t + c))} on the branch (−π/2, π/2). */
    private static final String SOLUTION = "(2*atan(tanh(theta1*(c + t)/2)) - theta2)/theta1";

    @Test
    void fIsConservedToFirstOrderIfTheConstantStays() {
        Judged<ConservedQuantity> f = printed(COSINE, "F");
        assertThat(condition(f)).isEqualTo("c*c1 - c2 + c3 == 0");
        assertThat(f.claim().instead().stream().map(InputForm::of))
                .contains("atanh(sin(theta1*z + theta2))/theta1 - t");
        IExpr first = Expr.substitute(
                Differentiation.derivative(f.claim().expression(), symbol("eps1")), symbol("eps1"), Expr.ZERO);
        assertThat(drift(first, Map.of("c1", "0.5", "c2", "0.4", "c3", "0.3", "c", "0.2")))
                .isLessThan(1e-25);
        assertThat(drift(first, Map.of("c1", "0.5", "c2", "0.4", "c3", "0.8", "c", "0.2")))
                .isGreaterThan(1e-3);
    }

    @Test
    void fFailsOnAnotherBranch() {
        Judged<ConservedQuantity> f = printed(COSINE, "F");
        assertThat(f.claim().domain().map(InputForm::of))
                .contains("-pi/2 < theta1*z + theta2 and theta1*z + theta2 < pi/2");
    }

    @Test
    void hIsRefuted() {
        Judged<ConservedQuantity> h = printed(COSINE, "H");
        assertThat(h.verdict()).isInstanceOf(Verdict.Refuted.class);
        // theta = (0.7, 0.3), z(0) = 0.2, target 0.9, t = 0.5: dH/dt = 1.7358..
        ISymbol z = symbol("z");
        IExpr rate = Expr.times(Differentiation.derivative(h.claim().expression(), z), parse("cos(theta1*z + theta2)"));
        double constant = Math.log(1 / Math.cos(0.44) + Math.tan(0.44)) / 0.7;
        double there = (2 * Math.atan(Math.tanh(0.7 * (constant + 0.5) / 2)) - 0.3) / 0.7;
        double value = value(rate, Map.of("theta1", "0.7", "theta2", "0.3", "zs", "0.9", "z", Double.toString(there)));
        assertThat(value).isBetween(1.7358, 1.7359);
    }

    @Test
    void crossEntropyIsRefutedForTwoAndTrivialForOne() {
        String two = "parameters a > 0, b; z1' = cos(a*z1 + b); z2' = cos(a*z2 + b)";
        assertThat(printed(two, "H~").verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(printed(two, "H").verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(all(COSINE)).noneMatch(q -> q.claim().note().startsWith("H~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "Q", "R"})
    void theBackwardFormsNeedNoShiftOfTimeAndTheRightConstant(String name) {
        Judged<ConservedQuantity> q = printed(BACKWARD, name);
        IExpr u0 = Expr.divide(symbol("u0"), parse("cosh(theta1*c)"));
        IExpr k = Expr.times(u0, parse("1 + c2*eps1"));
        assertThat(condition(q)).startsWith("c1 == 0 and k1 == ");
        IExpr condition = ((Verdict.Conditional) q.verdict()).condition();
        IExpr value = Expr.arguments(Expr.arguments(condition).get(1)).get(1);
        assertThat(ZeroDecision.of(Expr.minus(value, k))).isEqualTo(ZeroDecision.ZERO);
        IExpr onSolution = onSolution(q.claim().expression());
        IExpr right = Expr.substitute(onSolution, symbol("k1"), k);
        assertThat(isConstant(Expr.substitute(right, symbol("c1"), Expr.ZERO))).isTrue();
        assertThat(isConstant(right)).isFalse();
        // with c − ε c1 in the place of c in what is subtracted, every shift will do
        IExpr corrected =
                Expr.substitute(Expr.substitute(q.claim().expression(), symbol("c"), moved()), symbol("k1"), k);
        assertThat(isConstant(onSolution(corrected))).isTrue();
    }

    private static IExpr moved() {
        return parse("c - eps1*c1");
    }

    @Test
    void theFirstFormOfQIsNotConserved() {
        IExpr q = printed(BACKWARD, "Q").claim().expression();
        IExpr slip = Expr.minus(Expr.plus(q, Expr.divide(T, symbol("theta1"))), parse("k1*t/theta1"));
        IExpr k = Expr.times(Expr.divide(symbol("u0"), parse("cosh(theta1*c)")), parse("1 + c2*eps1"));
        IExpr right = Expr.substitute(Expr.substitute(onSolution(slip), symbol("k1"), k), symbol("c1"), Expr.ZERO);
        assertThat(isConstant(right)).isFalse();
    }

    @Test
    void theExactOnesAreTheQuantitiesOfBackpropagation() {
        assertThat(printed(BACKWARD, "P").claim().instead().stream().map(InputForm::of))
                .contains("u*cos(theta1*z + theta2)");
        assertThat(printed(BACKWARD, "Q").claim().instead().stream().map(InputForm::of))
                .contains("u*z - t*u*cos(theta1*z + theta2) - theta1*v");
        assertThat(printed(BACKWARD, "R").claim().instead().stream().map(InputForm::of))
                .contains("u - theta1*w");
    }

    @Test
    void theSameRecipeServesOtherActivations() {
        assertThat(condition(printed("z' = logistic(a*z + b)", "F"))).isEqualTo("c*c1 - c2 + c3 == 0");
        assertThat(condition(printed("z' = exp(a*z + b); backpropagation", "R")))
                .startsWith("k1 == ");
    }

    @Test
    void otherModelsHaveNone() {
        assertThat(all("z' = z^2 + a")).noneMatch(q -> q.claim().note().startsWith("F"));
        assertThat(all("y'' = -y")).isEmpty();
    }

    /** {@code u, v, w, z} on the solution through u0. */
    private static IExpr onSolution(IExpr e) {
        IExpr a = Expr.divide(symbol("u0"), parse("cosh(theta1*c)"));
        IExpr u = Expr.times(a, parse("cosh(theta1*(c + t))"));
        IExpr z = parse(SOLUTION);
        Map<IExpr, IExpr> values = new LinkedHashMap<>();
        values.put(symbol("u"), u);
        values.put(symbol("v"), Expr.divide(Expr.minus(Expr.times(z, u), Expr.times(a, T)), symbol("theta1")));
        values.put(symbol("w"), Expr.divide(u, symbol("theta1")));
        values.put(symbol("z"), z);
        return Expr.substitute(e, values);
    }

    private static boolean isConstant(IExpr e) {
        return ZeroDecision.of(Differentiation.derivative(e, T)) == ZeroDecision.ZERO;
    }

    /** The greatest difference of the values on the cosine model's solution at three times. */
    private static double drift(IExpr e, Map<String, String> constants) {
        IExpr onSolution = Expr.substitute(e, symbol("z"), parse(SOLUTION));
        Map<String, String> all = new LinkedHashMap<>(constants);
        all.put("theta1", "0.7");
        all.put("theta2", "0.3");
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (String t : List.of("0.1", "0.5", "1.3")) {
            all.put("t", t);
            double v = value(onSolution, all);
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return most - least;
    }

    private static double value(IExpr e, Map<String, String> at) {
        Map<ISymbol, BigDecimal> point = new LinkedHashMap<>();
        at.forEach((name, v) -> point.put(Expr.symbol(name), new BigDecimal(v)));
        return ((Value.Real) NumericEvaluation.evaluate(e, point, 30)).value().doubleValue();
    }

    private static String condition(Judged<ConservedQuantity> q) {
        assertThat(q.verdict()).isInstanceOf(Verdict.Conditional.class);
        return InputForm.of(((Verdict.Conditional) q.verdict()).condition());
    }

    private static Judged<ConservedQuantity> printed(String source, String name) {
        return all(source).stream()
                .filter(q -> q.claim().note().startsWith(name + " as printed"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Judged<ConservedQuantity>> all(String source) {
        return DERIVED.computeIfAbsent(source, PrintedFormsTest::derived);
    }

    private static List<Judged<ConservedQuantity>> derived(String source) {
        DerivationResult result = Prolong.derive(source, Options.DEFAULT.withIntegrals(IntegralSearch.FULL));
        return result.overall().conserved().stream()
                .filter(q -> q.claim().kind() == ConservedQuantity.Kind.PRINTED)
                .toList();
    }

    /** A tree from the input language: the right side of an equation. */
    private static IExpr parse(String e) {
        return dev.prolong.equation.Elaboration.of(dev.prolong.syntax.OdeParser.parse(
                        dev.prolong.source.SourceText.of("test", "independent tau; states y_; y_' = " + e)))
                .system()
                .equations()
                .get(0)
                .rhs();
    }

    private static ISymbol symbol(String name) {
        return Expr.symbol(name);
    }
}
