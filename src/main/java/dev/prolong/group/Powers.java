package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** {@code e^{k log h}} written as {@code h^k}. */
final class Powers {
    private Powers() {}

    static IExpr gathered(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e) || Expr.isPiecewise(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(Powers::gathered).toList();
        if (Expr.isPower(e) && arguments.get(0).equals(Expr.E)) {
            List<IExpr> factors = new ArrayList<>(Expr.factors(arguments.get(1)));
            Optional<IExpr> logarithm =
                    factors.stream().filter(f -> f.isAST(Elementary.LOG.head())).findFirst();
            if (logarithm.isPresent()) {
                factors.remove(logarithm.get());
                return Expr.power(((IAST) logarithm.get()).arg1(), Expr.times(factors));
            }
        }
        return Expr.rebuild(a.head(), arguments);
    }
}
