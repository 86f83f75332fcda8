package dev.prolong.algebra;

import java.util.Collections;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Reads applications {@code f(a, b)} and derivatives {@code f^(i,j)(a, b)} of arbitrary functions. */
public final class ArbitraryFunction {
    private ArbitraryFunction() {}

    /** The function's name. */
    public static ISymbol name(IExpr application) {
        IExpr head = ((IAST) application).head();
        return head instanceof ISymbol s ? s : (ISymbol) ((IAST) head).arg1();
    }

    /** How often it is differentiated in each argument. */
    public static List<Integer> orders(IExpr application) {
        IAST a = (IAST) application;
        if (a.head() instanceof ISymbol) {
            return Collections.nCopies(a.argSize(), 0);
        }
        IAST operator = (IAST) ((IAST) a.head()).head();
        return Expr.arguments(operator).stream()
                .map(k -> Numbers.numerator(k).intValueExact())
                .toList();
    }
}
