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
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.IntegralSearch;
import dev.prolong.pipeline.Options;
import dev.prolong.prolongation.Prolongation;
import dev.prolong.source.SourceText;
import dev.prolong.symmetry.Generator;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What "Symmetry-regularized neural ordinary differential equations" prints beyond its single-component forms ({@link PrintedFormsTest}):
 * the forms of N components, the branch of the solution, and its misprints, each beside what the engine derives.
 */
final class PaperTableTest {
    private static final String COSINE = "parameters theta1 > 0, theta2; z' = cos(theta1*z + theta2)";
    private static final String BACKWARD = COSINE + "; backpropagation";
    private static final String TWO = "parameters theta1 > 0, theta2; z1' = cos(theta1*z1 + theta2);"
            + " z2' = cos(theta1*z2 + theta2); backpropagation";
    private static final Map<String, CaseResult> DERIVED = new ConcurrentHashMap<>();
    private static final ISymbol T = Expr.symbol("t");

    private static CaseResult derived(String source) {
        return DERIVED.computeIfAbsent(
                source,
                s -> Prolong.derive(s, Options.DEFAULT.withIntegrals(IntegralSearch.FULL))
                        .overall());
    }

    private static Judged<ConservedQuantity> printed(String source, String name) {
        return derived(source).conserved().stream()
                .filter(q -> q.claim().note().startsWith(name + " as printed"))
                .findFirst()
                .orElseThrow();
    }

    // equation 42 for N = 2: u1, u2 with v, w shared

    @ParameterizedTest
    @CsvSource({
        "Q1, adj_z1*z1 + adj_z2*z2 - theta1*adj_theta1 - t*(adj_z1*cos(theta1*z1 + theta2) + adj_z2*cos(theta1*z2 + theta2))",
        "R1, adj_z1 + adj_z2 - theta1*adj_theta2",
        "Q2, adj_z1*z1 + adj_z2*z2 - theta1*adj_theta1 - t*(adj_z1*cos(theta1*z1 + theta2) + adj_z2*cos(theta1*z2 + theta2))",
        "R2, adj_z1 + adj_z2 - theta1*adj_theta2"
    })
    void theFormsWithSharedAdjointsAreRefutedAndTheLawsOfTheBatchTakeTheirPlace(String name, String law) {
        Judged<ConservedQuantity> q = printed(TWO, name);
        assertThat(q.verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(isZero(Expr.minus(q.claim().instead().get(0), parse(law)))).isTrue();
        assertProved(TWO, q.claim().instead().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2"})
    void theFormsOfEachComponentAloneNeedTheirOwnConstant(String name) {
        Judged<ConservedQuantity> p = printed(TWO, name);
        assertThat(((Verdict.Conditional) p.verdict()).condition()).isNotNull();
        assertThat(InputForm.of(((Verdict.Conditional) p.verdict()).condition()))
                .startsWith("c1 == 0 and ");
        assertProved(TWO, p.claim().instead().get(0));
    }

    @Test
    void withTheRightConstantsTheyDriftOnASolution() {
        assertThat(Math.abs(driftOfTwo("Q1"))).isGreaterThan(0.05);
        assertThat(Math.abs(driftOfTwo("R1"))).isGreaterThan(0.05);
        assertThat(Math.abs(driftOfTwo("P1"))).isLessThan(1e-20);
    }

    /** From t = 0 to 1 at z(0) by constants 0.3 and −0.8, u(0) = 0.9 and −0.5; c1 = 0, c2 = 0.4, eps = 0.1. */
    private static double driftOfTwo(String name) {
        IExpr q = printed(TWO, name).claim().expression();
        IExpr z1 = parse("(2*atan(tanh(theta1*(a1 + t)/2)) - theta2)/theta1");
        IExpr z2 = parse("(2*atan(tanh(theta1*(a2 + t)/2)) - theta2)/theta1");
        IExpr u1 = parse("9/10*cosh(theta1*(a1 + t))/cosh(theta1*a1)");
        IExpr u2 = parse("-1/2*cosh(theta1*(a2 + t))/cosh(theta1*a2)");
        IExpr k = parse("(1 + 4/100)*9/10/cosh(theta1*a1)");
        Map<IExpr, IExpr> on = new LinkedHashMap<>();
        on.put(Expr.symbol("adj_z1"), u1);
        on.put(Expr.symbol("adj_z2"), u2);
        IExpr speeds = parse("9/10/cosh(theta1*a1) - 1/2/cosh(theta1*a2)");
        on.put(
                Expr.symbol("adj_theta1"),
                Expr.divide(
                        Expr.minus(Expr.plus(Expr.times(u1, z1), Expr.times(u2, z2)), Expr.times(speeds, T)),
                        Expr.symbol("theta1")));
        on.put(Expr.symbol("adj_theta2"), Expr.divide(Expr.plus(u1, u2), Expr.symbol("theta1")));
        on.put(Expr.symbol("k1"), k);
        on.put(Expr.symbol("c5"), Expr.symbol("a1"));
        Map<String, String> at =
                new LinkedHashMap<>(Map.of("theta1", "0.7", "theta2", "0.3", "a1", "0.3", "a2", "-0.8"));
        at.putAll(Map.of("c1", "0", "c2", "0.4", "c3", "0.2", "c4", "0.6", "eps1", "0.1"));
        return change(Expr.substitute(q, on), at);
    }

    // the branch: x = θ1 z(0) + θ2 = 3.03 lies between π/2 and 3π/2, where z = (π − gd(θ1(c + t)) − θ2)/θ1

    @Test
    void thePrintedSolutionHoldsOnOneBranchOnly() {
        assertThat(onOtherBranch("z - (2*atan(tanh(theta1*(a + t)/2)) - theta2)/theta1"))
                .isBetween(-1.785, -1.775);
        String u = "cosh(theta1*(a + t))/cosh(theta1*a)";
        String v = "(" + u + "*z + t/cosh(theta1*a))/theta1";
        String printedQ =
                v + " + t/cosh(theta1*a)/theta1 - " + u + "*(2*atan(tanh(theta1*(a + t)/2)) - theta2)/theta1^2";
        assertThat(onOtherBranch(printedQ)).isBetween(1.45, 1.46);
        // P and R have no z in them
        assertThat(onOtherBranch(u + " - cosh(theta1*(a + t))/cosh(theta1*a)")).isBetween(-1e-20, 1e-20);
        assertThat(onOtherBranch("atanh(sin(theta1*z + theta2))/theta1 - t")).isBetween(-1e-20, 1e-20);
        for (String name : List.of("P", "Q", "R")) {
            assertThat(printed(BACKWARD, name).claim().domain()).isPresent();
        }
    }

    private static double onOtherBranch(String quantity) {
        IExpr z = parse("(pi - 2*atan(tanh(theta1*(a + t)/2)) - theta2)/theta1");
        double a = Math.log((1 + Math.sin(3.03)) / (1 - Math.sin(3.03))) / 2 / 0.7;
        return change(
                Expr.substitute(parse(quantity), Expr.symbol("z"), z),
                Map.of("theta1", "0.7", "theta2", "0.3", "a", Double.toString(a)));
    }

    // equation 14

    /** {@code x − ∫ f dt} along a solution is constant whatever the equation is; as a function of the coordinates it is none. */
    @Test
    void equation14IsCircular() {
        DifferentialSystem any = system("parameters a; z' = t*exp(z) + a*sin(t*z)");
        Verification verification = new Verification(any);
        IExpr byTime = parse("z - (t^2/2*exp(z) - a*cos(t*z)/z)");
        assertThat(isZero(Expr.minus(
                        Differentiation.derivative(Expr.minus(Expr.symbol("z"), byTime), T),
                        any.equations().get(0).rhs())))
                .isTrue();
        assertThat(verification.quantity(byTime, Optional.empty()).verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(new Verification(system(COSINE))
                        .quantity(parse("z - t*cos(theta1*z + theta2)"), Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
    }

    // misprints

    /** Equation 9 has {@code X f = 0}; the prolonged field acts on {@code Δ = z' − f}. */
    @Test
    void equation9() {
        Generator x = generator(system(COSINE), "0", "cos(theta1*z + theta2)");
        assertThat(new Verification(system(COSINE))
                        .generator(x, Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Proved.class);
        assertThat(isZero(x.apply(parse("cos(theta1*z + theta2)")))).isFalse();
    }

    /** Equation 10 prints {@code pr^(1)} for {@code Γ^(2)}; 11 has {@code Ẍ} for {@code ẋ} in the first coefficient. */
    @Test
    void equations10And11() {
        DifferentialSystem system = system("y'' = 0; states y; independent t");
        JetSpace space = system.jetSpace();
        Generator x = generator(system, "t*y", "y^2");
        assertThat(new Verification(system).generator(x, Optional.empty()).verdict())
                .isInstanceOf(Verdict.Proved.class);
        List<IExpr> coefficients = Prolongation.free(x, space).coefficients().get(0);
        assertThat(coefficients).hasSize(3);
        IExpr speed = TotalDerivative.free(space).of(parse("t*y"));
        IExpr first = Expr.minus(TotalDerivative.free(space).of(parse("y^2")), Expr.times(space.symbol(0, 1), speed));
        IExpr second = Expr.minus(TotalDerivative.free(space).of(first), Expr.times(space.symbol(0, 2), speed));
        assertThat(isZero(Expr.minus(coefficients.get(1), first))).isTrue();
        assertThat(isZero(Expr.minus(coefficients.get(2), second))).isTrue();
        assertThat(isZero(Expr.substitute(second, space.symbol(0, 2), Expr.ZERO)))
                .isTrue();
        IExpr misprint =
                Expr.minus(TotalDerivative.free(space).of(parse("y^2")), Expr.times(space.symbol(0, 2), speed));
        IExpr after = Expr.minus(TotalDerivative.free(space).of(misprint), Expr.times(space.symbol(0, 2), speed));
        IExpr onSolutions =
                Expr.substitute(Expr.substitute(after, space.symbol(0, 3), Expr.ZERO), space.symbol(0, 2), Expr.ZERO);
        assertThat(isZero(onSolutions)).isFalse();
    }

    /**
     * Equations 33 to 35: {@code cot · Z} lacks its factor {@code u θ1}, and the last condition is {@code θ1 sin · Z + cos · (Z' − T')},
     * which at {@code Z = 0} is {@code −cos · T'}. The determining equations of the engine have both.
     */
    @Test
    void equations33To35() {
        DeterminingSystem determining = derived(BACKWARD).determining();
        List<IExpr> equations = determining.equations().stream()
                .map(e -> parse(InputForm.of(e.tree(determining.unknowns())), "T", "U", "V", "W", "Z"))
                .toList();
        IExpr forZ = parse("theta1*sin(theta1*z + theta2)*Z(z) + cos(theta1*z + theta2)*(Z'(z) - T'(t))", "T", "Z");
        assertThat(equations).anyMatch(e -> isMultiple(e, forZ));
        IExpr sign = parse("theta1*sin(theta1*z + theta2)*Z(z) + cos(theta1*z + theta2)*(Z'(z) + T'(t))", "T", "Z");
        assertThat(equations).noneMatch(e -> isMultiple(e, sign));
        String common = "u*theta1*sin(theta1*z + theta2)*(U'(u) - T'(t)) - theta1*sin(theta1*z + theta2)*U(u)";
        IExpr forU = parse(common + " - u*theta1^2*cos(theta1*z + theta2)*Z(z)", "T", "U", "Z");
        assertThat(equations).anyMatch(e -> isMultiple(e, forU));
        IExpr withoutU = parse(common + " - theta1*cos(theta1*z + theta2)*Z(z)", "T", "U", "Z");
        assertThat(equations).noneMatch(e -> isMultiple(e, withoutU));
        // Z = 0 is no choice but forced
        assertThat(derived(BACKWARD).algebra().general().orElseThrow().along(Expr.symbol("z")))
                .isEqualTo(Expr.ZERO);
    }

    /** Equations 23 and 39 stop at first order with an equals sign: the group is {@code ū = e^(k3 ε) u}. */
    @Test
    void equation39() {
        List<IExpr> images = new ArrayList<>();
        derived(BACKWARD).group().forEach(g -> {
            assertThat(g.exact()).isTrue();
            images.addAll(g.images());
        });
        assertThat(images).anyMatch(e -> isZero(Expr.minus(e, parse("u*exp(eps)"))));
        assertThat(images).noneMatch(e -> isZero(Expr.minus(e, parse("u*(1 + eps)"))));
    }

    /** Section 3.2 has {@code dF/dt = dF/dt̄}; with {@code t̄ = c2 ε + (1 + c1 ε) t} it is {@code (1 + c1 ε) dF/dt̄}. */
    @Test
    void section32() {
        IExpr moved = parse("c2*eps + (1 + c1*eps)*t");
        IExpr general = derived(COSINE).algebra().general().orElseThrow().along(T);
        assertThat(isZero(Expr.minus(Expr.plus(T, Expr.times(Expr.symbol("eps"), general)), moved)))
                .isTrue();
        IExpr of = parse("sin(s)^2 + exp(s)");
        IExpr byTime = Differentiation.derivative(Expr.substitute(of, Expr.symbol("s"), moved), T);
        IExpr byMoved = Expr.substitute(Differentiation.derivative(of, Expr.symbol("s")), Expr.symbol("s"), moved);
        assertThat(isZero(Expr.minus(byTime, byMoved))).isFalse();
        assertThat(isZero(Expr.minus(byTime, Expr.times(parse("1 + c1*eps"), byMoved))))
                .isTrue();
    }

    private static void assertProved(String source, IExpr quantity) {
        assertThat(new Verification(system(source))
                        .quantity(quantity, Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Proved.class);
    }

    private static DifferentialSystem system(String source) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", source))).system();
    }

    private static Generator generator(DifferentialSystem system, String time, String state) {
        return new Generator(system.jetSpace().base(), List.of(parse(time), parse(state)));
    }

    /** Whether the first is the second times a non-zero function that has no unknown in it. */
    private static boolean isMultiple(IExpr e, IExpr of) {
        return isZero(Expr.minus(e, of))
                || List.of(
                                "u",
                                "theta1",
                                "u*theta1",
                                "u*theta1*sin(theta1*z + theta2)",
                                "sin(theta1*z + theta2)",
                                "-1",
                                "-theta1")
                        .stream()
                        .map(PaperTableTest::parse)
                        .anyMatch(f ->
                                isZero(Expr.minus(Expr.times(f, e), of)) || isZero(Expr.minus(e, Expr.times(f, of))));
    }

    private static boolean isZero(IExpr e) {
        return ZeroDecision.of(e) == ZeroDecision.ZERO;
    }

    /** The value at t = 1 less that at t = 0. */
    private static double change(IExpr e, Map<String, String> at) {
        return value(e, at, "1") - value(e, at, "0");
    }

    private static double value(IExpr e, Map<String, String> at, String t) {
        Map<ISymbol, BigDecimal> point = new LinkedHashMap<>();
        at.forEach((name, v) -> point.put(Expr.symbol(name), new BigDecimal(v)));
        point.put(T, new BigDecimal(t));
        return ((Value.Real) NumericEvaluation.evaluate(e, point, 30)).value().doubleValue();
    }

    /** A tree from the input language: the right side of an equation. */
    private static IExpr parse(String e, String... functions) {
        String declared = functions.length == 0 ? "" : "function " + String.join(", ", functions) + "; ";
        return system("independent tau; " + declared + "states y_; y_' = " + e)
                .equations()
                .get(0)
                .rhs();
    }
}
