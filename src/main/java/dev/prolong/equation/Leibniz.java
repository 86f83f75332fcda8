package dev.prolong.equation;

import dev.prolong.source.Span;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A quotient that may be a derivative: {@code dz/dt} as neighbouring factors of a product.
 *
 * @param index of the factor {@code dz} in its product
 */
record Leibniz(int index, Name numerator, Name denominator) {

    /** All such quotients in a product, from left to right. */
    static List<Leibniz> in(Expression.Product product) {
        List<Leibniz> found = new ArrayList<>();
        for (int i = 0; i + 1 < product.factors().size(); i++) {
            at(product, i).ifPresent(found::add);
        }
        return found;
    }

    /** The quotient that begins at a factor, if there is one. */
    static Optional<Leibniz> at(Expression.Product product, int index) {
        List<Expression.Factor> factors = product.factors();
        boolean fits = index + 1 < factors.size()
                && !factors.get(index).inverse()
                && factors.get(index + 1).inverse()
                && isDifferential(factors.get(index).value())
                && isDifferential(factors.get(index + 1).value());
        return fits
                ? Optional.of(new Leibniz(index, (Name) factors.get(index).value(), (Name)
                        factors.get(index + 1).value()))
                : Optional.empty();
    }

    private static boolean isDifferential(Expression e) {
        return e instanceof Name name && name.text().length() > 1 && name.text().charAt(0) == 'd';
    }

    String above() {
        return numerator.text();
    }

    String below() {
        return denominator.text();
    }

    /** The {@code z} of {@code dz/dt}. */
    Name state() {
        return new Name(above().substring(1), numerator.span());
    }

    /** The {@code t} of {@code dz/dt}. */
    Name variable() {
        return new Name(below().substring(1), denominator.span());
    }

    Span span() {
        return numerator.span().cover(denominator.span());
    }
}
