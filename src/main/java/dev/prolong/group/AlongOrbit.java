package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A coordinate with {@code dy/dε = a(x) y + b(x)} where {@code dx/dε = ξ(x)} has been solved: with x in place of ε it is {@code dy/dx = (a y
 * + b)/ξ}, so {@code ȳ = E(x̄) (y/E(x) + B(x̄) − B(x))} for {@code E = e^{∫ a/ξ}, B = ∫ b/(ξ E)}.
 *
 * <p>It starts at y where x̄ starts at x, since {@code E(x̄)/E(x)} is then 1, and positive as long as the flow lasts.
 *
 * @param x the coordinate that was solved for
 * @param speed ξ
 * @param image x̄
 */
record AlongOrbit(ISymbol x, IExpr speed, Image image, List<Assumption> assumptions) {
    /** The image of y; proved where x̄ is and algebra decides that E and B are antiderivatives. */
    Optional<Image> of(ISymbol y, IExpr a, IExpr b) {
        return integral(Expr.divide(a, speed)).flatMap(exponent -> {
            IExpr growth = Expr.ONE;
            for (IExpr term : Expr.terms(exponent)) {
                growth = Expr.times(growth, growth(term));
            }
            if (b.equals(Expr.ZERO)) {
                return Optional.of(image(Expr.times(y, growth), law(exponent, a)));
            }
            IExpr above = exponential(exponent);
            IExpr gain = Expr.divide(b, Expr.times(speed, above));
            IExpr whole = growth;
            return integral(gain).map(s -> {
                IExpr more = Expr.times(
                        Expr.substitute(above, x, image.value()), Expr.minus(Expr.substitute(s, x, image.value()), s));
                boolean lawful = law(exponent, a)
                        && isZero(Expr.minus(Differentiation.derivative(s, x), gain))
                        && isZero(Expr.minus(
                                Expr.times(Differentiation.derivative(above, x), speed), Expr.times(a, above)));
                return image(Expr.plus(Expr.times(y, whole), more), lawful);
            });
        });
    }

    private Optional<IExpr> integral(IExpr e) {
        return Antiderivative.of(e, x, assumptions)
                .or(() -> NormalForm.ifAny(e, assumptions).flatMap(n -> Antiderivative.of(n, x, assumptions)));
    }

    private boolean law(IExpr exponent, IExpr a) {
        return isZero(Expr.minus(Expr.times(speed, Differentiation.derivative(exponent, x)), a));
    }

    private Image image(IExpr value, boolean lawful) {
        boolean proved = image.standing() == Image.Standing.PROVED;
        return new Image(value, image.domain(), proved && lawful, proved, Image.Standing.CANDIDATE);
    }

    private boolean isZero(IExpr e) {
        return FlowCheck.isZero(e, assumptions);
    }

    /** {@code e^(s(x̄) − s(x))}. */
    private IExpr growth(IExpr s) {
        Optional<IExpr> logarithm = logarithm(s);
        if (logarithm.isEmpty()) {
            return Expr.exp(Expr.minus(Expr.substitute(s, x, image.value()), s));
        }
        IExpr inside = inside(logarithm.get());
        IExpr ratio = Expr.divide(Expr.substitute(inside, x, image.value()), inside);
        return Expr.power(ratio, Expr.divide(s, logarithm.get()));
    }

    /** {@code e^s}, logarithms in s as powers of their arguments: right up to a constant on each interval. */
    private static IExpr exponential(IExpr s) {
        List<IExpr> factors = new ArrayList<>();
        for (IExpr term : Expr.terms(s)) {
            Optional<IExpr> logarithm = logarithm(term);
            factors.add(
                    logarithm.isEmpty()
                            ? Expr.exp(term)
                            : Expr.power(inside(logarithm.get()), Expr.divide(term, logarithm.get())));
        }
        return Expr.times(factors);
    }

    private static Optional<IExpr> logarithm(IExpr term) {
        return Expr.factors(term).stream()
                .filter(f -> f.isAST(Elementary.LOG.head()))
                .findFirst();
    }

    private static IExpr inside(IExpr logarithm) {
        IExpr inside = ((IAST) logarithm).arg1();
        return inside.isAST(Elementary.ABS.head()) ? ((IAST) inside).arg1() : inside;
    }
}
