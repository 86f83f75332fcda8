package dev.prolong.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prolong.Prolong;
import dev.prolong.Read;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.symmetry.Generator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Flows against their two laws: {@code dx̄/dε = X(x̄)} with {@code x̄ = x} at 0, and {@code x̄(ε+δ) = x̄(ε)∘x̄(δ)}. */
class GroupFlowTest {
    private static final ISymbol EPS = Expr.symbol("eps");
    private static final int DIGITS = 30;
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos(theta1*z + theta2)",
                "sin(theta1*z + theta2)",
                "tan(theta1*z + theta2)",
                "tanh(theta1*z + theta2)",
                "sinh(theta1*z + theta2)",
                "cosh(theta1*z + theta2)",
                "1/cosh(theta1*z + theta2)",
                "1/(1 + exp(-theta1*z - theta2))",
                "exp(theta1*z + theta2) - 1",
                "(theta1*z + theta2)*(1 - theta1*z - theta2)",
                "(theta1*z + theta2)^3",
                "theta1*z + theta2",
                "1/(1 + (theta1*z + theta2)^2)",
                "sqrt(1 + (theta1*z + theta2)^2)",
                "z - z^3",
                "1/(2*z^3 + z)",
                "1/(z^5 + z^2)",
                "sqrt(k + m*z^2)",
                "sqrt(z^2 - 1)*acosh(z)",
                "sqrt(1 - z^2)*asin(z)"
            })
    void closedFormsWhereTheQuadratureCanBeUndone(String f) {
        List<GroupAction> group = Prolong.derive("z' = " + f).overall().group();
        assertThat(group).hasSize(3);
        for (GroupAction action : group) {
            assertThat(action.exact()).as(shown(action)).isTrue();
            assertThat(action.domain()).as(shown(action)).isEmpty();
            obeysTheLaws(action);
        }
    }

    @Test
    void severalVariables() {
        closed("x' = y; y' = -x", "x: y, y: -x");
        closed("x' = y; y' = x", "x: x + y, y: y - x");
        closed("x' = y; y' = x", "t: 1, x: t, y: x");
        closed("x' = y; y' = x", "t: t^2, x: t*x, y: t*y");
        closed("x' = y; y' = x", "x: x^2, y: x*y");
        closed("x' = y; y' = x", "x: x, y: (y^2 - x^2)/(2*y)");
        closed("x' = y; y' = x", "x: x^2, y: (x*y^2 - x^3)/(2*y)");
        closed("x' = y; y' = x", "t: 1, y: y + t*y^2");
        closed("x' = y; y' = x", "t: 1, y: y - t*y^3");
        closed("x' = y; y' = x", "t: 2*t, x: 3*x - 1, y: 5*y + x");
        closed("x' = y; y' = x", "t: t*x, x: x^2, y: y*x");
        closed("x' = y; y' = x", "t: y, x: t + x, y: -t");
        closed("x' = y; y' = x", "x: k*x + m*y, y: k*x + m*y");
        closed("x' = y; y' = x", "t: t^2, x: t*x/3 + 2, y: -y*t");
        closed("x' = y; y' = x", "x: sqrt(x^2 + 1), y: y*x");
        closed("x' = y; y' = x", "x: cos(2*x), y: -y*sin(2*x)");
    }

    /** Projective motions: two coordinates by {@code x/cos t} and {@code tan t}, the third in proportion. */
    @Test
    void theThirdCoordinateMovesInProportion() {
        closed("x' = y; y' = x", "t: x*cos(t), x: -x^2*sin(t), y: -x*y*sin(t)");
        closed("x' = y; y' = x", "t: y*sin(t), x: x*y*cos(t), y: y^2*cos(t)");
        closed("x' = y; y' = x", "t: t, x: x^2*t, y: 3*y*x*t");
    }

    /** In other variables they are triangular: {@code y/x}, {@code 2x + y^2}, {@code 1/y + a/x}, {@code xy}, {@code (xy − 1)/y} move by themselves. */
    @Test
    void inOtherVariables() {
        closed("x' = y; y' = x", "x: -y, y: -y^2/x");
        closed("x' = y; y' = x", "x: y*log(x), y: (y^2*log(x) + y^2)/x");
        closed("x' = y; y' = x", "x: 4*x^2 - y^4, y: 2*y^3 + 4*x*y");
        closed("x' = y; y' = x", "x: a*exp((a/x + 1/y)^2/2), y: -a^2*y^2*exp((a/x + 1/y)^2/2)/x^2");
        closed("x' = y; y' = x", "x: x^2*y - 2*x, y: 2*x*y^2 - x^2*y^3");
        closed("x' = y; y' = x", "x: x*y - 1, y: y^2 - x*y^3");
        closed("x' = y; y' = x", "x: -y*cos(x), y: y^2*sin(x)");
    }

    /** Their roots, logarithms and angles are what they are at the start, as long as the flow stays near it. */
    @Test
    void nearTheStart() {
        closed("x' = y; y' = x", "x: -2*cot(x), y: -2*y");
        closed("x' = y; y' = x", "y: y*sqrt(y^2 - 1)");
        closed("x' = y; y' = x", "x: asin(x)*sqrt(1 - x^2), y: y*atan(sqrt(y^2 - 1))*sqrt(y^2 - 1)");
        closed("x' = y; y' = x", "y: sqrt(a*y^2 + b)/y");
        closed("x' = y; y' = x", "x: 2*x*y^(5/2)/5, y: 4*y^(7/2)/25");
        closed("x' = y; y' = x", "x: x*log(abs(y)), y: y*log(abs(y))^2");
        closed("x' = y; y' = x", "x: log((x + sqrt(x^2 - 1))^2)*sqrt(x^2 - 1)/2");
        closed("x' = y; y' = x", "x: 4*x^2 - 2*x^3*y, y: y*(2*x*y - 2)*(x^2*y - 2*x)");
        closed("x' = y; y' = x", "x: -2*cos(x)^2, y: y*sin(2*x) - y*cos(2*x)/x - y/x");
    }

    /** Square roots of what may be positive, negative or zero: hyperbolic functions, circular ones, and their limit. */
    @Test
    void rootsOfUnknownSign() {
        closed("x' = y; y' = x", "x: k*y, y: m*x");
        closed("x' = y; y' = x", "x: k + m*x^2");
        closed("x' = y; y' = x", "x: sqrt(k + m*x^2)");
        closed("x' = y; y' = x", "x: sqrt(b^2 - 4*a*c - (2*a*x + b)^2)");
        closed("x' = y; y' = x", "x: k + cos(x)");
        closed("x' = y; y' = x", "t: x, x: y + k*t, y: m*x");
        closed("x' = y; y' = u; u' = v; v' = x", "x: y*a, y: u*b, u: v*a, v: x*a + u*(b - a)");
        closed("x' = y; y' = x", "x: x*sin(t) + y*cos(t), y: x*cos(t) - y*sin(t)");
    }

    /** {@code y^3 + p y} grows with time: one root or three, the one that starts at y. */
    @Test
    void rootsOfCubics() {
        closed("x' = y; y' = x", "y: 1/(x^2 + y^2 + a)");
        closed("x' = y; y' = x", "y: exp(-2*x)/((x + y)*(x - y))");
        closed("x' = y; y' = x", "y: 1/(3*y^2 + 6*y + k)");
        closed("x' = y; y' = x", "y: 1/(1/9 - y^2)");
        closed("x' = y; y' = x", "y: x/(y^2 - 4)");
        closed("x' = y; y' = x", "y: (y^3/3 + a*y)/(y^2 + a)");
        closed("x' = y; y' = x", "y: x/(4 + y - y^2)");
    }

    /** By functions of which y is not a rational function: {@code x^2 + y^2, log(y) e^x}, and by invariants of the orbits. */
    @Test
    void byInverses() {
        closed("x' = y; y' = x", "x: x^2/2 + y^2/2, y: (-x^3/2 - x*y^2/2)/y");
        closed("x' = y; y' = x", "x: x^3/2 + x*y^2/2, y: (y^4 - x^4)/(4*y)");
        closed("x' = y; y' = x", "x: log(y)*exp(x), y: y*log(y)^2*exp(x)");
        closed("x' = y; y' = x", "x: x*y, y: y/x");
    }

    /** A solution from one point to another, moved: the same as the solution from the moved point. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "z' = cos(z + 1/5)",
                "z' = z - z^3",
                "z' = z^2 - 2/t^2",
                "z' = (z^2 + t*z)/t^2",
                "x' = y; y' = -x",
                "x' = y; y' = x*y"
            })
    void mapsSolutionsToSolutions(String equations) {
        CaseResult result = Prolong.derive(equations + "; ansatz auto").overall();
        DifferentialSystem system = result.system();
        List<ISymbol> coordinates = new ArrayList<>(List.of(system.independent()));
        coordinates.addAll(system.states());
        for (GroupAction action : result.group()) {
            if (!action.exact() || action.domain().isPresent()) {
                continue;
            }
            List<ISymbol> variables = new ArrayList<>(coordinates);
            variables.add(EPS);
            List<DoubleEvaluation> images = action.images().stream()
                    .map(e -> DoubleEvaluation.of(e, variables))
                    .toList();
            double[] start = {1, 0.3, 0.45};
            double[] end = solution(system, coordinates, java.util.Arrays.copyOf(start, coordinates.size()), 1.25);
            double[] movedStart = moved(images, java.util.Arrays.copyOf(start, coordinates.size()));
            double[] movedEnd = moved(images, end);
            double[] again = solution(system, coordinates, movedStart, movedEnd[0]);
            assertThat(again).as(shown(action)).containsExactly(movedEnd, within(1e-9));
        }
    }

    private static double[] moved(List<DoubleEvaluation> images, double[] point) {
        double[] at = java.util.Arrays.copyOf(point, point.length + 1);
        at[point.length] = 0.02;
        return images.stream().mapToDouble(e -> e.at(at)).toArray();
    }

    /** By the classical Runge–Kutta method. */
    private static double[] solution(DifferentialSystem system, List<ISymbol> coordinates, double[] start, double end) {
        List<DoubleEvaluation> rates = system.equations().stream()
                .map(e -> DoubleEvaluation.of(e.rhs(), coordinates))
                .toList();
        int steps = 4_000;
        double h = (end - start[0]) / steps;
        double[] x = start.clone();
        for (int i = 0; i < steps; i++) {
            double[] sum = new double[x.length];
            double[] k = new double[x.length];
            for (double[] stage : new double[][] {{0, 1}, {0.5, 2}, {0.5, 2}, {1, 1}}) {
                double[] at = x.clone();
                for (int c = 0; c < x.length; c++) {
                    at[c] += h * stage[0] * k[c];
                }
                k[0] = 1;
                for (int c = 1; c < x.length; c++) {
                    k[c] = rates.get(c - 1).at(at);
                }
                for (int c = 0; c < x.length; c++) {
                    sum[c] += stage[1] * k[c] / 6;
                }
            }
            for (int c = 0; c < x.length; c++) {
                x[c] += h * sum[c];
            }
        }
        return x;
    }

    private static void closed(String equations, String generator) {
        DifferentialSystem system = Read.system(equations);
        Generator x = Read.generator(generator, system);
        GroupAction action = new GroupFlow(List.of(x), EPS, system.assumptions()).of(x);
        assertThat(action.exact()).as(shown(action)).isTrue();
        obeysTheLaws(action);
    }

    /** With characteristic polynomials that have no rational root: one real root or three, and none with a square term left. */
    @Test
    void ofAffineFieldsByTheRootsOfACubic() {
        closed("x' = y; y' = u; u' = x", "x: y, y: u, u: x + y");
        closed("x' = y; y' = u; u' = x", "x: y, y: u, u: x - 2*y");
        closed("x' = y; y' = u; u' = x", "x: y, y: u, u: x + y - 3*u");
        closed("x' = y; y' = u; u' = x", "x: y, y: u, u: 3*x - 3*y + 3*u");
        closed("x' = y; y' = u; u' = x", "x: y + 1, y: u - x, u: 2*x + y - 2");
        closed("x' = y; y' = u; u' = x", "x: y + k, y: u - 2*x, u: 3*x + y + 1");
        closed("x' = y; y' = u; u' = v; v' = x", "x: y, y: u, u: y - x, v: v");
    }

    /** Linear in homogeneous coordinates. */
    @Test
    void ofProjectiveFields() {
        closed("x' = y; y' = x", "x: y + x^2, y: -x + x*y");
        closed("x' = y; y' = x", "t: 1 + t^2, x: t*x + y, y: t*y - x");
        closed("x' = y; y' = x", "t: t*(t + x + y), x: x*(t + x + y), y: y*(t + x + y)");
        closed("x' = y; y' = x", "t: x + t*y, x: y + x*y, y: t + y^2");
        closed("x' = y; y' = x", "x: x*(k*x + y + 1), y: y*(k*x + y - 1)");
        closed("x' = y; y' = x", "x: (x + 1)*(x - y), y: (y + 2)*(x - y)");
        closed("x' = y; y' = x", "x: x*(x + 2*y + 3), y: y*(x + 2*y + 5) + 1");
    }

    /** By the ratio of two coordinates: with z = x + iy the first is z' = z^2, the second z' = z^3. */
    @Test
    void ofHomogeneousFieldsOfThePlane() {
        closed("x' = y; y' = x", "x: x^2 - y^2, y: 2*x*y");
        closed("x' = y; y' = x", "x: x^3 - 3*x*y^2, y: 3*x^2*y - y^3");
        closed("x' = y; y' = x", "x: x^2 + y^2, y: 2*x*y");
        closed("x' = y; y' = x", "x: x*(x - y), y: y*(y - x)");
        closed("x' = y; y' = x", "t: x, x: x*y, y: y^2/2 - x^2/2");
        closed("x' = y; y' = x", "t: t*x, x: k*x*y, y: k*(y^2 - x^2)/2");
        closed("x' = y; y' = x", "x: x^2 - y, y: 4*x*y");
    }

    /** The rate of x depends on two coordinates that move, and both are known along the orbit of t. */
    @Test
    void alongTheOrbitOfOneCoordinate() {
        closed("x' = y; y' = x", "t: sin(t), x: y*sin(t), y: y*cos(t)");
        closed("x' = y; y' = x", "t: cos(t), x: y*cos(t), y: -y*sin(t)");
        closed("x' = y; y' = x", "t: t^2, x: y, y: y*t");
        closed("x' = y; y' = x", "t: sin(t), x: y^2, y: y*cos(t)");
        closed("x' = y; y' = x", "t: sin(t), x: y*x, y: y*cos(t)");
        closed("x' = y; y' = x", "t: sin(t), y: y*cos(t) + y^3");
        closed("x' = y; y' = x", "t: sin(t), x: y*cos(t), y: y^2*cos(t)");
        closed("x' = y; y' = x", "t: t^3 + t, x: y*t, y: y^2*t");
        closed("x' = y; y' = u; u' = x", "t: sin(t), x: y*sin(t), y: u*cos(t), u: u*cos(t)");
    }

    @Test
    void withoutAnInverseAShortSeriesThatSaysSo() {
        for (GroupAction action :
                Prolong.derive("z' = z/(1 + exp(-z))").overall().group()) {
            boolean moves = !action.generator().along(Expr.symbol("z")).equals(Expr.ZERO);
            assertThat(action.exact()).isEqualTo(!moves);
            assertThat(action.order() > 0).isEqualTo(moves);
            for (IExpr image : action.images()) {
                assertThat(InputForm.of(image).length()).isLessThan(500);
            }
        }
    }

    @Test
    void coordinatesThatCanBeSolvedForAreClosedEvenInASeries() {
        GroupAction scaling = Prolong.derive("z' = z/(1 + exp(-z))").overall().group().stream()
                .filter(a -> a.generator().along(Expr.symbol("t")).equals(Expr.symbol("t")))
                .findFirst()
                .orElseThrow();
        assertThat(InputForm.of(scaling.images().get(0))).isEqualTo("t*exp(eps)");
    }

    private static void obeysTheLaws(GroupAction action) {
        List<ISymbol> coordinates = action.generator().coordinates();
        Map<ISymbol, IExpr> images = new HashMap<>();
        Map<ISymbol, IExpr> later = new HashMap<>();
        ISymbol delta = Expr.symbol("delta");
        for (int i = 0; i < coordinates.size(); i++) {
            images.put(coordinates.get(i), action.images().get(i));
            later.put(coordinates.get(i), Expr.substitute(action.images().get(i), EPS, delta));
        }
        List<IExpr> residuals = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            IExpr image = action.images().get(i);
            IExpr speed = action.generator().infinitesimals().get(i);
            residuals.add(Expr.minus(Differentiation.derivative(image, EPS), Expr.substitute(speed, images)));
            residuals.add(Expr.minus(Expr.substitute(image, EPS, Expr.ZERO), coordinates.get(i)));
            residuals.add(
                    Expr.minus(Expr.substitute(image, later), Expr.substitute(image, EPS, Expr.plus(EPS, delta))));
        }
        residuals.forEach(r -> vanishes(r, action));
    }

    private static void vanishes(IExpr residual, GroupAction action) {
        SplittableRandom random = new SplittableRandom(SEED);
        int seen = 0;
        for (int i = 0; i < 60 && seen < 6; i++) {
            Map<ISymbol, BigDecimal> point = new HashMap<>();
            for (ISymbol s : Expr.symbols(residual)) {
                boolean small = s.equals(EPS) || s.getSymbolName().equals("delta");
                boolean moving = action.generator().coordinates().contains(s);
                double value = small ? random.nextDouble(-2e-3, 2e-3) : random.nextDouble(moving ? -3 : 0.2, 3);
                point.put(s, BigDecimal.valueOf(value));
            }
            if (NumericEvaluation.evaluate(residual, point, DIGITS) instanceof Value.Real real) {
                assertThat(real.vanishes(DIGITS))
                        .as(() -> shown(action) + "  " + InputForm.of(residual) + " at " + point)
                        .isTrue();
                seen++;
            }
        }
        assertThat(seen).as(() -> shown(action)).isPositive();
    }

    private static String shown(GroupAction action) {
        return action.images().stream().map(InputForm::of).toList() + " seed " + SEED;
    }
}
