package dev.prolong.algebra.linear;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;

/**
 * The characteristic polynomial {@code det(λ − M) = λ^n + c_1 λ^(n−1) + … + c_n} and the adjugate {@code adj(λ − M) = B_0 λ^(n−1) + … + B_(n−1)}
 * of a matrix, one coefficient after the other: {@code B_0 = 1, c_k = −tr(M B_(k−1))/k, B_k = M B_(k−1) + c_k}.
 *
 * <p>Source: Gantmacher, The Theory of Matrices, vol. 1, ch. 4, section 5.
 */
public final class FaddeevLeVerrier {
    private final DifferentialField field;
    private final SquareMatrix matrix;
    private SquareMatrix adjugate;
    private int k;

    public FaddeevLeVerrier(SquareMatrix matrix) {
        this.field = matrix.field();
        this.matrix = matrix;
        this.adjugate = SquareMatrix.identity(field, matrix.size());
    }

    /** {@code B_k}, k being how often {@link #next} was called. */
    public SquareMatrix adjugate() {
        return adjugate;
    }

    /** {@code c_k} for the next k, from 1 to n. */
    public FieldElement next() {
        k++;
        SquareMatrix product = matrix.times(adjugate);
        FieldElement c = field.negate(field.divide(product.trace(), field.integer(k)));
        adjugate = product.plus(c);
        return c;
    }
}
