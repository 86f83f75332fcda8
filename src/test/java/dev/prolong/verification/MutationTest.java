package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Right claims, each changed in every way of a fixed list: a sign, a coefficient, an exponent, a term left out, one function for another.
 * Whether a changed claim is wrong is found by plain floating-point arithmetic; every wrong one must be refuted, with a point at
 * which it fails, and no right one may be.
 */
class MutationTest {
    private static final String COSINE = "z' = cos(theta1*z + theta2)";
    private static final String ADJOINTS =
            "u' = theta1*u*sin(theta1*z + theta2); v' = z*u*sin(theta1*z + theta2); w' = u*sin(theta1*z + theta2); "
                    + COSINE;
    private static final String OSCILLATOR = "x' = y; y' = -x";
    private static final String CUBE = "independent t; y'' = y^(-3)";
    private static final String LOGISTIC = "z' = 1/(1 + exp(-z))";
    private static final String GROWTH = "z' = a*z*(1 - z)";

    private static final String[][] GENERATORS = {
        {COSINE, "t: 1, z: 0"},
        {COSINE, "t: t, z: atanh(sin(theta1*z + theta2))*cos(theta1*z + theta2)/theta1"},
        {COSINE, "t: 0, z: cos(theta1*z + theta2)"},
        {ADJOINTS, "t: 1, u: u, v: v + 1, w: w + 2, z: 0"},
        {OSCILLATOR, "t: 0, x: y, y: -x"},
        {CUBE, "t: t^2, y: t*y"},
        {CUBE, "t: 2*t, y: y"},
        {LOGISTIC, "t: t, z: (z - exp(-z))/(1 + exp(-z))"},
        {GROWTH, "t: 0, z: a*z*(1 - z)"},
        {"independent t; y'' = 0", "t: t*y, y: y^2"}
    };

    private static final String[][] QUANTITIES = {
        {COSINE, "atanh(sin(theta1*z + theta2))/theta1 - t"},
        {ADJOINTS, "u*cos(theta1*z + theta2)"},
        {ADJOINTS, "u - theta1*w"},
        {ADJOINTS, "u*z - theta1*v - t*u*cos(theta1*z + theta2)"},
        {OSCILLATOR, "x^2 + y^2"},
        {CUBE, "y'^2 + y^(-2)"},
        {LOGISTIC, "z - exp(-z) - t"},
        {GROWTH, "log(abs(z/(1 - z)))/a - t"},
        {"independent t; y'' = -y", "y'*cos(t) + y*sin(t)"},
        {"z' = z/(1 + exp(-z))", "log(abs(z)) + Ei(-z) - t"}
    };

    @Test
    void wrongGeneratorsAreRefuted() {
        int wrong = 0;
        for (String[] row : GENERATORS) {
            DifferentialSystem system = Read.system(row[0]);
            Generator right = Read.generator(row[1], system);
            Verification verification = new Verification(system);
            assertThat(verification.generator(right, Optional.empty()).verdict().word())
                    .as(row[1])
                    .isEqualTo("proved");
            for (int i = 0; i < right.coordinates().size(); i++) {
                for (IExpr changed : mutations(right.infinitesimals().get(i))) {
                    List<IExpr> components = new ArrayList<>(right.infinitesimals());
                    components.set(i, changed);
                    Generator x = new Generator(right.coordinates(), components);
                    List<IExpr> residuals = residuals(x, system);
                    Examination examined = verification.generator(x, Optional.empty());
                    wrong += judged(residuals, system, examined, row[0] + "  " + shown(components)) ? 1 : 0;
                }
            }
        }
        assertThat(wrong).isGreaterThan(20);
    }

    @Test
    void wrongQuantitiesAreRefuted() {
        int wrong = 0;
        for (String[] row : QUANTITIES) {
            DifferentialSystem system = Read.system(row[0]);
            IExpr right = Read.expression(row[1], system);
            Verification verification = new Verification(system);
            assertThat(verification.quantity(right, Optional.empty()).verdict().word())
                    .as(row[1])
                    .isEqualTo("proved");
            for (IExpr changed : mutations(right)) {
                boolean constant = system.jetSpace().free().stream().allMatch(s -> Expr.isFreeOf(changed, s));
                if (constant || !isSomewhere(List.of(changed), system, v -> Double.isFinite(v))) {
                    continue;
                }
                Examination examined = verification.quantity(changed, Optional.empty());
                List<IExpr> rate = List.of(rate(changed, system));
                wrong += judged(rate, system, examined, row[0] + "  " + InputForm.of(changed)) ? 1 : 0;
            }
        }
        assertThat(wrong).isGreaterThan(20);
    }

    /** Whether the claim is wrong, which the verdict must then say with a point where it is. */
    private static boolean judged(
            List<IExpr> residuals, DifferentialSystem system, Examination examined, String claim) {
        if (!isSomewhere(residuals, system, v -> Math.abs(v) > 1e-6)) {
            assertThat(examined.verdict().word()).as(claim).isNotEqualTo("refuted");
            return false;
        }
        assertThat(examined.verdict()).as(claim).isInstanceOf(Verdict.Refuted.class);
        Verdict.Witness witness = ((Verdict.Refuted) examined.verdict()).witness();
        assertThat(new BigDecimal(witness.residual()).signum()).as(claim).isNotZero();
        List<ISymbol> symbols = List.copyOf(witness.point().keySet());
        double[] point = symbols.stream()
                .mapToDouble(s -> Double.parseDouble(witness.point().get(s)))
                .toArray();
        boolean off = false;
        for (IExpr residual : residuals) {
            if (symbols.containsAll(Expr.symbols(residual))) {
                off |= Math.abs(DoubleEvaluation.of(residual, symbols).at(point)) > 1e-9;
            }
        }
        assertThat(off).as(claim + " at " + witness.point()).isTrue();
        return true;
    }

    private static boolean isSomewhere(List<IExpr> residuals, DifferentialSystem system, DoublePredicate test) {
        Set<ISymbol> symbols = new TreeSet<>((a, b) -> a.getSymbolName().compareTo(b.getSymbolName()));
        residuals.forEach(r -> symbols.addAll(Expr.symbols(r)));
        List<ISymbol> variables = List.copyOf(symbols);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 40; i++) {
            double[] point = variables.stream()
                    .mapToDouble(s -> system.parameters().contains(s)
                            ? random.nextDouble(0.3, 1.3)
                            : random.nextDouble(-1.4, 1.4))
                    .toArray();
            for (IExpr residual : residuals) {
                if (test.test(DoubleEvaluation.of(residual, variables).at(point))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code D_t^n Q_i − Σ ∂f_i/∂x_j^(k) D_t^k Q_j}, written anew. */
    private static List<IExpr> residuals(Generator x, DifferentialSystem system) {
        List<IExpr> out = new ArrayList<>();
        for (Equation e : system.equations()) {
            IExpr whole = characteristic(x, e, system, e.order());
            for (Equation other : system.equations()) {
                for (int k = 0; k < other.order(); k++) {
                    IExpr slope = Differentiation.derivative(e.rhs(), derivative(other, k));
                    whole = Expr.minus(whole, Expr.times(slope, characteristic(x, other, system, k)));
                }
            }
            out.add(whole);
        }
        return out;
    }

    private static IExpr characteristic(Generator x, Equation e, DifferentialSystem system, int times) {
        IExpr velocity = e.order() == 1 ? e.rhs() : derivative(e, 1);
        IExpr q = Expr.minus(x.along(e.state()), Expr.times(x.along(system.independent()), velocity));
        for (int i = 0; i < times; i++) {
            q = rate(q, system);
        }
        return q;
    }

    private static IExpr rate(IExpr f, DifferentialSystem system) {
        IExpr out = Differentiation.derivative(f, system.independent());
        for (Equation e : system.equations()) {
            for (int k = 0; k < e.order(); k++) {
                IExpr next = k + 1 == e.order() ? e.rhs() : derivative(e, k + 1);
                out = Expr.plus(out, Expr.times(next, Differentiation.derivative(f, derivative(e, k))));
            }
        }
        return out;
    }

    private static ISymbol derivative(Equation e, int k) {
        return Expr.symbol(e.state().getSymbolName() + "'".repeat(k));
    }

    /** The tree with one change at one place, in all ways. */
    private static Set<IExpr> mutations(IExpr e) {
        Set<IExpr> out = new LinkedHashSet<>();
        if (Expr.isSum(e)) {
            for (IExpr term : Expr.arguments(e)) {
                out.add(Expr.minus(e, term));
                out.add(Expr.minus(e, Expr.times(Expr.TWO, term)));
                out.add(Expr.plus(e, term));
            }
        } else if (e instanceof IRational || e instanceof ISymbol) {
            out.add(Expr.plus(e, Expr.ONE));
            out.add(Expr.times(Expr.TWO, e));
            out.add(Expr.power(Expr.plus(e, Expr.ONE), 2));
        }
        Elementary other = Elementary.byHead(e.head())
                .map(f -> switch (f) {
                    case SIN -> Elementary.COS;
                    case COS -> Elementary.SIN;
                    case ATANH -> Elementary.ATAN;
                    case LOG -> Elementary.ATAN;
                    default -> f;
                })
                .orElse(Elementary.MAX);
        if (e instanceof IAST a && other != Elementary.MAX) {
            out.add(Expr.apply(other, a.arg1()));
        }
        if (e instanceof IAST a) {
            List<IExpr> arguments = Expr.arguments(e);
            for (int i = 0; i < arguments.size(); i++) {
                for (IExpr changed : mutations(arguments.get(i))) {
                    List<IExpr> all = new ArrayList<>(arguments);
                    all.set(i, changed);
                    if (!Expr.isPower(e) || !all.get(0).equals(Expr.ZERO)) {
                        out.add(Expr.rebuild(a.head(), all));
                    }
                }
            }
        }
        out.remove(e);
        return out;
    }

    private static String shown(List<IExpr> components) {
        return components.stream().map(InputForm::of).toList().toString();
    }
}
