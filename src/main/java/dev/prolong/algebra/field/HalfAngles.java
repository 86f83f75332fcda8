package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Harmonics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Rational functions of a half-angle tangent τ as polynomials in the sine and cosine of the angle, where their denominator is {@code (1 +
 * τ²)^k}: {@code 1/(1 + τ²) = (1 + cos)/2, τ/(1 + τ²) = sin/2, τ²/(1 + τ²) = (1 − cos)/2}.
 */
public final class HalfAngles {
    private HalfAngles() {}

    /** The same function, each term without its tangent where that can be. */
    public static IExpr away(IExpr e, Collection<Assumption> assumptions) {
        return Expr.plus(Expr.terms(e).stream()
                .map(term -> inTerm(term, assumptions).orElse(term))
                .toList());
    }

    private static Optional<IExpr> inTerm(IExpr e, Collection<Assumption> assumptions) {
        Set<IExpr> tangents = Expr.subtrees(e, s -> s.isAST(Elementary.TAN.head()));
        if (tangents.size() != 1) {
            return Optional.empty();
        }
        IExpr tangent = tangents.iterator().next();
        ISymbol tau = Expr.symbol("tau$");
        try {
            IExpr rational = Expr.substitute(e, tangent, tau);
            DifferentialField field = DifferentialField.of(List.of(rational), Set.of(), assumptions);
            FieldElement element = field.element(rational);
            return polynomial(field, element, tau, Expr.arguments(tangent).get(0));
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    private static Optional<IExpr> polynomial(DifferentialField field, FieldElement e, ISymbol tau, IExpr half) {
        List<FieldElement> below = field.coefficients(field.denominator(e), tau);
        List<FieldElement> above = field.coefficients(field.numerator(e), tau);
        int k = below.size() / 2;
        FieldElement leading = below.get(below.size() - 1);
        FieldElement square = field.add(field.integer(1), field.power(field.element(tau), 2));
        FieldElement expected = field.multiply(leading, field.power(square, k));
        boolean lawful = k > 0
                && above.size() <= 2 * k + 1
                && above.stream().noneMatch(c -> field.involves(c, tau))
                && field.subtract(field.denominator(e), expected).isZero();
        if (!lawful) {
            return Optional.empty();
        }
        IExpr angle = Expr.times(Expr.TWO, half);
        IExpr sine = Expr.times(Expr.HALF, Expr.apply(Elementary.SIN, angle));
        IExpr cosine = Expr.times(Expr.HALF, Expr.apply(Elementary.COS, angle));
        List<IExpr> terms = new ArrayList<>();
        for (int j = 0; j < above.size(); j++) {
            terms.add(Expr.times(
                    field.tree(field.divide(above.get(j), leading)),
                    Expr.power(Expr.minus(Expr.HALF, cosine), j / 2),
                    Expr.power(sine, j % 2),
                    Expr.power(Expr.plus(Expr.HALF, cosine), k - j / 2 - j % 2)));
        }
        IExpr sum = Expr.plus(terms);
        return Optional.of(Harmonics.of(sum).orElse(sum));
    }
}
