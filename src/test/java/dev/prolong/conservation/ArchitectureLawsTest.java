package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.conservation.RungeKutta.Method;
import dev.prolong.conservation.RungeKutta.VectorField;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The laws of each architecture on numbers from code that knows nothing of prolong, and which of them there are. */
final class ArchitectureLawsTest {
    private static final long SEED = 20261126;
    private static final int LAYERS = 16;

    private static List<ISymbol> variables(DifferentialSystem whole) {
        List<ISymbol> out = new ArrayList<>(whole.jetSpace().base());
        out.addAll(whole.parameters());
        return out;
    }

    /** The values of t, the adjoints, the states and the parameters, in the order of the system. */
    private static double[] point(double t, double[] a, double[] z, double[] p) {
        double[] all = new double[1 + a.length + z.length + p.length];
        all[0] = t;
        System.arraycopy(a, 0, all, 1, a.length);
        System.arraycopy(z, 0, all, 1 + a.length, z.length);
        System.arraycopy(p, 0, all, 1 + a.length + z.length, p.length);
        return all;
    }

    private static double[] random(int n, int stream) {
        return new Random(SEED + stream).doubles(n, -1, 1).toArray();
    }

    /** Through discrete layers: adjoints of the parameters start from zero behind the last. */
    private static List<double[]> layers(Architecture model, double[] p, Method method) {
        VectorField field = model.with(p);
        List<double[]> states = new ArrayList<>(List.of(random(model.states, 1)));
        for (int k = 0; k < LAYERS; k++) {
            states.add(RungeKutta.step(field, k * RungeKutta.STEP, states.get(k), method));
        }
        double[] a = new double[model.states + model.parameters];
        System.arraycopy(random(model.states, 2), 0, a, 0, model.states);
        List<double[]> out = new ArrayList<>(List.of(point(LAYERS * RungeKutta.STEP, a, states.get(LAYERS), p)));
        for (int k = LAYERS - 1; k >= 0; k--) {
            a = RungeKutta.back(field, k * RungeKutta.STEP, states.get(k), a, method);
            out.add(point(k * RungeKutta.STEP, a, states.get(k), p));
        }
        return out;
    }

    /** Along the flow, to about 1e-11 where f is smooth. */
    private static List<double[]> flow(Architecture model, double[] p) {
        VectorField field = model.with(p);
        int adjoints = model.states + model.parameters;
        double[] y = random(adjoints + model.states, 3);
        double h = 0.002;
        List<double[]> out = new ArrayList<>();
        for (int k = 0; k <= 500; k++) {
            double[] a = java.util.Arrays.copyOf(y, adjoints);
            out.add(point(k * h, a, java.util.Arrays.copyOfRange(y, adjoints, y.length), p));
            y = RungeKutta.flow(field, k * h, y, model.states, h);
        }
        return out;
    }

    private static double drift(DifferentialSystem whole, IExpr law, List<double[]> points) {
        DoubleEvaluation value = DoubleEvaluation.of(law, variables(whole));
        double[] values = points.stream().mapToDouble(value::at).toArray();
        double out = 0;
        for (double v : values) {
            out = Math.max(out, Math.abs(v - values[0]));
        }
        return out;
    }

    /** Random ones; in front of a kink biases that keep one unit on and one off near the start. */
    private static double[] weights(Architecture model) {
        double[] out = random(model.parameters, 4);
        if (!model.smooth() && model != Architecture.HOMOGENEOUS) {
            out[4] = 1.5;
            out[5] = -1.5;
        }
        return out;
    }

    /** All are proved, hold along the flow, and with a term left out do not, unless it is one of a unit that is off. */
    @ParameterizedTest
    @EnumSource
    void everyLawHoldsAlongTheFlow(Architecture model) {
        DifferentialSystem whole = Models.of(model.source());
        List<double[]> points = flow(model, weights(model));
        Verification verification = new Verification(whole);
        int sharp = 0;
        List<ConservedQuantity> laws = Models.laws(whole);
        for (ConservedQuantity law : laws) {
            assertThat(verification.quantity(law.expression(), Optional.empty()).verdict())
                    .isInstanceOf(Verdict.Proved.class);
            assertThat(drift(whole, law.expression(), points)).isLessThan(1e-9);
            boolean every = Expr.terms(law.expression()).stream()
                    .allMatch(term -> drift(whole, Expr.minus(law.expression(), term), points) > 1e-5);
            boolean single = Expr.terms(law.expression()).size() == 1;
            sharp += every || single ? 1 : 0;
        }
        assertThat(sharp).isGreaterThanOrEqualTo(model.smooth() ? laws.size() : 1);
    }

    /** Affine laws with T = 0 hold at every layer, the others drift by the error of the method. */
    @ParameterizedTest
    @EnumSource
    void lawsWithoutTimeHoldAtEveryLayer(Architecture model) {
        DifferentialSystem whole = Models.of(model.source());
        List<ConservedQuantity> laws = Models.laws(whole);
        assertThat(laws).anyMatch(law -> law.pairing().orElseThrow().discrete());
        for (Method method : Method.values()) {
            List<double[]> points = layers(model, weights(model), method);
            for (ConservedQuantity law : laws) {
                double drift = drift(whole, law.expression(), points);
                if (law.pairing().orElseThrow().discrete()) {
                    assertThat(drift).as("%s %s", method, law.expression()).isLessThan(1e-13);
                } else if (model.smooth()) {
                    assertThat(drift).isGreaterThan(method == Method.EULER ? 1e-8 : 1e-12);
                }
            }
        }
    }

    /** The law of each architecture that the theory gives, as a combination of those found; two that are none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ONE_NEURON | u - theta1*w | true",
                "ONE_NEURON | u*z - theta1*v - t*u*cos(theta1*z + theta2) | true",
                "ONE_NEURON | u*z - theta1*v | false",
                "ONE_LAYER | adj_z[1] - sum(k in 1..3, W[k,1]*adj_b[k]) | true",
                "ONE_LAYER | adj_z[1] - sum(k in 1..3, W[1,k]*adj_b[k]) | false",
                "GATED | adj_z[2] - sum(k in 1..2, Wg[k,2]*adj_bg[k] + W[k,2]*adj_b[k]) | true",
                "GLU | sum(j in 1..2, adj_W2[1,j]*W2[1,j] - adj_W3[j,1]*W3[j,1]) + adj_b2[1]*b2[1] | true",
                "GLU | sum(j in 1..2, adj_W1[1,j]*W1[1,j] - adj_W3[j,1]*W3[j,1]) + adj_b1[1]*b1[1] | false",
                "LEAKY | adj_z[1] - sum(k in 1..2, W[k,1]*adj_b[k]) + k*adj_c[1] | true",
                "LEAKY | adj_z[1]*z[2] + sum(k in 1..2, adj_A[1,k]*A[2,k] - W[k,1]*adj_W[k,2]) + adj_c[1]*c[2] | true",
                "ATTENTION | adj_Q[1,1]*Q[1,1] + adj_Q[1,2]*Q[1,2] + adj_bq[1]*bq[1] - K[1,1]*adj_K[1,1] - K[1,2]*adj_K[1,2] - bk[1]*adj_bk[1] | true",
                "ATTENTION | adj_V[1,1]*V[1,1] + adj_V[1,2]*V[1,2] + adj_bv[1]*bv[1] - O[1,1]*adj_O[1,1] - O[2,1]*adj_O[2,1] | true",
                "BATCH | sum(i in 1..3, adj_z[i]) - theta1*adj_theta2 | true",
                "BATCH | sum(i in 1..3, adj_z[i]*z[i] - t*adj_z[i]*tanh(theta1*z[i] + theta2)) - theta1*adj_theta1 | true",
                "BATCH | adj_z[2]*tanh(theta1*z[2] + theta2) | true",
                "BATCH | adj_z[2] - theta1*adj_theta2 | false",
                "RELU | sum(j in 1..2, adj_W1[2,j]*W1[2,j] - adj_W2[j,2]*W2[j,2]) + adj_b1[2]*b1[2] | true",
                "LEAKY_RELU | sum(j in 1..2, adj_W1[2,j]*W1[2,j] - adj_W2[j,2]*W2[j,2]) + adj_b1[2]*b1[2] | true",
                "RELU_SQUARED | sum(j in 1..2, adj_W1[2,j]*W1[2,j] - 2*adj_W2[j,2]*W2[j,2]) + adj_b1[2]*b1[2] | true",
                "RELU_SQUARED | sum(j in 1..2, adj_W1[2,j]*W1[2,j] - adj_W2[j,2]*W2[j,2]) + adj_b1[2]*b1[2] | false",
                "WEIGHTS_IN_TIME | adj_z[1] - sum(k in 1..2, P[k,1]*adj_p[k] + Q[k,1]*adj_q[k]) | true",
                "WEIGHTS_IN_TIME | adj_z[1]*z[2] + sum(k in 1..2, adj_A[1,k]*A[2,k] + adj_B[1,k]*B[2,k] - P[k,1]*adj_P[k,2] - Q[k,1]*adj_Q[k,2]) + adj_a[1]*a[2] + adj_b[1]*b[2] | true",
                "WEIGHTS_IN_TIME | adj_z[1] - sum(k in 1..2, P[k,1]*adj_p[k]) | false",
                "WEIGHTS_ON_A_BASIS | adj_z[2] - sum(k in 1..2, P[k,2]*adj_p[k] + Q[k,2]*adj_q[k]) | true",
            })
    void theLawIsAmongTheCombinationsFound(Architecture model, String law, boolean found) {
        DifferentialSystem whole = Models.of(model.source());
        assertThat(isCombination(whole, Read.expression(law, whole))).isEqualTo(found);
    }

    /** Whether the law is a linear combination of those found, from its values at random points. */
    private static boolean isCombination(DifferentialSystem whole, IExpr law) {
        List<IExpr> all = new ArrayList<>();
        Models.laws(whole).forEach(q -> all.add(q.expression()));
        all.add(law);
        List<ISymbol> variables = variables(whole);
        List<double[]> columns = new ArrayList<>(Collections.nCopies(all.size(), new double[0]));
        int points = all.size() + 5;
        for (int c = 0; c < all.size(); c++) {
            DoubleEvaluation value = DoubleEvaluation.of(all.get(c), variables);
            double[] column = new double[points];
            for (int i = 0; i < points; i++) {
                column[i] = value.at(random(variables.size(), 100 + i));
            }
            // Gram–Schmidt, twice
            for (int pass = 0; pass < 2; pass++) {
                for (double[] before : columns.subList(0, c)) {
                    column = RungeKutta.plus(column, -dot(before, column), before);
                }
            }
            double norm = Math.sqrt(dot(column, column));
            if (c == all.size() - 1) {
                return norm < 1e-10;
            }
            columns.set(c, RungeKutta.plus(new double[points], 1 / norm, column));
        }
        throw new AssertionError("no law");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void degreesOfHomogeneity() {
        for (int q = 1; q <= 3; q++) {
            // u·z − (1−q) t u·f
            DifferentialSystem whole =
                    Models.of("states x, y; x' = x^%1$d + 2*x^%2$d*y; y' = y^%1$d".formatted(q, q - 1));
            IExpr law = Read.expression(
                    "adj_x*x + adj_y*y - (1 - %1$d)*t*(adj_x*(x^%1$d + 2*x^%2$d*y) + adj_y*y^%1$d)".formatted(q, q - 1),
                    whole);
            assertThat(isCombination(whole, law)).isTrue();
        }
    }
}
