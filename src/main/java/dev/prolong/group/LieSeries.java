package dev.prolong.group;

import dev.prolong.algebra.Expr;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The series {@code e^{εX} x_i = Σ_k ε^k/k! X^k(x_i)}, cut off.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), equation (1.18).
 */
final class LieSeries {
    private static final int ORDER = 4;
    private static final long LARGEST = 4_000;

    private LieSeries() {}

    /** To order {@value #ORDER}, or to the highest order whose terms stay readable, but at least to the first. */
    static GroupAction of(Generator x, ISymbol eps) {
        List<List<IExpr>> coefficients = new ArrayList<>();
        coefficients.add(List.copyOf(x.coordinates()));
        while (coefficients.size() <= ORDER) {
            List<IExpr> last = coefficients.get(coefficients.size() - 1);
            List<IExpr> next = last.stream().map(x::apply).toList();
            if (coefficients.size() > 1 && next.stream().mapToLong(Expr::size).sum() > LARGEST) {
                break;
            }
            coefficients.add(next);
        }
        List<IExpr> images = new ArrayList<>();
        for (int i = 0; i < x.coordinates().size(); i++) {
            images.add(sum(coefficients, i, eps));
        }
        return new GroupAction(x, images, false, coefficients.size() - 1);
    }

    private static IExpr sum(List<List<IExpr>> coefficients, int i, ISymbol eps) {
        List<IExpr> terms = new ArrayList<>();
        long factorial = 1;
        for (int k = 0; k < coefficients.size(); k++) {
            factorial *= Math.max(1, k);
            terms.add(Expr.times(
                    Expr.rational(1, factorial),
                    Expr.power(eps, k),
                    coefficients.get(k).get(i)));
        }
        return Expr.plus(terms);
    }
}
