package dev.prolong.algebra;

import java.math.BigInteger;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** A product as it is written: factors above and below one bar. */
public final class Fractions {
    private Fractions() {}

    /**
     * Sorts the factors of a product (or a single power) into those above and below the bar.
     *
     * @return whether a minus sign stands before it
     */
    public static boolean split(IExpr product, List<IExpr> above, List<IExpr> below) {
        boolean negative = false;
        for (IExpr f : Expr.factors(product)) {
            if (f instanceof IRational) {
                negative = Numbers.signum(f) < 0;
                if (!Numbers.numerator(f).abs().equals(BigInteger.ONE)) {
                    above.add(Expr.integer(Numbers.numerator(f).abs()));
                }
                if (!Numbers.denominator(f).equals(BigInteger.ONE)) {
                    below.add(Expr.integer(Numbers.denominator(f)));
                }
            } else if (Expr.isPower(f)
                    && !((IAST) f).arg1().equals(Expr.E)
                    && ((IAST) f).arg2() instanceof IRational q
                    && Numbers.signum(q) < 0) {
                below.add(Expr.power(((IAST) f).arg1(), Expr.negate(q)));
            } else {
                above.add(f);
            }
        }
        return negative;
    }
}
