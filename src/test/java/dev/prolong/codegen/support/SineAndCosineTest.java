package dev.prolong.codegen.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sine and cosine that share their work, against those of FDLIBM, at ordinary angles and beside multiples of π/2. */
final class SineAndCosineTest {
    private static final long SEED = 11;
    private static final double UNITS = 3;

    private static void check(double x) {
        double sine = StrictMath.sin(x);
        double cosine = StrictMath.cos(x);
        assertThat(Math.abs(SineAndCosine.sinShared(x) - sine))
                .as("sin " + x)
                .isLessThanOrEqualTo(UNITS * Math.ulp(sine));
        assertThat(Math.abs(SineAndCosine.cosShared(x) - cosine))
                .as("cos " + x)
                .isLessThanOrEqualTo(UNITS * Math.ulp(cosine));
    }

    @Test
    void areThoseOfFdlibm() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double size = Math.pow(10, random.nextInt(13) - 6);
            check((2 * random.nextDouble() - 1) * size);
            double nearest = random.nextInt(1_200_000) * (Math.PI / 2);
            check(Math.nextUp(nearest));
            check(-nearest);
        }
        for (double x : new double[] {0, -0.0, Double.MIN_VALUE, 999_999.9, 1e6, 1e15, -1e300}) {
            check(x);
        }
    }

    @Test
    void haveNoValueAtInfinity() {
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(SineAndCosine.sinShared(x)).isNaN();
            assertThat(SineAndCosine.cosShared(x)).isNaN();
        }
    }
}
