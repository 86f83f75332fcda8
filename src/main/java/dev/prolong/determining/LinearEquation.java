package dev.prolong.determining;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** A linear homogeneous equation {@code Σ coefficient · ∂^α(unknown) = 0}. */
public record LinearEquation(Map<UnknownDerivative, IExpr> terms) {
    /** {@code ∂^orders} of the unknown with this index. */
    public record UnknownDerivative(int unknown, List<Integer> orders) {
        public UnknownDerivative {
            orders = List.copyOf(orders);
        }

        public int order() {
            return orders.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public LinearEquation {
        terms = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /** Its left side as a tree in the given unknowns. */
    public IExpr tree(List<UnknownFunction> unknowns) {
        List<IExpr> out = new ArrayList<>();
        terms.forEach((d, c) -> out.add(Expr.times(c, unknowns.get(d.unknown()).derivative(d.orders()))));
        return Expr.plus(out);
    }
}
