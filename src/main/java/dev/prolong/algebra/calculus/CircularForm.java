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

/**
 * Writes trigonometric (or hyperbolic) functions of {@code k u + d}, k an integer and d a constant, as rational functions of two
 * symbols that stand for {@code s = sin u, c = cos u} (or sinh, cosh).
 */
record CircularForm(ISymbol u, ISymbol s, ISymbol c, boolean circular) {
    private static final int LARGEST_MULTIPLE = 12;

    /** Empty where a function of the family has another argument; other functions are left as they are. */
    Optional<IExpr> of(IExpr e) {
        Optional<Elementary> f = Elementary.byHead(e.head());
        if (f.isPresent() && isOfFamily(f.get()) && !Expr.isFreeOf(e, u)) {
            return value(f.get(), ((IAST) e).arg1());
        }
        if (!(e instanceof IAST a) || Expr.isFreeOf(e, u)) {
            return Optional.of(e);
        }
        List<IExpr> arguments = new ArrayList<>();
        for (IExpr argument : Expr.arguments(a)) {
            Optional<IExpr> image = of(argument);
            if (image.isEmpty()) {
                return image;
            }
            arguments.add(image.get());
        }
        return Optional.of(Expr.rebuild(a.head(), arguments));
    }

    boolean isOfFamily(Elementary f) {
        return switch (f) {
            case SIN, COS, TAN, SEC, CSC, COT -> circular;
            case SINH, COSH, TANH, SECH, CSCH, COTH -> !circular;
            default -> false;
        };
    }

    private Optional<IExpr> value(Elementary f, IExpr argument) {
        Optional<Affine> affine = Affine.in(argument, u);
        if (affine.isEmpty()
                || !(affine.get().slope() instanceof IRational k)
                || !k.toBigDenominator().equals(java.math.BigInteger.ONE)
                || k.toBigNumerator().bitLength() > 6
                || Math.abs(k.toBigNumerator().intValue()) > LARGEST_MULTIPLE) {
            return Optional.empty();
        }
        IExpr d = affine.get().offset();
        int multiple = k.toBigNumerator().intValue();
        IExpr sin = sineOfMultiple(multiple);
        IExpr cos = cosineOfMultiple(Math.abs(multiple));
        if (!d.equals(Expr.ZERO)) {
            IExpr sinD = Expr.apply(circular ? Elementary.SIN : Elementary.SINH, d);
            IExpr cosD = Expr.apply(circular ? Elementary.COS : Elementary.COSH, d);
            IExpr turned = Expr.plus(Expr.times(sin, cosD), Expr.times(cos, sinD));
            IExpr cross = Expr.times(sin, sinD);
            cos = Expr.plus(Expr.times(cos, cosD), circular ? Expr.negate(cross) : cross);
            sin = turned;
        }
        return Optional.of(
                switch (f) {
                    case SIN, SINH -> sin;
                    case COS, COSH -> cos;
                    case TAN, TANH -> Expr.divide(sin, cos);
                    case SEC, SECH -> Expr.power(cos, -1);
                    case CSC, CSCH -> Expr.power(sin, -1);
                    default -> Expr.divide(cos, sin);
                });
    }

    /** Chebyshev's recursion; it is the same for both families. */
    private IExpr cosineOfMultiple(int k) {
        IExpr previous = Expr.ONE;
        IExpr current = c;
        for (int i = 1; i < k; i++) {
            IExpr next = Expr.minus(Expr.times(Expr.TWO, c, current), previous);
            previous = current;
            current = next;
        }
        return k == 0 ? Expr.ONE : current;
    }

    private IExpr sineOfMultiple(int k) {
        IExpr previous = Expr.ZERO;
        IExpr current = s;
        for (int i = 1; i < Math.abs(k); i++) {
            IExpr next = Expr.minus(Expr.times(Expr.TWO, c, current), previous);
            previous = current;
            current = next;
        }
        return k == 0 ? Expr.ZERO : k < 0 ? Expr.negate(current) : current;
    }
}
