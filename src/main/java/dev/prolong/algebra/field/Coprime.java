package dev.prolong.algebra.field;

import dev.prolong.algebra.modular.PrimeField;
import java.util.SplittableRandom;

/**
 * A quick proof that two polynomials have no common factor but a number: for each variable x that both have, their images modulo a prime
 * at values of the other variables keep their degrees in x and are coprime. A common factor with x would have an image of the same degree
 * that divides both.
 *
 * <p>Source: Geddes, Czapor, Labahn, Algorithms for Computer Algebra, section 7.4.
 */
final class Coprime {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private static final long SEED = 77;

    private Coprime() {}

    /** True is a proof; false says nothing. */
    static boolean surely(Polynomial p, Polynomial q) {
        long[] values = null;
        for (int x = 0; x < p.variables(); x++) {
            if (p.degree(x) == 0 || q.degree(x) == 0) {
                continue;
            }
            if (values == null) {
                SplittableRandom random = new SplittableRandom(SEED);
                values = random.longs(p.variables(), 1, FIELD.modulus()).toArray();
            }
            long[] a = p.image(FIELD, values, x);
            long[] b = q.image(FIELD, values, x);
            if (a[a.length - 1] == 0 || b[b.length - 1] == 0 || !areCoprime(a, b)) {
                return false;
            }
        }
        return true;
    }

    /** By Euclid's algorithm; the leading coefficients are not zero, the arrays are changed. */
    private static boolean areCoprime(long[] first, long[] second) {
        long[] a = first;
        int m = a.length - 1;
        long[] b = second;
        int n = b.length - 1;
        while (n > 0) {
            long inverse = FIELD.inverse(b[n]);
            for (; m >= n; m--) {
                long factor = FIELD.negate(FIELD.multiply(a[m], inverse));
                if (factor != 0) {
                    for (int k = 0; k <= n; k++) {
                        a[m - n + k] = FIELD.multiplyAdd(a[m - n + k], factor, b[k]);
                    }
                }
            }
            while (m >= 0 && a[m] == 0) {
                m--;
            }
            if (m < 0) {
                return false;
            }
            long[] rest = a;
            int degree = m;
            a = b;
            m = n;
            b = rest;
            n = degree;
        }
        return true;
    }
}
