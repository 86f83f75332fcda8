package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;

/** Reads number literals exactly: {@code 0.1} is 1/10, {@code 2.5e-4} is 1/4000. */
final class Numbers {

    private Numbers() {}

    /** The number; absurdly long ones, and absurd exponents, are reported and read as 1. */
    static Expression.Numeral read(String text, Span span, Diagnostics diagnostics) {
        int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
        int mantissa = exponentAt < 0 ? text.length() : exponentAt;
        boolean readable = mantissa <= Limits.DIGITS && (exponentAt < 0 || withinRange(text.substring(exponentAt + 1)));
        if (!readable) {
            diagnostics.report(DiagnosticKind.NUMBER_TOO_LONG, span, text, Integer.toString(Limits.DIGITS));
            return new Expression.Numeral(BigInteger.ONE, BigInteger.ONE, span);
        }
        BigDecimal value = new BigDecimal(text);
        BigInteger unscaled = value.unscaledValue();
        if (value.scale() <= 0) {
            return new Expression.Numeral(unscaled.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE, span);
        }
        BigInteger scale = BigInteger.TEN.pow(value.scale());
        BigInteger common = unscaled.gcd(scale);
        return new Expression.Numeral(unscaled.divide(common), scale.divide(common), span);
    }

    private static boolean withinRange(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() <= 4 && (digits.isEmpty() || Integer.parseInt(digits) <= Limits.DIGITS);
    }

    /** The value of a number that counts something: a whole number that fits an {@code int}. */
    static OptionalInt count(Expression.Numeral number) {
        return number.denominator().equals(BigInteger.ONE) && number.numerator().bitLength() < Integer.SIZE
                ? OptionalInt.of(number.numerator().intValueExact())
                : OptionalInt.empty();
    }
}
