package dev.prolong.algebra.linear;

import dev.prolong.algebra.modular.PrimeField;

/** Determinants of matrices of residues modulo {@link PrimeField#FIRST}. */
public final class ModularDeterminant {
    private static final PrimeField FIELD = PrimeField.FIRST;

    private ModularDeterminant() {}

    /** The determinant of a square matrix, by Gauss's elimination; the arrays are changed. */
    public static long of(long[][] m) {
        long det = 1;
        for (int k = 0; k < m.length; k++) {
            int pivot = k;
            while (pivot < m.length && m[pivot][k] == 0) {
                pivot++;
            }
            if (pivot == m.length) {
                return 0;
            }
            if (pivot != k) {
                long[] row = m[pivot];
                m[pivot] = m[k];
                m[k] = row;
                det = FIELD.negate(det);
            }
            det = FIELD.multiply(det, m[k][k]);
            long inverse = FIELD.inverse(m[k][k]);
            for (int i = k + 1; i < m.length; i++) {
                long factor = FIELD.negate(FIELD.multiply(m[i][k], inverse));
                for (int j = k; j < m.length && factor != 0; j++) {
                    m[i][j] = FIELD.multiplyAdd(m[i][j], factor, m[k][j]);
                }
            }
        }
        return det;
    }
}
