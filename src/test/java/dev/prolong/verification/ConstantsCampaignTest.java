package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.source.DiagnosticException;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Random claims with free constants, for which it is known what constants make them hold, since the systems are made from the claims: what
 * holds for some must not be refuted, what holds for none not be said to hold, and conditions must be met by values.
 */
class ConstantsCampaignTest {
    private static final ISymbol T = Expr.symbol("t");
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final String[] FAMILIES = {
        "log(@ + c)",
        "sqrt(@ + c)",
        "@^c",
        "exp(c*@)",
        "asin(c*@)",
        "lambertw(c*@)",
        "sin(c*@)",
        "atan(@ + c)",
        "sqrt(1 + c*@^2)",
        "@^2 + c*@",
        "sinh(@ - c)",
        "exp(@)/(@ + c)",
        "log(1 + exp(c*@))",
        "abs(@)^c",
        "sqrt(@^2 + 2*@ + c)",
        "lambertw(@*exp(c*@))",
        "asin(sin(c*@))",
        "c*@ + abs(@)",
        "max(@, 2*@) + c*@",
        "sign(@)*exp(c*@)",
        "piecewise(@ > 0: @ + c*@^2, otherwise: @)",
        "log(@^2 + c)",
        "@*exp(c*@)",
        "tan(c*@)",
        "acosh(c + @^2)",
        "tanh(c*@ + 1)",
        "erf(c*@)",
        "1/(c + @)",
        "@^c*exp(@)",
        "log(@)^c",
        "cos(@ + c)",
        "(1 + @^2)^c",
        "c^@",
        "atan(c*@) + @",
        "@^(1/c)",
        "log(c*@ + 1) + @"
    };

    private final Counts counts = new Counts();
    private final List<String> wrong = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @ValueSource(longs = 1)
    void someClaims(long seed, TestReporter reporter) {
        campaign(seed, 5, reporter);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204, 205, 206, 207, 208})
    void manyClaims(long seed, TestReporter reporter) {
        campaign(seed, 90, reporter);
    }

    private void campaign(long seed, int count, TestReporter reporter) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            try {
                switch (i % 5) {
                    case 0 -> perturbed();
                    case 1 -> family();
                    case 2 -> powers();
                    case 3 -> pair();
                    default -> symmetries();
                }
            } catch (DiagnosticException none) {
                // a member of a family that is real nowhere
                counts.count("no system");
            } catch (AssertionError | RuntimeException fault) {
                throw new AssertionError("seed " + seed + ", system " + i + ": " + fault, fault);
            }
        }
        assertThat(wrong).isEmpty();
        counts.publish(seed, reporter);
        counts.moreThan(count / 2, "some constants: conditional");
        counts.moreThan(count / 2, "no constants: refuted");
    }

    /** {@code x' = −μ I_y, y' = μ I_x}, and I with terms that free constants take away. */
    private void perturbed() {
        String i = integral();
        IExpr tree = Read.expression(i);
        DifferentialSystem system = system(
                List.of(X, Y),
                List.of(Expr.negate(Differentiation.derivative(tree, Y)), Differentiation.derivative(tree, X)));
        String m = pick("x", "x*y", "y^2", "x*t", "exp(x)", "sin(y)", "abs(x)", "x^2*y");
        if (isConserved(system, m)) {
            return;
        }
        String r = number();
        String s = number();
        claim(system, "(" + i + ") + (c - (" + r + "))*" + m, true);
        claim(system, "a*(" + i + ") + b*(" + i + ")^2 + (a - 2*b)*" + m, true);
        claim(system, "(c - (" + r + "))*(c - (" + s + "))*" + m + " + (c - (" + r + "))*(" + i + ")", !r.equals(s));
        claim(system, "(c - (" + r + "))*(c + d)*" + m + " + exp(d*(" + i + "))", true);
        claim(system, "(c^2 - 2)*" + m + " + (" + i + ")", true);
        claim(system, "(exp(c) - 3)*" + m + " + (" + i + ")", true);
        claim(system, "(abs(c) - 2)*" + m + " + (" + i + ")", true);
        claim(system, "(1 + cos(c))*" + m + " + (" + i + ")", true);
        claim(system, "(c*d + 1)*" + m + " + d*(" + i + ")", true);
        claim(system, "exp(c*" + m + ")*(1 + (" + i + ")^2)", true);
        claim(system, "(" + i + ") + log(1 + c^2*" + m + "^2)", true);
        claim(system, "c*d*" + m, false);
        claim(system, "(c^2 - 2)*" + m, false);
        claim(system, "(" + i + ") + (c^2 + 1)*" + m, false);
        claim(system, "(" + i + ") + (c^2 + d^2)*" + m, true);
        claim(system, "c*(" + i + ") + (c^2 + d^2)*" + m, false);
        claim(system, "(" + i + ")*c + exp(c)*" + m, false);
        claim(system, "(" + i + ") + c*" + m + " + (c - 1)*(" + m + ")^2*t", false);
    }

    /** {@code y' = r/g'(y)} with a member g of a family: {@code G(y, c) − d t}. */
    private void family() {
        String g = FAMILIES[random.nextInt(FAMILIES.length)];
        String c = pick("1", "2", "3", "1/2", "-1", "3/2", "1/3");
        String r = number();
        IExpr member = Expr.substitute(Read.expression(g.replace("@", "y")), Expr.symbol("c"), Read.expression(c));
        IExpr slope = Differentiation.derivative(member, Y);
        if (slope.equals(Expr.ZERO)) {
            return;
        }
        DifferentialSystem system = system(List.of(Y), List.of(Expr.divide(Read.expression(r), slope)));
        String family = g.replace("@", "y");
        // on the other pieces of the space the member may be another function
        boolean holds = isConserved(system, InputForm.of(Expr.minus(member, Expr.times(Read.expression(r), T))));
        counts.count(holds ? "members" : "members on a part");
        claim(system, family + " - (" + r + ")*t", holds);
        claim(system, family + " - d*t", holds);
        claim(system, family + " - (" + r + ")*t + d*y", holds);
        claim(system, "exp(" + family + " - d*t)", holds);
        claim(system, family + " - (" + r + ")*t + (c - d)*t^2*y", holds);
        claim(system, "t*(" + family + ") + y^3", false);
        claim(system, family + " - d*t^2 + y^7*t", false);
    }

    /** {@code y' = h'(t)/g'(y)}: {@code G(y, c) − H(t, d)}, and the symmetry {@code 1/G'(y, c) ∂_y}. */
    private void pair() {
        String g = FAMILIES[random.nextInt(FAMILIES.length)];
        String h = FAMILIES[random.nextInt(FAMILIES.length)]
                .replaceAll("\\bc\\b", "d")
                .replace("@", "t");
        IExpr c = Read.expression(pick("1", "2", "3", "1/2", "-1"));
        IExpr d = Read.expression(pick("1", "2", "4", "1/2", "-2"));
        IExpr left = Read.expression(g.replace("@", "y"));
        IExpr slope = Differentiation.derivative(left, Y);
        IExpr right = Read.expression(h);
        IExpr rate = Differentiation.derivative(Expr.substitute(right, Expr.symbol("d"), d), T);
        IExpr member = Expr.substitute(slope, Expr.symbol("c"), c);
        if (rate.equals(Expr.ZERO) || member.equals(Expr.ZERO)) {
            return;
        }
        DifferentialSystem system = system(List.of(Y), List.of(Expr.divide(rate, member)));
        String quantity = InputForm.of(Expr.minus(left, right));
        boolean holds = isConserved(
                system,
                InputForm.of(
                        Expr.substitute(Expr.minus(left, right), Map.of(Expr.symbol("c"), c, Expr.symbol("d"), d))));
        claim(system, quantity, holds);
        claim(system, "a*(" + quantity + ") + (a^2 + 1)*y^3*t", false);
        if (holds) {
            field(system, List.of("0", InputForm.of(Expr.power(slope, -1))), true);
            field(system, List.of("0", "a*y^5*t + " + InputForm.of(Expr.power(slope, -1))), true);
            field(system, List.of("0", "a*y^5*t^3"), false);
        }
    }

    /** {@code u' = k u, v' = m v} in other variables: {@code |u|^c |v|^d e^{at}} for {@code c k + d m + a = 0}. */
    private void powers() {
        String k = number();
        String m = number();
        String p = pick("y^2", "exp(y)", "sin(y)", "log(1 + y^2)", "sqrt(1 + y^2)", "0", "y");
        String u = "(x + " + p + ")";
        IExpr slope = Differentiation.derivative(Read.expression(p), Y);
        IExpr rate = Expr.times(Read.expression(m), Y);
        DifferentialSystem system = system(
                List.of(X, Y), List.of(Expr.minus(Read.expression("(" + k + ")*" + u), Expr.times(rate, slope)), rate));
        String au = pick("abs" + u, u);
        claim(system, au + "^c*y^d*exp(a*t)", true);
        claim(system, au + "^c*y^d", true);
        claim(system, au + "^c*exp(d*t)", true);
        claim(system, "c*log(abs" + u + ") + d*log(y) + a*t", true);
        claim(system, au + "^c*exp(-c*(" + k + ")*t)", true);
        claim(system, "log(abs" + u + ") - c*log(abs(y)) + (d^2 + 1)*y^5", false);
        claim(system, u + "*exp(c*t) + d*y*exp(a*t)", true);
        claim(system, u + "*exp(c*t) + y*exp(d*t)*t", false);
        claim(system, u + "^2*exp(c*t) + d*y*sin(t)*y^5", true);
    }

    /** Symmetries of such a system, with terms that free constants take away. */
    private void symmetries() {
        String k = number();
        String m = number();
        String q = pick("x^2", "exp(x)", "sin(x)", "x", "log(1 + x^2)", "abs(x)*x");
        IExpr slope = Differentiation.derivative(Read.expression(q), X);
        String s = InputForm.of(slope);
        // u = x, v = y e^q
        DifferentialSystem system = system(
                List.of(X, Y),
                List.of(
                        Read.expression("(" + k + ")*x"),
                        Read.expression("(" + m + ")*y - (" + k + ")*x*y*(" + s + ")")));
        String byU = "-x*y*(" + s + ")";
        field(system, "a*x", "a*(" + byU + ") + b*y", "0", true);
        field(system, "x + (c - 2)*y*t", byU, "0", true);
        field(system, "a*x", "b*(" + byU + ") + (a - b)*y^2", "0", true);
        field(system, "c*y*x*t", "d*x*t", "0", false);
        field(system, "(c^2 + 1)*y*t", "y", "0", false);
        field(system, "0", "c*y^d", "0", true);
        field(system, "exp(c*t)*abs(x)^d", "exp(c*t)*(" + byU + ")*abs(x)^d/x", "0", true);
        field(system, "0", "c*exp(d*t)*exp(-(" + q + "))", "0", true);
        field(system, "c*x", "c*(" + byU + ") + y*d", "a", true);
        field(system, "(" + k + ")*c*x*t", "c*t*((" + m + ")*y - (" + k + ")*x*y*(" + s + ")) + d*y", "c*t", true);
        field(system, "x^c", "y*t*x^7", "0", false);
    }

    private String integral() {
        return pick(
                "x^2 + y^2",
                "x*y + " + number() + "*y^2",
                "x^2*y + y",
                "exp(x) + y^2",
                "y*exp(x)",
                "log(1 + x^2) + y",
                "sqrt(1 + x^2) + y^2/2",
                "abs(x)*x + y",
                "lambertw(x) + y",
                "asin(x) + y^2",
                "sin(x) + cos(y)",
                "max(x, 2*x) + y",
                "sign(x)*x^2 + y^3",
                "piecewise(x > 0: x^2, otherwise: x) + y^2",
                "lambertw(x*exp(x)) + y",
                "x/(1 + y^2)",
                "tanh(x)*y");
    }

    private void claim(DifferentialSystem system, String quantity, boolean known) {
        IExpr tree = Read.expression(quantity, system);
        Verdict verdict =
                new Verification(system).quantity(tree, Optional.empty()).verdict();
        judged(
                verdict,
                known,
                quantity + " of " + shown(system),
                new ConstantsAtPoints(system, List.of(tree), List.of(rate(system, tree))));
    }

    private void field(DifferentialSystem system, String x, String y, String t, boolean known) {
        field(system, List.of(t, x, y), known);
    }

    /** With the components along the time, then the states. */
    private void field(DifferentialSystem system, List<String> infinitesimals, boolean known) {
        List<ISymbol> coordinates = new ArrayList<>(List.of(T));
        coordinates.addAll(system.states());
        List<IExpr> components =
                infinitesimals.stream().map(e -> Read.expression(e, system)).toList();
        Generator moved = new Generator(coordinates, components);
        Verdict verdict =
                new Verification(system).generator(moved, Optional.empty()).verdict();
        String shown = components.stream().map(InputForm::of).toList() + " of " + shown(system);
        // [D, X] = D(T) D with D the flow, which is no residual of the engine
        List<IExpr> residuals = new ArrayList<>();
        IExpr rate = system.flow().of(components.get(0));
        for (ISymbol c : system.states()) {
            IExpr f = system.flow().of(c);
            residuals.add(
                    Expr.minus(Expr.minus(system.flow().of(moved.along(c)), moved.apply(f)), Expr.times(rate, f)));
        }
        judged(verdict, known, shown, new ConstantsAtPoints(system, components, residuals));
    }

    private void judged(Verdict verdict, boolean known, String shown, ConstantsAtPoints points) {
        counts.count((known ? "some constants: " : "no constants: ") + verdict.word());
        boolean refuted = verdict instanceof Verdict.Refuted;
        if (known ? refuted : !refuted && !(verdict instanceof Verdict.Undecided)) {
            wrong.add(verdict + ": " + shown);
        }
        points.fault(verdict, random.nextLong()).ifPresent(fault -> wrong.add(fault + ": " + shown));
    }

    private boolean isConserved(DifferentialSystem system, String quantity) {
        IExpr tree = Read.expression(quantity, system);
        return new ConstantsAtPoints(system, List.of(tree), List.of(rate(system, tree))).seen(Map.of(), 3)
                == ConstantsAtPoints.Seen.ALL;
    }

    private static IExpr rate(DifferentialSystem system, IExpr quantity) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(Differentiation.derivative(quantity, T));
        for (ISymbol c : system.states()) {
            terms.add(Expr.times(
                    Differentiation.derivative(quantity, c), system.flow().of(c)));
        }
        return Expr.plus(terms);
    }

    private static DifferentialSystem system(List<ISymbol> states, List<IExpr> rates) {
        StringBuilder text = new StringBuilder("independent t; ");
        for (int i = 0; i < states.size(); i++) {
            text.append(states.get(i).getSymbolName())
                    .append("' = ")
                    .append(InputForm.of(rates.get(i)))
                    .append("; ");
        }
        return Read.system(text.toString());
    }

    private static String shown(DifferentialSystem system) {
        return system.equations().stream()
                .map(e -> e.state() + "' = " + InputForm.of(e.rhs()))
                .toList()
                .toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String number() {
        return pick("1", "2", "3", "-1", "-2", "1/2", "-3/2", "2/3");
    }
}
