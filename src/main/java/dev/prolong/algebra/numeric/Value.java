package dev.prolong.algebra.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What an expression is worth at a point. */
public sealed interface Value {
    /**
     * A real value.
     *
     * @param value the value found
     * @param error a bound of its error
     * @param scale the size of the largest terms that add up to it
     */
    record Real(BigDecimal value, double error, double scale) implements Value {
        /** Whether it is surely not zero. */
        public boolean isNonZero() {
            return value.abs().compareTo(new BigDecimal(error)) > 0;
        }

        /** Whether it is zero to this many digits, counted from the largest terms that cancel. */
        public boolean vanishes(int digits) {
            return value.abs().doubleValue() + error <= Math.pow(10, -digits) * scale;
        }

        /** Significant digits of the value that are sure; 0 where its sign is not; the largest integer where it is exact. */
        public int digits() {
            if (!isNonZero()) {
                return 0;
            }
            int top = value.precision() - value.scale();
            return error == 0 ? Integer.MAX_VALUE : Math.max(1, top - (int) Math.ceil(Math.log10(error)) - 1);
        }

        /** The sure digits of the value, at most this many. */
        public BigDecimal rounded(int digits) {
            return value.round(new MathContext(Math.max(1, Math.min(digits, digits())), RoundingMode.HALF_EVEN));
        }
    }

    /** No value: not real there, or not to be had with the digits allowed. */
    record Undefined(Status reason) implements Value {}
}
