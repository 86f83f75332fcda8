package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Products of functions that are known by a linear equation: {@code ∫ (K'² + K K'') dt = K K'}. */
final class KernelProducts {
    private static final int MOST_KERNELS = 8;

    private KernelProducts() {}

    /** A quadratic form with constant coefficients, in the kernels of the integrand and their derivatives, that is an antiderivative. */
    static Optional<IExpr> antiderivative(IExpr integrand, ISymbol v, List<Assumption> assumptions) {
        Set<IExpr> kernels = new LinkedHashSet<>();
        for (IExpr node : Expr.subtrees(integrand, LinearKernel::isKernel)) {
            LinearKernel kernel = LinearKernel.of(node);
            for (int i = 0; i < kernel.names().size(); i++) {
                kernels.add(kernel.at(i).tree());
            }
        }
        if (kernels.isEmpty() || kernels.size() > MOST_KERNELS) {
            return Optional.empty();
        }
        List<IExpr> all = List.copyOf(kernels);
        List<IExpr> products = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j <= i; j++) {
                products.add(Expr.times(all.get(i), all.get(j)));
            }
        }
        List<IExpr> columns = new ArrayList<>();
        products.forEach(p -> columns.add(Differentiation.derivative(p, v)));
        columns.add(Expr.negate(integrand));
        DifferentialField field = DifferentialField.of(columns, Set.of(v), assumptions);
        int n = products.size();
        List<List<FieldElement>> rows =
                field.split(columns.stream().map(field::element).toList());
        for (List<FieldElement> c : dev.prolong.algebra.linear.LinearKernel.of(field, rows, n + 1)) {
            if (!c.get(n).isZero()) {
                List<IExpr> terms = new ArrayList<>();
                for (int k = 0; k < n; k++) {
                    terms.add(Expr.times(field.tree(field.divide(c.get(k), c.get(n))), products.get(k)));
                }
                return Optional.of(Expr.plus(terms));
            }
        }
        return Optional.empty();
    }

    /** Whether the laws of the kernels in an expression are linear in kernels, as they must be. */
    static boolean haveLinearLaws(IExpr e, List<Assumption> assumptions) {
        return Expr.subtrees(e, LinearKernel::isKernel).stream()
                .allMatch(k -> isLinear(
                        LinearKernel.of(k)
                                .coefficients()
                                .get(LinearKernel.of(k).names().size()),
                        assumptions));
    }

    private static boolean isLinear(IExpr source, List<Assumption> assumptions) {
        Map<IExpr, IExpr> named = new LinkedHashMap<>();
        for (IExpr node : Expr.subtrees(source, LinearKernel::isKernel)) {
            named.put(node, Expr.symbol("k$" + named.size()));
        }
        IExpr plain = Expr.substitute(source, named);
        for (IExpr a : named.values()) {
            for (IExpr b : named.values()) {
                IExpr second = Differentiation.derivative(Differentiation.derivative(plain, (ISymbol) a), (ISymbol) b);
                if (!ZeroDecision.isZero(second, assumptions)) {
                    return false;
                }
            }
        }
        return true;
    }
}
