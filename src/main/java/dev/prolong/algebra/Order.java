package dev.prolong.algebra;

import java.util.Comparator;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A total order of trees, by structure and names only, so that output never depends on hashing or on the order of work.
 *
 * <p>Numbers come first, then symbols by name, then applications by head, length and arguments; a power is ordered with its base.
 */
final class Order implements Comparator<IExpr> {
    static final Order INSTANCE = new Order();

    /** Terms of a sum: higher degree first, numbers last. */
    static final Comparator<IExpr> TERMS = Order::compareTerms;

    private Order() {}

    @Override
    public int compare(IExpr a, IExpr b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof ISymbol s && b instanceof ISymbol t) {
            return compareSymbols(s, t);
        }
        IExpr p = base(a);
        IExpr q = base(b);
        if (p != a || q != b) {
            int c = compare(p, q);
            return c != 0 ? c : compareExponents(a, b);
        }
        int c = Integer.compare(rank(a), rank(b));
        if (c != 0) {
            return c;
        }
        if (a instanceof IRational) {
            return Numbers.compare(a, b);
        }
        if (a instanceof IAST x && b instanceof IAST y) {
            return compareApplications(x, y);
        }
        return a.toString().compareTo(b.toString());
    }

    private static int compareSymbols(ISymbol s, ISymbol t) {
        int c = Integer.compare(rank(s), rank(t));
        return c != 0 ? c : s.getSymbolName().compareTo(t.getSymbolName());
    }

    private int compareApplications(IAST x, IAST y) {
        int c = compare(x.head(), y.head());
        for (int i = 1; c == 0 && i < x.size() && i < y.size(); i++) {
            c = compare(x.get(i), y.get(i));
        }
        return c != 0 ? c : Integer.compare(x.size(), y.size());
    }

    private int compareExponents(IExpr a, IExpr b) {
        IExpr p = Expr.isPower(a) ? ((IAST) a).arg2() : Expr.ONE;
        IExpr q = Expr.isPower(b) ? ((IAST) b).arg2() : Expr.ONE;
        return compare(p, q);
    }

    private static IExpr base(IExpr e) {
        return Expr.isPower(e) && !((IAST) e).arg1().equals(Expr.E) ? ((IAST) e).arg1() : e;
    }

    private static int rank(IExpr e) {
        if (e instanceof IRational) {
            return 0;
        }
        if (e instanceof ISymbol) {
            return e.equals(Expr.PI) || e.equals(Expr.E) ? 1 : 2;
        }
        return Expr.isSum(e) ? 4 : 3;
    }

    private static int compareTerms(IExpr a, IExpr b) {
        boolean x = Expr.isNumber(a);
        boolean y = Expr.isNumber(b);
        if (x || y) {
            return Boolean.compare(x, y);
        }
        int c = Double.compare(degree(b), degree(a));
        return c != 0 ? c : INSTANCE.compare(Sums.withoutCoefficient(a), Sums.withoutCoefficient(b));
    }

    private static double degree(IExpr e) {
        if (Expr.isProduct(e)) {
            double sum = 0;
            for (IExpr f : Expr.arguments(e)) {
                sum += degree(f);
            }
            return sum;
        }
        if (e instanceof IRational || e.equals(Expr.PI) || e.equals(Expr.E)) {
            return 0;
        }
        if (Expr.isPower(e) && ((IAST) e).arg2() instanceof IRational q) {
            return degree(((IAST) e).arg1())
                    * Numbers.numerator(q).doubleValue()
                    / Numbers.denominator(q).doubleValue();
        }
        return 1;
    }
}
