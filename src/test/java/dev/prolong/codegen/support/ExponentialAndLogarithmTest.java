package dev.prolong.codegen.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Exponentials and logarithms from tables against those of FDLIBM: everywhere, beside the ends of the tables' parts, at the ends of the range. */
final class ExponentialAndLogarithmTest {
    private static final long SEED = 12;
    private static final int TRIES = 50_000;
    /** In the last place; those of FDLIBM are within 1. */
    private static final double UNITS = 2;

    private static void check(
            String name, DoubleUnaryOperator function, DoubleUnaryOperator reference, double x, double units) {
        double expected = reference.applyAsDouble(x);
        double value = function.applyAsDouble(x);
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(Double.valueOf(value)).as(name + " " + x).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(Math.abs(value - expected)).as(name + " " + x).isLessThanOrEqualTo(units * Math.ulp(expected));
        }
    }

    private static void checkExponentials(double x) {
        check("exp", ExponentialAndLogarithm::exp, StrictMath::exp, x, UNITS);
        check("expm1", ExponentialAndLogarithm::expm1, StrictMath::expm1, x, UNITS + 1);
    }

    private static void checkLogarithms(double x) {
        check("log", ExponentialAndLogarithm::log, StrictMath::log, x, UNITS);
        check("log1p", ExponentialAndLogarithm::log1p, StrictMath::log1p, x, UNITS);
    }

    @Test
    void exponentials() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            double sign = random.nextBoolean() ? 1 : -1;
            checkExponentials(sign * Math.pow(10, 4 * random.nextDouble() - 1));
            checkExponentials(sign * Math.pow(10, -20 * random.nextDouble()));
            double between = (random.nextInt(250_000) - 125_000 + 0.5) * Math.log(2) / 128;
            checkExponentials(Math.nextUp(between));
            checkExponentials(between);
        }
    }

    @Test
    void logarithms() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            double sign = random.nextBoolean() ? 1 : -1;
            checkLogarithms(Math.pow(10, 600 * random.nextDouble() - 300));
            checkLogarithms(3 * random.nextDouble());
            checkLogarithms(1 + sign * Math.pow(10, -17 * random.nextDouble()));
            checkLogarithms(sign * Math.pow(10, -20 * random.nextDouble()));
            double between = Double.longBitsToDouble((0x3fc0L << 48) + ((long) random.nextInt(2000) << 45));
            checkLogarithms(between);
            checkLogarithms(Math.nextDown(between));
        }
    }

    @Test
    void endsOfTheRange() {
        double[] ends = {
            0,
            -0.0,
            1,
            -1,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            699.999,
            -699.999,
            700,
            -700,
            709.7,
            710,
            -745,
            -746,
            1e16,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (double x : ends) {
            checkExponentials(x);
            checkLogarithms(x);
        }
    }
}
