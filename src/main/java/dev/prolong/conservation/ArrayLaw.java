package dev.prolong.conservation;

import java.util.List;

/**
 * A law in vectors and matrices, or one entry of it.
 *
 * @param whole the law, {@code u zᵀ + v_W Wᵀ}; a formula of the input language where it has no such form
 * @param at which entry of it is meant, counted from 1; empty for a number
 * @param shape how many rows, or rows and columns, the whole has
 * @param isOfArrays whether a vector or a matrix is in it
 */
public record ArrayLaw(String whole, List<Integer> at, List<Integer> shape, boolean isOfArrays) {
    public ArrayLaw {
        at = List.copyOf(at);
        shape = List.copyOf(shape);
    }

    /** A law without such a form. */
    static ArrayLaw scalar(String formula) {
        return new ArrayLaw(formula, List.of(), List.of(), false);
    }

    /** The entry, {@code (u zᵀ + v_W Wᵀ)[1,2]}. */
    public String text() {
        return at.isEmpty() ? whole : entry(whole, at);
    }

    /** {@code w[1]}, {@code (W v)[1]}. */
    static String entry(String whole, List<Integer> at) {
        String index = "[" + String.join(",", at.stream().map(String::valueOf).toList()) + "]";
        return (whole.indexOf(' ') < 0 ? whole : "(" + whole + ")") + index;
    }
}
