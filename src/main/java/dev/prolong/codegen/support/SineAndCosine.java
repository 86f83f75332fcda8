package dev.prolong.codegen.support;

/**
 * Sine and cosine of one angle: each is computed by the same reduction and the same two polynomials, so that once a compiler has put both in
 * line it computes them once for both. Within 2 units in the last place.
 *
 * <p>Source: Cody and Waite, Software Manual for the Elementary Functions (1980), chapter 8; the coefficients are those of FDLIBM (Sun
 * Microsystems, 1993), {@code k_sin.c}, {@code k_cos.c} and {@code e_rem_pio2.c}.
 */
final class SineAndCosine {
    private SineAndCosine() {}

    /** {@code sin(x)}, where {@code cosShared(x)} is needed too. */
    static double sinShared(double x) {
        if (!(Math.abs(x) < 1.0e6)) {
            return Math.sin(x);
        }
        double k = Math.rint(x * 0.6366197723675814);
        double r = lessQuarterTurns(x, k);
        int n = (int) k;
        double y = (n & 1) == 0 ? sinNearZero(r) : cosNearZero(r);
        return (n & 2) == 0 ? y : -y;
    }

    /** {@code cos(x)}, where {@code sinShared(x)} is needed too. */
    static double cosShared(double x) {
        if (!(Math.abs(x) < 1.0e6)) {
            return Math.cos(x);
        }
        double k = Math.rint(x * 0.6366197723675814);
        double r = lessQuarterTurns(x, k);
        int n = (int) k;
        double y = (n & 1) == 0 ? cosNearZero(r) : sinNearZero(r);
        return (n + 1 & 2) == 0 ? y : -y;
    }

    /** {@code x - k pi/2}, with pi/2 in three parts, of which the first two have products with k that are exact. */
    static double lessQuarterTurns(double x, double k) {
        double r = x - k * 1.5707963267341256 - k * 6.077100506303966E-11;
        return r - k * 2.0222662487959506E-21;
    }

    /** {@code sin(r)} for {@code |r| <= pi/4}. */
    static double sinNearZero(double r) {
        double z = r * r;
        double high = 2.7557313707070068E-6 + z * (-2.5050760253406863E-8 + z * 1.58969099521155E-10);
        double low = 0.00833333333332249 + z * (-1.984126982985795E-4 + z * high);
        return r + r * z * (-0.16666666666666632 + z * low);
    }

    /** {@code cos(r)} for {@code |r| <= pi/4}. */
    static double cosNearZero(double r) {
        double z = r * r;
        double high = -2.7557314351390663E-7 + z * (2.087572321298175E-9 + z * -1.1359647557788195E-11);
        double rest = z * (0.0416666666666666 + z * (-0.001388888888887411 + z * (2.480158728947673E-5 + z * high)));
        double half = 0.5 * z;
        double main = 1.0 - half;
        return main + ((1.0 - main - half) + z * rest);
    }
}
