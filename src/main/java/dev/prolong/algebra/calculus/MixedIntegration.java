package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** {@code ∫ R(u, k) du} for a rational function of u and one function k of u: its partial fractions with respect to u, term by term. */
final class MixedIntegration {
    private MixedIntegration() {}

    static Optional<IExpr> integrate(IExpr f, ISymbol u, Integrator integrator) {
        Set<IExpr> kernels = Expr.subtrees(f, e -> Elementary.byHead(e.head()).isPresent() && !Expr.isFreeOf(e, u));
        if (kernels.size() != 1) {
            return Optional.empty();
        }
        IExpr kernel = kernels.iterator().next();
        ISymbol k = Fresh.inner(u);
        IExpr form = Expr.substitute(f, kernel, k);
        return FunctionField.holding(form, List.of(u, k), Set.of(u, k)).flatMap(field -> {
            PartialFractions fractions = PartialFractions.of(field, field.of(form), 0);
            List<IExpr> terms = new ArrayList<>();
            for (int n = 0; n <= fractions.polynomial().degree(); n++) {
                terms.add(Expr.times(field.tree(fractions.polynomial().get(n)), Expr.power(u, n)));
            }
            for (PartialFractions.Part part : fractions.parts()) {
                IExpr below = Expr.power(field.tree(part.factor(), u), -part.exponent());
                terms.add(Expr.times(field.tree(part.numerator(), u), below));
            }
            terms.removeIf(t -> t.equals(Expr.ZERO));
            terms.replaceAll(t -> Expr.substitute(t, k, kernel));
            return integrator.integrateAll(terms, u);
        });
    }
}
