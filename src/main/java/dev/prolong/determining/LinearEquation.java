package dev.prolong.determining;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

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

    /** The same equation, divided by the number that its coefficients have in common if all are numbers: {@code Z_xx = 0}. */
    LinearEquation primitive() {
        if (terms.isEmpty() || !terms.values().stream().allMatch(c -> c instanceof IRational)) {
            return this;
        }
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        boolean negative = false;
        for (IExpr c : terms.values()) {
            IRational q = (IRational) c;
            negative = above.signum() == 0 ? q.isNegative() : negative;
            above = above.gcd(q.toBigNumerator());
            below = below.multiply(q.toBigDenominator()).divide(below.gcd(q.toBigDenominator()));
        }
        IExpr size = Expr.divide(Expr.integer(above), Expr.integer(below));
        IExpr content = negative ? Expr.negate(size) : size;
        Map<UnknownDerivative, IExpr> out = new LinkedHashMap<>();
        terms.forEach((d, c) -> out.put(d, Expr.divide(c, content)));
        return new LinearEquation(out);
    }

    /** What its left side is when these take the places of the unknowns. */
    public IExpr at(List<UnknownFunction> unknowns, List<IExpr> values) {
        List<IExpr> out = new ArrayList<>();
        terms.forEach((d, c) -> {
            IExpr value = values.get(d.unknown());
            for (int i = 0; i < d.orders().size(); i++) {
                ISymbol x = unknowns.get(d.unknown()).arguments().get(i);
                value = Differentiation.derivative(value, x, d.orders().get(i));
            }
            out.add(Expr.times(c, value));
        });
        return Expr.plus(out);
    }

    /** Its left side as a tree in the given unknowns. */
    public IExpr tree(List<UnknownFunction> unknowns) {
        List<IExpr> out = new ArrayList<>();
        terms.forEach((d, c) -> out.add(Expr.times(c, unknowns.get(d.unknown()).derivative(d.orders()))));
        return Expr.plus(out);
    }
}
