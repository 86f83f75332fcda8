package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** D'Alembert's reduction: with a solution s known, {@code u = s ∫w} leaves an equation of one order less for w. */
final class OrderReduction {
    private OrderReduction() {}

    /** The coefficients of the equation of w. */
    static List<IExpr> by(IExpr s, ISymbol v, List<IExpr> a, List<Assumption> assumptions) {
        int m = a.size();
        List<IExpr> out = new ArrayList<>();
        for (int j = 0; j < m - 1; j++) {
            // of w^(j) = W^(j+1): Σ_k b_k C(k, j+1) s^(k-j-1), b_m = 1, b_k = -a_k
            List<IExpr> terms = new ArrayList<>();
            for (int k = j + 1; k <= m; k++) {
                IExpr b = k == m ? Expr.ONE : Expr.negate(a.get(k));
                terms.add(Expr.times(b, Expr.integer(binomial(k, j + 1)), Differentiation.derivative(s, v, k - j - 1)));
            }
            out.add(NormalForm.of(Expr.negate(Expr.divide(Expr.plus(terms), s)), assumptions));
        }
        return out;
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger out = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            out = out.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return out;
    }
}
