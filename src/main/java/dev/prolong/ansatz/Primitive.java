package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** A solution without the rational number that all its terms have in common. */
final class Primitive {
    private Primitive() {}

    static List<IExpr> part(List<IExpr> solution, List<Assumption> assumptions) {
        Optional<IExpr> content = solution.stream()
                .filter(e -> !e.equals(Expr.ZERO))
                .findFirst()
                .map(e -> (IExpr) Factors.of(e, assumptions).content());
        if (content.isEmpty() || !(content.get() instanceof IRational)) {
            return solution;
        }
        IExpr scale = Expr.power(content.get(), -1);
        return solution.stream()
                .map(e -> Normal.form(Expr.times(scale, e), assumptions))
                .toList();
    }
}
