package dev.prolong.equation;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Finds what has no real value at plain numbers: {@code log(0)}, {@code asin(2)}, {@code sqrt(-1)}, {@code 0^-1}. */
final class RealDomain {

    private RealDomain() {}

    /** Whether a built-in function is not known to have no real value at an argument. */
    static boolean admits(String function, IExpr argument) {
        if (!(argument instanceof IRational x)) {
            return true;
        }
        return function.equals("sqrt")
                ? x.toBigNumerator().signum() >= 0
                : Elementary.byName(function).map(f -> admits(f, x)).orElse(true);
    }

    private static boolean admits(Elementary f, IRational x) {
        int sign = x.toBigNumerator().signum();
        int size = x.toBigNumerator().abs().compareTo(x.toBigDenominator());
        return switch (f) {
            case LOG -> sign > 0;
            case CSC, COT, CSCH, COTH, EI -> sign != 0;
            case ASIN, ACOS -> size <= 0;
            case ATANH -> size < 0;
            case ACOSH -> sign > 0 && size >= 0;
            case LAMBERTW -> sign >= 0 || size < 0;
            default -> true;
        };
    }

    /** Whether {@code base^exponent} is not known to have no real value. */
    static boolean admitsPower(IExpr base, IRational exponent) {
        if (!(base instanceof IRational b)) {
            return true;
        }
        int sign = b.toBigNumerator().signum();
        boolean whole = exponent.toBigDenominator().equals(BigInteger.ONE);
        return sign > 0 || sign == 0 && exponent.toBigNumerator().signum() > 0 || sign < 0 && whole;
    }

    /** Whether nothing in a tree is known to have no real value. */
    static boolean admits(IExpr e) {
        List<IExpr> parts = Expr.arguments(e);
        boolean here = true;
        if (Expr.isPower(e)) {
            here = !(parts.get(1) instanceof IRational q) || admitsPower(parts.get(0), q);
        } else if (e instanceof IAST && parts.size() == 1 && parts.get(0) instanceof IRational x) {
            here = Elementary.byHead(e.head()).map(f -> admits(f, x)).orElse(true);
        }
        return here && (Expr.isPiecewise(e) || parts.stream().allMatch(RealDomain::admits));
    }
}
