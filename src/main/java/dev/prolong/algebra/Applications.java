package dev.prolong.algebra;

import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Canonical applications of elementary functions: parity, values at zero, inverse pairs that hold for all real arguments. */
final class Applications {
    private Applications() {}

    static IExpr of(Elementary f, List<IExpr> arguments) {
        if (f.variadic()) {
            return extremum(f, arguments);
        }
        IExpr x = arguments.get(0);
        if (x.equals(Expr.ZERO) && f.vanishesAtZero()) {
            return Expr.ZERO;
        }
        if (x.equals(Expr.ZERO) && f.oneAtZero()) {
            return Expr.ONE;
        }
        if ((f.odd() || f.even()) && startsNegative(x)) {
            IExpr positive = of(f, List.of(Expr.negate(x)));
            return f.odd() ? Expr.negate(positive) : positive;
        }
        return switch (f) {
            case LOG -> logarithm(x);
            case ABS -> Positivity.isNonNegative(x) ? x : raw(f, x);
            case SIGN -> Positivity.isPositive(x) ? Expr.ONE : raw(f, x);
            case SIN, COS, TAN -> atMultipleOfPi(f, x);
            default -> inverse(f, x);
        };
    }

    private static IExpr logarithm(IExpr x) {
        if (x.equals(Expr.ONE)) {
            return Expr.ZERO;
        }
        if (x.equals(Expr.E)) {
            return Expr.ONE;
        }
        if (Expr.isPower(x) && ((IAST) x).arg1().equals(Expr.E)) {
            return ((IAST) x).arg2();
        }
        return raw(Elementary.LOG, x);
    }

    private static IExpr atMultipleOfPi(Elementary f, IExpr x) {
        IExpr multiple = Sums.coefficient(x);
        if (!Sums.withoutCoefficient(x).equals(Expr.PI)) {
            return inverse(f, x);
        }
        if (Numbers.isInteger(multiple)) {
            boolean odd = Numbers.numerator(multiple).testBit(0);
            return f == Elementary.COS ? (odd ? Expr.MINUS_ONE : Expr.ONE) : Expr.ZERO;
        }
        if (Numbers.denominator(multiple).intValue() == 2 && f != Elementary.TAN) {
            boolean up = Numbers.numerator(multiple)
                            .mod(java.math.BigInteger.valueOf(4))
                            .intValue()
                    == 1;
            return f == Elementary.COS ? Expr.ZERO : up ? Expr.ONE : Expr.MINUS_ONE;
        }
        return raw(f, x);
    }

    /** {@code sin(asin x) = x} and the like; {@code asin(sin x)} stays. */
    private static IExpr inverse(Elementary f, IExpr x) {
        Elementary inner = Elementary.byHead(x.head()).orElse(null);
        boolean pair = inner != null
                && switch (f) {
                    case SIN -> inner == Elementary.ASIN;
                    case COS -> inner == Elementary.ACOS;
                    case TAN -> inner == Elementary.ATAN;
                    case SINH -> inner == Elementary.ASINH;
                    case COSH -> inner == Elementary.ACOSH;
                    case TANH -> inner == Elementary.ATANH;
                    case ASINH -> inner == Elementary.SINH;
                    case ATANH -> inner == Elementary.TANH;
                    default -> false;
                };
        return pair ? ((IAST) x).arg1() : raw(f, x);
    }

    private static IExpr extremum(Elementary f, List<IExpr> arguments) {
        IExpr number = null;
        java.util.TreeSet<IExpr> others = new java.util.TreeSet<>(Order.INSTANCE);
        for (IExpr a : arguments) {
            if (a instanceof IRational) {
                boolean better = number == null || (Numbers.compare(a, number) < 0) == (f == Elementary.MIN);
                number = better ? a : number;
            } else {
                others.add(a);
            }
        }
        if (number != null) {
            others.add(number);
        }
        return others.size() == 1 ? others.first() : F.ast(others.toArray(IExpr[]::new), f.head());
    }

    /** Whether the first coefficient of x is negative, so that {@code -x} is the canonical argument. */
    static boolean startsNegative(IExpr x) {
        IExpr first = Expr.isSum(x) ? Expr.arguments(x).get(0) : x;
        return Numbers.signum(Sums.coefficient(first)) < 0;
    }

    private static IExpr raw(Elementary f, IExpr x) {
        return F.ast(new IExpr[] {x}, f.head());
    }
}
