package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** Elements of a field as expression trees. */
final class Trees {
    private final List<Kernel> kernels;

    Trees(List<Kernel> kernels) {
        this.kernels = kernels;
    }

    IExpr of(FieldElement e) {
        IExpr below = of(e.denominator());
        return below.equals(Expr.ONE) ? of(e.numerator()) : Expr.divide(of(e.numerator()), below);
    }

    IExpr of(Polynomial p) {
        List<IExpr> terms = new ArrayList<>();
        for (Polynomial.Term t : p.terms()) {
            List<IExpr> factors = new ArrayList<>();
            factors.add(Expr.integer(t.coefficient()));
            for (int i = 0; i < kernels.size(); i++) {
                if (t.exponent(i) > 0) {
                    factors.add(Expr.power(kernels.get(i).tree(), t.exponent(i)));
                }
            }
            terms.add(Expr.times(factors));
        }
        return Expr.plus(terms);
    }
}
