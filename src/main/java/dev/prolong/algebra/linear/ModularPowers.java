package dev.prolong.algebra.linear;

import dev.prolong.algebra.modular.PrimeField;

/**
 * Powers in the ring of polynomials in one variable modulo one of them and modulo {@link PrimeField#FIRST}; coefficients from the constant
 * term on.
 */
public final class ModularPowers {
    private static final PrimeField FIELD = PrimeField.FIRST;

    private final long[] modulus;
    private final int degree;

    /** Modulo a polynomial with leading coefficient 1, of degree one at least. */
    public ModularPowers(long[] monic) {
        this.modulus = monic.clone();
        this.degree = monic.length - 1;
    }

    /** {@code base^exponent}, by repeated squaring; the base has fewer coefficients than the modulus. */
    public long[] power(long[] base, long exponent) {
        long[] out = base;
        for (int bit = 62 - Long.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            out = product(out, out);
            out = (exponent >> bit & 1) == 1 ? product(out, base) : out;
        }
        return out;
    }

    private long[] product(long[] a, long[] b) {
        long[] all = new long[Math.max(degree, a.length + b.length - 1)];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length && a[i] != 0; j++) {
                all[i + j] = FIELD.multiplyAdd(all[i + j], a[i], b[j]);
            }
        }
        for (int k = all.length - 1; k >= degree; k--) {
            long factor = FIELD.negate(all[k]);
            for (int j = 0; j < degree && factor != 0; j++) {
                all[k - degree + j] = FIELD.multiplyAdd(all[k - degree + j], factor, modulus[j]);
            }
        }
        return java.util.Arrays.copyOf(all, degree);
    }
}
