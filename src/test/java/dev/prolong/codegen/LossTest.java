package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated loss, its penalties in every meaning, and their gradients against finite differences. */
final class LossTest {
    private static final long SEED = 5;
    private static final int TRAJECTORIES = 3;
    private static final int POINTS = 6;
    private static final DerivationResult COSINE =
            Prolong.derive("system cosine; states z; z' = cos(theta1*z + theta2)");
    private static final ClassLoader LOADER = InMemoryCompiler.compile(
            JavaTarget.generate(COSINE, "loss", "prolong generate").files());
    private static final GeneratedClass LOSS = new GeneratedClass(LOADER, "loss.CosineLoss");

    private final double[] t = new double[TRAJECTORIES * POINTS];
    private final double[] x = new double[TRAJECTORIES * POINTS];
    private final double[] xDot = new double[TRAJECTORIES * POINTS];
    private final double[] data = new double[TRAJECTORIES * POINTS];
    private final double[] p = {0.8, 0.3};
    private final double[] work = new double[(int) LOSS.call("workspace", POINTS)];

    LossTest() {
        Random random = new Random(SEED);
        for (int b = 0; b < TRAJECTORIES; b++) {
            for (int k = 0; k < POINTS; k++) {
                int i = b * POINTS + k;
                t[i] = 0.3 * k;
                x[i] = -1.0 + 0.4 * b + 0.1 * k + 0.1 * random.nextDouble();
                xDot[i] = 0.5 + 0.4 * random.nextDouble();
                data[i] = x[i] + 0.1 * random.nextGaussian();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"RATE, false", "RATE, true", "DRIFT, false", "DRIFT, true", "SPREAD, false", "SPREAD, true"})
    void gradientsAreThoseOfTheLoss(String meaning, boolean normalised) {
        double[] gradX = new double[x.length];
        double[] gradXDot = new double[x.length];
        double[] gradP = new double[p.length];
        double value = loss(meaning, normalised, gradX, gradXDot, gradP);
        assertThat(value).isPositive();
        double[] none = {};
        DoubleSupplier f = () -> loss(meaning, normalised, none, none, none);
        for (int i = 0; i < x.length; i++) {
            assertThat(gradX[i]).isCloseTo(quotient(x, i, f), within(1e-6));
            assertThat(gradXDot[i]).isCloseTo(quotient(xDot, i, f), within(1e-6));
        }
        for (int i = 0; i < p.length; i++) {
            assertThat(gradP[i]).isCloseTo(quotient(p, i, f), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theSpreadHasAGradientInItsSamples(boolean normalised) {
        double[] none = {};
        double[] gradX = new double[x.length];
        spread(normalised, gradX, none);
        for (int i = 0; i < x.length; i++) {
            assertThat(gradX[i]).isCloseTo(quotient(x, i, () -> spread(normalised, none, none)), within(1e-6));
        }
    }

    private double spread(boolean normalised, double[] gradX, double[] gradP) {
        return LOSS.number("spread", 0, normalised, TRAJECTORIES, POINTS, t, x, p, 1.0, gradX, gradP, work);
    }

    private double loss(String meaning, boolean normalised, double[] gradX, double[] gradXDot, double[] gradP) {
        return LOSS.number(
                "loss",
                LOSS.constant(meaning),
                normalised,
                new double[] {0.7},
                TRAJECTORIES,
                POINTS,
                t,
                x,
                xDot,
                data,
                p,
                gradX,
                gradXDot,
                gradP,
                work);
    }

    private static double quotient(double[] array, int i, DoubleSupplier f) {
        double h = 1e-5;
        double kept = array[i];
        array[i] = kept + h;
        double above = f.getAsDouble();
        array[i] = kept - h;
        double below = f.getAsDouble();
        array[i] = kept;
        return (above - below) / (2 * h);
    }

    @Test
    void exactSolutionsHaveNoSpreadAndNoRate() {
        GeneratedClass model = new GeneratedClass(LOADER, "loss.CosineModel");
        double[] z = {0.2};
        double[] k = new double[1];
        for (int i = 0; i < POINTS; i++) {
            x[i] = z[0];
            for (int step = 0; step < 300; step++) {
                double z0 = z[0];
                model.call("rightSide", 0.0, z, p, k);
                z[0] = z0 + 0.0005 * k[0];
                model.call("rightSide", 0.0, z, p, k);
                z[0] = z0 + 0.001 * k[0];
            }
            model.call("rightSide", 0.0, new double[] {x[i]}, p, k);
            xDot[i] = k[0];
        }
        double[] none = {};
        assertThat(LOSS.number("spread", 0, false, 1, POINTS, t, x, p, 1.0, none, none, work))
                .isLessThan(1e-12);
        assertThat(LOSS.number("drift", 0, true, 1, POINTS, t, x, p, 1.0, none, none, work))
                .isLessThan(1e-12);
        assertThat(LOSS.number("rate", 0, false, POINTS, t, x, xDot, p, 1.0, none, none, none, work))
                .isLessThan(1e-28);
    }

    @Test
    void equilibriaDoNotMakeTheNormalisedSpreadInfinite() {
        x[2] = (Math.PI / 2 - p[1]) / p[0];
        x[3] = x[2] + 1e-12;
        double[] gradP = new double[2];
        double[] none = {};
        assertThat(spread(true, none, gradP)).isFinite();
        assertThat(gradP[0]).isFinite();
        assertThat(gradP[1]).isFinite();
    }

    @Test
    void projectionEndsOnTheLevelSet() {
        GeneratedClass quantity = new GeneratedClass(LOADER, "loss.CosineI1");
        double[] out = new double[1];
        double left = quantity.number("project", 0.5, new double[] {0.9}, p, 0.25, out, new double[4]);
        assertThat(left).isCloseTo(0, within(1e-14));
        assertThat(quantity.number("value", 0.5, out, p)).isCloseTo(0.25, within(1e-14));
    }

    @Test
    void batchesGiveTheSameNumbers() {
        GeneratedClass quantity = new GeneratedClass(LOADER, "loss.CosineI1");
        double[] out = new double[x.length];
        double[] again = new double[x.length];
        double[] gradients = new double[4 * x.length];
        quantity.call("values", x.length, t, x, p, out);
        quantity.call("valuesAndGradients", x.length, t, x, p, again, gradients);
        double[] gradient = new double[4];
        for (int i = 0; i < x.length; i++) {
            double[] state = {x[i]};
            assertThat(out[i]).isEqualTo(quantity.number("value", t[i], state, p));
            assertThat(again[i]).isEqualTo(quantity.number("valueAndGradient", t[i], state, 0, p, gradient, 0));
            for (int j = 0; j < 4; j++) {
                assertThat(gradients[4 * i + j]).isEqualTo(gradient[j]);
            }
        }
    }
}
