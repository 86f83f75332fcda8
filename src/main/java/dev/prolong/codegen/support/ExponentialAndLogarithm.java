package dev.prolong.codegen.support;

/**
 * The exponential function and the logarithm from short tables, and their relatives near 0, faster than the JDK's: within 1 unit in the
 * last place, {@code expm1} within 2.
 *
 * <p>Source: Tang, Table-driven implementation of the exponential function (logarithm function) in IEEE floating-point arithmetic, ACM
 * Transactions on Mathematical Software 15 (1989) and 16 (1990).
 */
final class ExponentialAndLogarithm {
    /** {@code 2^(i/128)} and the relative error of that number, for each i in turn. */
    static final double[] POWERS_OF_TWO = powersOfTwo();

    /** A point c for each of 128 parts of [0.6875, 1.375), {@code 1/c}, and {@code log(c)} as a number of 42 bits after the point and a rest. */
    static final double[] LOGARITHMS = logarithms();

    private ExponentialAndLogarithm() {}

    /** {@code e^x}. */
    static double exp(double x) {
        if (!(Math.abs(x) < 700.0)) {
            return Math.exp(x);
        }
        double k = Math.rint(x * 184.6649652337873);
        double power = powerOfTwo((int) k);
        return power + power * expm1NearZero(x, k);
    }

    /** {@code e^x - 1}. */
    static double expm1(double x) {
        if (!(Math.abs(x) < 700.0)) {
            return Math.expm1(x);
        }
        double k = Math.rint(x * 184.6649652337873);
        double power = powerOfTwo((int) k);
        return (power - 1.0) + power * expm1NearZero(x, k);
    }

    /** {@code 2^(n/128)}, rounded. */
    static double powerOfTwo(int n) {
        long bits = Double.doubleToRawLongBits(POWERS_OF_TWO[(n & 127) << 1]);
        return Double.longBitsToDouble(bits + ((long) (n >> 7) << 52));
    }

    /** {@code e^x/p - 1} where p is {@code 2^(k/128)}, rounded: of r = x - k log(2)/128, at most 0.0028, six terms of the series. */
    static double expm1NearZero(double x, double k) {
        double r = x - k * 0.005415212348111709 - k * 1.2864023111638346E-14;
        double z = r * r;
        double high = 0.041666666666666664 + r * 0.008333333333333333 + z * 0.001388888888888889;
        return POWERS_OF_TWO[((int) k & 127) << 1 | 1] + r + z * (0.5 + r * 0.16666666666666666 + z * high);
    }

    /** {@code log(x)}; NaN for negative numbers. */
    static double log(double x) {
        return logPlus(x, 0.0);
    }

    /** {@code log(1 + x)}: what was lost in rounding {@code 1 + x} is added to the logarithm, divided by that sum. */
    static double log1p(double x) {
        double u = 1.0 + x;
        return logPlus(u, (x - (u - 1.0)) / u);
    }

    /** {@code log(x) + d} for a small d: with x = 2^k z and r = z/c - 1, {@code k log(2) + log(c) + log(1 + r)}. */
    static double logPlus(double x, double d) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return Math.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - 0x3fe6000000000000L;
        double k = (int) (above >> 52);
        double z = Double.longBitsToDouble(bits - (above & 0xfff0000000000000L));
        int at = (int) (above >>> 43) & 508;
        double r = (z - LOGARITHMS[at]) * LOGARITHMS[at + 1];
        double main = k * 0.6931471805598903 + LOGARITHMS[at + 2];
        double sum = main + r;
        double rest = (main - sum) + r + (k * 5.497923018708371E-14 + LOGARITHMS[at + 3]) + d;
        double q = r * r;
        double high = -0.16666666666666666 + r * 0.14285714285714285 - q * 0.125;
        return sum + (rest + q * (-0.5 + r * 0.3333333333333333 + q * (-0.25 + r * 0.2 + q * high)));
    }

    /** Powers of the 128th root of 2, each a number and the rest of it. */
    static double[] powersOfTwo() {
        double root = 1.0054299011128027;
        double rootRest = 9.499186535455032E-17;
        double[] out = new double[256];
        double power = 1.0;
        double rest = 0.0;
        for (int i = 0; i < 256; i += 2) {
            out[i] = power;
            out[i + 1] = rest / power;
            double product = power * root;
            double lost = Math.fma(power, root, -product) + (power * rootRest + rest * root);
            power = product + lost;
            rest = product - power + lost;
        }
        return out;
    }

    /** {@code log(c) = 2 (y + y^3/3 + y^5/5 + ...)} with {@code y = (c - 1)/(c + 1)}, of which the first 30 bits are taken apart. */
    static double[] logarithms() {
        double[] out = new double[512];
        for (int i = 0; i < 128; i++) {
            double centre = Double.longBitsToDouble(0x3fe6000000000000L + ((2L * i + 1L) << 44));
            // beside 1 the logarithm is small: there it must not be a difference
            double c = Math.abs(centre - 1.0) < 0.005 ? 1.0 : centre;
            double y = (c - 1.0) / (c + 1.0);
            double series = 0.0;
            for (int n = 25; n > 1; n -= 2) {
                series = y * y * (1.0 / n + series);
            }
            double high = Math.rint(y * 0x1p30) * 0x1p-30;
            double tail = 2.0 * ((c - 1.0 - high * (c + 1.0)) / (c + 1.0) + y * series);
            double main = Math.rint((2.0 * high + tail) * 0x1p42) * 0x1p-42;
            out[4 * i] = c;
            out[4 * i + 1] = 1.0 / c;
            out[4 * i + 2] = main;
            out[4 * i + 3] = 2.0 * high - main + tail;
        }
        return out;
    }
}
