package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prolong.Prolong;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.ISymbol;

/** Gradients read off conservation laws against the adjoint equations, solved backwards from the end. */
final class LawGradientsTest {
    private static final long SEED = 41;
    private static final int STEPS = 1500;
    private static final double END = 1.3;
    private static final double ALLOWED = 1e-10;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z' = cos(theta1*z + theta2); backpropagation | 2 | true",
                "z' = tanh(theta1*z + theta2); backpropagation | 2 | true",
                "z' = exp(-theta1*z); backpropagation | 1 | true",
                "parameters theta1, theta2; z1' = cos(theta1*z1 + theta2); z2' = cos(theta1*z2 + theta2); backpropagation"
                        + " u1 for z1, u2 for z2, v for theta1, w for theta2; ansatz separable | 2 | true",
                "states z[1..2]; parameters W[1..2,1..2], b[1..2];"
                        + " z[i]' = tanh(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2; backpropagation; ansatz equivalence"
                        + " | 2 | false"
            })
    void theyAreThoseOfTheAdjointEquations(String model, int determined, boolean withAdjoints) {
        CodeRequest request = CodeRequest.of(Prolong.derive("system model; " + model), "laws", "prolong generate");
        ClassLoader loader =
                InMemoryCompiler.compile(JavaTarget.generate(request).files());
        GeneratedClass gradients = new GeneratedClass(loader, "laws.ModelGradients");
        Map<ISymbol, ISymbol> adjoints = request.system().origin().adjoints();
        List<ISymbol> states = request.system().forward().orElseThrow().states();
        List<ISymbol> parameters = request.system().parameters();
        List<ISymbol> order = request.coordinates();
        Random random = new Random(SEED);
        double[] p = random.doubles(parameters.size(), 0.4, 1.1).toArray();
        double[] y = new double[order.size()];
        for (ISymbol s : states) {
            y[order.indexOf(s)] = random.nextDouble();
            y[order.indexOf(adjoints.get(s))] = random.nextDouble();
        }
        double[] end = y.clone();
        solve(new GeneratedClass(loader, "laws.ModelModel"), y, p);

        double[] x = part(y, order, states);
        double[] xEnd = part(end, order, states);
        double[] a = part(y, order, dual(states, adjoints));
        double[] aEnd = part(end, order, dual(states, adjoints));
        double[] wanted = part(y, order, dual(parameters, adjoints));
        double[] found = new double[parameters.size()];
        double[] work = new double[100];
        gradients.call("gradients", 1, new double[1], x, a, new double[] {END}, xEnd, aEnd, p, found, work);
        int met = 0;
        for (int j = 0; j < found.length; j++) {
            if ((boolean) gradients.call("isDetermined", j)) {
                assertThat(found[j]).isCloseTo(wanted[j], within(ALLOWED));
                met++;
            } else {
                assertThat(found[j]).isNaN();
            }
        }
        assertThat(met).isEqualTo(determined);
        if (withAdjoints) {
            double[] start = new double[a.length];
            gradients.call("adjoints", 0.0, x, END, xEnd, aEnd, p, start, work);
            assertThat(start).containsExactly(a, within(ALLOWED));
        }
    }

    @Test
    void aBatchIsTheSumOfItsSamples() {
        CodeRequest request = CodeRequest.of(
                Prolong.derive("system model; z' = cos(theta1*z + theta2); backpropagation"),
                "laws",
                "prolong generate");
        GeneratedClass gradients = new GeneratedClass(
                InMemoryCompiler.compile(JavaTarget.generate(request).files()), "laws.ModelGradients");
        double[] p = {0.7, 0.3};
        double[] sum = new double[2];
        double[][] arrays = new double[6][];
        Random random = new Random(SEED);
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = random.doubles(3).toArray();
        }
        for (int k = 0; k < 3; k++) {
            double[] one = new double[2];
            Object[] single = new Object[6];
            for (int i = 0; i < 6; i++) {
                single[i] = new double[] {arrays[i][k]};
            }
            gradients.call(
                    "gradients",
                    1,
                    single[0],
                    single[1],
                    single[2],
                    single[3],
                    single[4],
                    single[5],
                    p,
                    one,
                    new double[4]);
            sum[0] += one[0];
            sum[1] += one[1];
        }
        double[] out = new double[2];
        gradients.call(
                "gradients",
                3,
                arrays[0],
                arrays[1],
                arrays[2],
                arrays[3],
                arrays[4],
                arrays[5],
                p,
                out,
                new double[4]);
        assertThat(out).containsExactly(sum, within(1e-14));
    }

    private static List<ISymbol> dual(List<ISymbol> symbols, Map<ISymbol, ISymbol> adjoints) {
        return symbols.stream().map(adjoints::get).toList();
    }

    private static double[] part(double[] y, List<ISymbol> order, List<ISymbol> symbols) {
        return symbols.stream().mapToDouble(s -> y[order.indexOf(s)]).toArray();
    }

    /** From the end to time 0, by the classical Runge-Kutta method. */
    private static void solve(GeneratedClass model, double[] y, double[] p) {
        double h = -END / STEPS;
        double[][] k = new double[4][y.length];
        for (int step = 0; step < STEPS; step++) {
            double t = END + step * h;
            model.call("rightSide", t, y, p, k[0]);
            model.call("rightSide", t + h / 2, moved(y, k[0], h / 2), p, k[1]);
            model.call("rightSide", t + h / 2, moved(y, k[1], h / 2), p, k[2]);
            model.call("rightSide", t + h, moved(y, k[2], h), p, k[3]);
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
            }
        }
    }

    private static double[] moved(double[] y, double[] k, double h) {
        double[] out = y.clone();
        for (int i = 0; i < y.length; i++) {
            out[i] += h * k[i];
        }
        return out;
    }

    @Test
    void theLawsOfVectorsAreLoops() {
        CodeRequest request = CodeRequest.of(
                Prolong.derive(
                        "system model; states z[1..2]; parameters W[1..2,1..2], b[1..2];"
                                + " z[i]' = tanh(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2; backpropagation; ansatz equivalence"),
                "laws",
                "prolong generate");
        String source = JavaTarget.generate(request).files().stream()
                .filter(f -> f.path().endsWith("ModelGradients.java"))
                .findFirst()
                .orElseThrow()
                .content();
        assertThat(source).contains("out[to + i] = a[at + i]");
    }
}
