package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.conservation.direct.DirectMethod;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import java.math.BigDecimal;
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
 * Random systems whose answers are known, since they are made from them: fields from their first integrals, linear fields and their
 * symmetries in other variables, adjoints with their pairing. What is known must not be refuted, and no verdict, on it, on changed claims or on
 * what the direct method finds, may contradict the values of the residual to 60 digits.
 */
class SoundnessCampaignTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final ISymbol Z = Expr.symbol("z");
    private static final ISymbol A = Expr.symbol("a");
    private static final List<Elementary> FUNCTIONS =
            List.of(Elementary.SIN, Elementary.COS, Elementary.TANH, Elementary.ATAN, Elementary.SINH);
    private static final int DIGITS = 60;
    private static final int POINTS = 6;
    private static final int LARGEST = 1_500;

    private final Counts counts = new Counts();
    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @ValueSource(longs = 1)
    void someSystems(long seed, TestReporter reporter) {
        campaign(seed, 8, reporter);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
    void manySystems(long seed, TestReporter reporter) {
        campaign(seed, 100, reporter);
    }

    private void campaign(long seed, int count, TestReporter reporter) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int kind = i % 4;
            try {
                switch (kind) {
                    case 0 -> plane();
                    case 1 -> space();
                    case 2 -> transformed();
                    default -> adjoint();
                }
            } catch (AssertionError wrong) {
                throw new AssertionError("seed " + seed + ", system " + i + ": " + wrong.getMessage(), wrong);
            }
        }
        counts.publish(seed, reporter);
        counts.moreThan(count / 2, "known: proved");
        counts.moreThan(count / 2, "changed: refuted");
    }

    /** {@code x' = −μ I_y, y' = μ I_x}. */
    private void plane() {
        IExpr i = function(X, Y);
        IExpr mu = factor();
        IExpr fx = Expr.negate(Expr.times(mu, Differentiation.derivative(i, Y)));
        IExpr fy = Expr.times(mu, Differentiation.derivative(i, X));
        DifferentialSystem system = system(List.of(X, Y), List.of(fx, fy));
        known(system, i);
        known(system, Expr.exp(Expr.times(Expr.HALF, i)));
        changed(system, i);
        found(system);
    }

    /** {@code x' = μ ∇I × ∇J}. */
    private void space() {
        List<ISymbol> v = List.of(X, Y, Z);
        IExpr i = Expr.plus(function(X, Y), monomial(v), Expr.times(small(), Z));
        IExpr j = Expr.plus(monomial(v), Expr.times(small(), Expr.power(Y, 2)), monomial(v), Z);
        List<IExpr> f = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            ISymbol p = v.get((c + 1) % 3);
            ISymbol q = v.get((c + 2) % 3);
            f.add(Expr.minus(
                    Expr.times(Differentiation.derivative(i, p), Differentiation.derivative(j, q)),
                    Expr.times(Differentiation.derivative(i, q), Differentiation.derivative(j, p))));
        }
        DifferentialSystem system = system(v, f);
        known(system, i);
        known(system, j);
        known(system, Expr.plus(Expr.times(i, j), Expr.power(j, 2)));
        changed(system, i);
        changed(system, Expr.times(i, j));
    }

    /** {@code u' = k u, v' = m v} with {@code u = x + p(y), v = y}, or {@code u = x, v = y e^{q(x)}}; symmetries u ∂_u, v ∂_v, and an integral. */
    private void transformed() {
        IExpr k = small();
        IExpr m = Expr.plus(small(), A);
        boolean shear = random.nextBoolean();
        IExpr p = shear ? Expr.plus(monomial(List.of(Y)), wave(Y)) : Expr.plus(monomial(List.of(X)), wave(X));
        IExpr u = shear ? Expr.plus(X, p) : X;
        // the inverse images of u ∂_u and v ∂_v
        Generator byU;
        Generator byV;
        ISymbol t = Expr.symbol("t");
        List<ISymbol> coordinates = List.of(t, X, Y);
        if (shear) {
            byU = new Generator(coordinates, List.of(Expr.ZERO, u, Expr.ZERO));
            byV = new Generator(
                    coordinates, List.of(Expr.ZERO, Expr.negate(Expr.times(Y, Differentiation.derivative(p, Y))), Y));
        } else {
            byU = new Generator(
                    coordinates,
                    List.of(Expr.ZERO, X, Expr.negate(Expr.times(X, Y, Differentiation.derivative(p, X)))));
            byV = new Generator(coordinates, List.of(Expr.ZERO, Expr.ZERO, Y));
        }
        List<IExpr> f = new ArrayList<>();
        for (ISymbol c : List.of(X, Y)) {
            f.add(Expr.plus(Expr.times(k, byU.along(c)), Expr.times(m, byV.along(c))));
        }
        DifferentialSystem system = system(List.of(X, Y), f);
        IExpr v = shear ? Y : Expr.times(Y, Expr.exp(p));
        IExpr integral = Expr.minus(Expr.times(m, Expr.log(Expr.abs(u))), Expr.times(k, Expr.log(Expr.abs(v))));
        known(system, integral);
        known(system, Expr.times(u, Expr.exp(Expr.negate(Expr.times(k, t)))));
        changed(system, integral);
        symmetry(system, byU, true);
        symmetry(system, byV, true);
        List<IExpr> wrong = new ArrayList<>(byU.infinitesimals());
        wrong.set(1, Expr.plus(wrong.get(1), Expr.times(small(), monomial(List.of(X, Y)))));
        symmetry(system, new Generator(coordinates, wrong), false);
    }

    /** {@code x' = f(x), u' = −u f'(x)}: {@code u f} is constant. */
    private void adjoint() {
        ISymbol u = Expr.symbol("u");
        IExpr f = Expr.plus(wave(Expr.plus(Expr.times(A, X), small())), monomial(List.of(X)));
        IExpr rate = Expr.negate(Expr.times(u, Differentiation.derivative(f, X)));
        DifferentialSystem system = system(List.of(u, X), List.of(rate, f));
        known(system, Expr.times(u, f));
        changed(system, Expr.times(u, f));
        changed(system, Expr.times(u, Expr.plus(f, X)));
    }

    private static DifferentialSystem system(List<ISymbol> states, List<IExpr> rates) {
        StringBuilder text = new StringBuilder("independent t; parameters a > 0; ");
        for (int i = 0; i < states.size(); i++) {
            text.append(states.get(i).getSymbolName())
                    .append("' = ")
                    .append(InputForm.of(rates.get(i)))
                    .append("; ");
        }
        return Read.system(text.toString());
    }

    private void known(DifferentialSystem system, IExpr quantity) {
        Verdict verdict =
                new Verification(system).quantity(quantity, Optional.empty()).verdict();
        count("known", verdict);
        assertThat(verdict)
                .as(() -> InputForm.of(quantity) + " of " + shown(system))
                .isNotInstanceOf(Verdict.Refuted.class);
        cross(verdict, system, quantity);
    }

    private void changed(DifferentialSystem system, IExpr quantity) {
        List<ISymbol> states = system.states();
        IExpr more = Expr.times(small(), monomial(states));
        for (IExpr claim : List.of(Expr.plus(quantity, more), Expr.times(quantity, Expr.plus(Expr.ONE, more)))) {
            Verdict verdict =
                    new Verification(system).quantity(claim, Optional.empty()).verdict();
            count("changed", verdict);
            cross(verdict, system, claim);
        }
    }

    private void found(DifferentialSystem system) {
        DirectMethod.search(system, KernelSupply.avoiding(system), List.of(), Effort.QUICK, q -> {
            Verdict verdict = new Verification(system)
                    .quantity(q.expression(), q.domain())
                    .verdict();
            count("found", verdict);
            cross(verdict, system, q.expression());
            return verdict instanceof Verdict.Proved;
        });
    }

    private void symmetry(DifferentialSystem system, Generator x, boolean known) {
        Examination examination = new Verification(system).generator(x, Optional.empty());
        Verdict verdict = examination.verdict();
        count(known ? "known symmetry" : "changed symmetry", verdict);
        if (known) {
            assertThat(verdict).as(() -> shown(x) + " of " + shown(system)).isNotInstanceOf(Verdict.Refuted.class);
        }
        // by the bracket with the field, which is no residual of the engine: [∂_t + f ∂_x, X] = 0 where X has no t and
        // no component along it
        List<IExpr> brackets = new ArrayList<>();
        for (ISymbol c : system.states()) {
            IExpr rate = system.flow().of(c);
            brackets.add(Expr.minus(system.flow().of(x.along(c)), x.apply(rate)));
        }
        cross(verdict, system, x.infinitesimals(), brackets, shown(x));
    }

    private void cross(Verdict verdict, DifferentialSystem system, IExpr quantity) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(Differentiation.derivative(quantity, system.independent()));
        for (ISymbol c : system.states()) {
            terms.add(Expr.times(
                    Differentiation.derivative(quantity, c), system.flow().of(c)));
        }
        cross(verdict, system, List.of(quantity), List.of(Expr.plus(terms)), InputForm.of(quantity));
    }

    /** The residuals at points where the claim is real: a value that is not zero makes "proved" wrong, zeros alone "refuted". */
    private void cross(
            Verdict verdict, DifferentialSystem system, List<IExpr> claim, List<IExpr> residuals, String shown) {
        List<ISymbol> variables = new ArrayList<>(system.jetSpace().free());
        SamplePoints points = new SamplePoints(variables, system.parameters(), system.assumptions(), random.nextLong());
        boolean off = false;
        int seen = 0;
        for (int i = 0; i < 10 * POINTS && seen < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (!claim.stream().allMatch(e -> NumericEvaluation.evaluate(e, point, 12) instanceof Value.Real)) {
                continue;
            }
            for (IExpr residual : residuals) {
                if (NumericEvaluation.evaluate(residual, point, DIGITS) instanceof Value.Real real) {
                    seen++;
                    off |= real.isNonZero() && !real.vanishes(DIGITS);
                }
            }
        }
        boolean holds = verdict instanceof Verdict.Proved || verdict instanceof Verdict.Supported;
        assertThat(holds && off)
                .as(() -> verdict.word() + ": " + shown + " of " + shown(system))
                .isFalse();
        assertThat(verdict instanceof Verdict.Refuted && seen >= POINTS && !off)
                .as(() -> verdict.word() + ": " + shown + " of " + shown(system))
                .isFalse();
    }

    private void count(String what, Verdict verdict) {
        counts.count(what + ": " + verdict.word());
    }

    private static String shown(DifferentialSystem system) {
        return system.equations().stream()
                .map(e -> e.state() + "' = " + InputForm.of(e.rhs()))
                .toList()
                .toString();
    }

    private static String shown(Generator x) {
        return x.infinitesimals().stream().map(InputForm::of).toList().toString();
    }

    private IExpr function(ISymbol x, ISymbol y) {
        IExpr out = Expr.plus(monomial(List.of(x, y)), Expr.times(small(), Expr.power(x, 2)), Expr.power(y, 2));
        out = random.nextBoolean() ? Expr.plus(out, wave(Expr.plus(x, Expr.times(small(), y)))) : out;
        out = random.nextInt(3) == 0 ? Expr.plus(out, Expr.times(A, wave(y))) : out;
        return Expr.size(out) < LARGEST ? out : y;
    }

    private IExpr factor() {
        return switch (random.nextInt(4)) {
            case 0 -> Expr.exp(X);
            case 1 -> Expr.power(Expr.plus(Expr.ONE, Expr.power(X, 2)), -1);
            case 2 -> A;
            default -> Expr.ONE;
        };
    }

    private IExpr wave(IExpr argument) {
        return switch (random.nextInt(4)) {
            case 0 -> Expr.exp(argument);
            case 1 -> Expr.sqrt(Expr.plus(Expr.ONE, Expr.power(argument, 2)));
            default -> Expr.apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), argument);
        };
    }

    private IExpr monomial(List<ISymbol> variables) {
        List<IExpr> factors = new ArrayList<>(List.of(small()));
        for (ISymbol v : variables) {
            factors.add(Expr.power(v, random.nextInt(3)));
        }
        factors.add(variables.get(random.nextInt(variables.size())));
        return Expr.times(factors);
    }

    /** A fraction that is not zero. */
    private IExpr small() {
        int n = 1 + random.nextInt(4);
        return Expr.rational(random.nextBoolean() ? n : -n, 1 + random.nextInt(3));
    }
}
