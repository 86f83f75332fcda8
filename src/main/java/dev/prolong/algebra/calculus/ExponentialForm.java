package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes exponentials and hyperbolic functions of {@code k u + d}, k an integer, in one symbol that stands for {@code e^u}. */
final class ExponentialForm {
    private ExponentialForm() {}

    /** Empty where an exponential has another exponent. */
    static Optional<IExpr> of(IExpr f, ISymbol u, ISymbol e) {
        if (Expr.isFreeOf(f, u) || !(f instanceof IAST a)) {
            return Optional.of(f);
        }
        if (Expr.isPower(f) && Expr.isFreeOf(a.arg1(), u)) {
            IExpr exponent = Expr.times(a.arg2(), Expr.log(a.arg1()));
            return power(exponent, u, e);
        }
        Optional<Elementary> head = Elementary.byHead(a.head());
        if (head.isPresent() && isHyperbolic(head.get())) {
            return power(a.arg1(), u, e).map(t -> hyperbolic(head.get(), t));
        }
        List<IExpr> arguments = new ArrayList<>();
        for (IExpr argument : Expr.arguments(f)) {
            Optional<IExpr> image = of(argument, u, e);
            if (image.isEmpty()) {
                return image;
            }
            arguments.add(image.get());
        }
        return Optional.of(Expr.rebuild(a.head(), arguments));
    }

    private static Optional<IExpr> power(IExpr exponent, ISymbol u, ISymbol e) {
        return Affine.in(exponent, u)
                .filter(k -> k.slope() instanceof IRational q
                        && q.toBigDenominator().equals(java.math.BigInteger.ONE)
                        && q.toBigNumerator().bitLength() < 8)
                .map(k -> Expr.times(Expr.exp(k.offset()), Expr.power(e, k.slope())));
    }

    static boolean isHyperbolic(Elementary f) {
        return switch (f) {
            case SINH, COSH, TANH, SECH, CSCH, COTH -> true;
            default -> false;
        };
    }

    private static IExpr hyperbolic(Elementary f, IExpr t) {
        IExpr inverse = Expr.power(t, -1);
        IExpr sum = Expr.plus(t, inverse);
        IExpr difference = Expr.minus(t, inverse);
        return switch (f) {
            case SINH -> Expr.times(Expr.HALF, difference);
            case COSH -> Expr.times(Expr.HALF, sum);
            case TANH -> Expr.divide(difference, sum);
            case SECH -> Expr.divide(Expr.TWO, sum);
            case CSCH -> Expr.divide(Expr.TWO, difference);
            default -> Expr.divide(sum, difference);
        };
    }
}
