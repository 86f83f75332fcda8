package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The partial derivatives of a field, each kernel by its law. */
final class Derivations {
    private final Tower tower;
    private final BiFunction<IExpr, ISymbol, FieldElement> byTree;
    private final Map<ISymbol, Map<Integer, FieldElement>> known = new HashMap<>();

    /** @param byTree the derivative of a kernel that is known by its tree only */
    Derivations(Tower tower, BiFunction<IExpr, ISymbol, FieldElement> byTree) {
        this.tower = tower;
        this.byTree = byTree;
    }

    /** {@code ∂e/∂v}. */
    FieldElement of(FieldElement e, ISymbol v) {
        Arithmetic k = tower.arithmetic();
        FieldElement n = of(e.numerator(), v);
        if (e.denominator().isConstant()) {
            return k.divide(n, k.of(e.denominator()));
        }
        FieldElement d = of(e.denominator(), v);
        if (n.denominator().isOne() && d.denominator().isOne()) {
            return ofQuotient(e, n.numerator(), d.numerator());
        }
        // (n/q)' = n'/q - (n/q) q'/q
        FieldElement q = k.of(e.denominator());
        return k.divide(k.subtract(n, k.multiply(e, d)), q);
    }

    /** {@code (n/q)' = (n' a − n b)/(q a)} with {@code q = g a}, {@code q' = g b}: of what can cancel most is left out at the start. */
    private FieldElement ofQuotient(FieldElement e, Polynomial top, Polynomial below) {
        Polynomial q = e.denominator();
        Polynomial g = q.gcd(below);
        Polynomial a = q.over(g);
        return tower.arithmetic().quotient(top.times(a).minus(e.numerator().times(below.over(g))), q.times(a));
    }

    private FieldElement of(Polynomial p, ISymbol v) {
        Arithmetic k = tower.arithmetic();
        FieldElement sum = k.constant(0);
        for (int i = 0; i < tower.kernels().size(); i++) {
            if (p.degree(i) > 0) {
                FieldElement d = ofKernel(i, v);
                if (!d.isZero()) {
                    sum = k.add(sum, k.multiply(k.of(p.derivative(i)), d));
                }
            }
        }
        return sum;
    }

    /** {@code ∂κ_i/∂v}. */
    FieldElement ofKernel(int i, ISymbol v) {
        Map<Integer, FieldElement> byKernel = known.computeIfAbsent(v, x -> new HashMap<>());
        FieldElement out = byKernel.get(i);
        if (out == null) {
            out = law(i, v);
            byKernel.put(i, out);
        }
        return out;
    }

    private FieldElement law(int i, ISymbol v) {
        Arithmetic k = tower.arithmetic();
        Kernel kernel = tower.kernels().get(i);
        FieldElement self = k.variable(i);
        if (kernel instanceof Kernel.Free f) {
            return k.constant(f.symbol().equals(v) ? 1 : 0);
        }
        // a difference of integrals is constant in their limits, not in parameters of what is integrated
        if (kernel instanceof Kernel.Sign || Expr.isFreeOf(kernel.tree(), v)) {
            return k.constant(0);
        }
        if (kernel instanceof Kernel.Exponential e) {
            return k.multiply(self, of(e.exponent(), v));
        }
        if (kernel instanceof Kernel.HalfTangent h) {
            FieldElement half = k.divide(k.add(k.constant(1), k.multiply(self, self)), k.constant(2));
            return k.multiply(half, of(h.angle(), v));
        }
        if (kernel instanceof Kernel.Logarithm l) {
            FieldElement p = k.of(l.argument());
            return k.divide(of(p, v), p);
        }
        if (kernel instanceof Kernel.Root r) {
            FieldElement g = k.of(r.radicand());
            FieldElement log = k.divide(of(g, v), g);
            return k.divide(k.multiply(self, log), k.constant(r.degree()));
        }
        return byTree.apply(kernel.tree(), v);
    }
}
