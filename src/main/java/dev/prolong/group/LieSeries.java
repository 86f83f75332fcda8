package dev.prolong.group;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The series {@code e^{εX} x_i = Σ_k ε^k/k! X^k(x_i)}, cut off.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), equation (1.18).
 */
final class LieSeries {
    private static final int ORDER = 4;
    private static final long LARGEST = 400;
    private static final int LONGEST = 400;

    private LieSeries() {}

    /**
     * To order {@value #ORDER}, or to the highest order at which every image stays readable, but at least to the first.
     *
     * @param known images in closed form of some coordinates
     */
    static GroupAction of(Generator x, ISymbol eps, Map<ISymbol, Image> known) {
        List<ISymbol> open =
                x.coordinates().stream().filter(c -> !known.containsKey(c)).toList();
        List<List<IExpr>> coefficients = new ArrayList<>();
        coefficients.add(List.copyOf(open));
        while (coefficients.size() <= ORDER) {
            List<IExpr> last = coefficients.get(coefficients.size() - 1);
            List<IExpr> next = last.stream().map(x::apply).toList();
            if (coefficients.size() > 1 && next.stream().anyMatch(e -> Expr.size(e) > LARGEST)) {
                break;
            }
            coefficients.add(next);
            if (coefficients.size() > 2 && longest(coefficients, eps) > LONGEST) {
                coefficients.remove(coefficients.size() - 1);
                break;
            }
        }
        List<IExpr> images = x.coordinates().stream()
                .map(c -> known.containsKey(c) ? known.get(c).value() : sum(coefficients, open.indexOf(c), eps))
                .toList();
        return new GroupAction(x, images, false, coefficients.size() - 1);
    }

    private static int longest(List<List<IExpr>> coefficients, ISymbol eps) {
        int longest = 0;
        for (int i = 0; i < coefficients.get(0).size(); i++) {
            longest = Math.max(longest, InputForm.of(sum(coefficients, i, eps)).length());
        }
        return longest;
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
