package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.Map;
import java.util.function.BiFunction;
import org.matheclipse.core.interfaces.IExpr;

/** Logarithms of absolute values as sums over irreducible factors: {@code log|Π p^e| = Σ e log|p|}. */
final class Logarithms {
    private final Tower tower;
    private final Trees trees;
    /** Adjoins a logarithm whose argument has algebraic kernels, which may depend on primitives already there. */
    private final BiFunction<IExpr, Polynomial, FieldElement> algebraic;

    Logarithms(Tower tower, Trees trees, BiFunction<IExpr, Polynomial, FieldElement> algebraic) {
        this.tower = tower;
        this.trees = trees;
        this.algebraic = algebraic;
    }

    /** {@code log|g|}. */
    FieldElement log(FieldElement g) {
        Arithmetic k = tower.arithmetic();
        FieldElement out = k.constant(0);
        for (Map.Entry<Polynomial, Integer> e : Multiplicative.of(g, k).powers().entrySet()) {
            out = k.add(out, k.multiply(k.constant(e.getValue()), ofIrreducible(e.getKey())));
        }
        return out;
    }

    private FieldElement ofIrreducible(Polynomial p) {
        Arithmetic k = tower.arithmetic();
        boolean root = false;
        for (int i = 0; i < tower.kernels().size(); i++) {
            Kernel kernel = tower.kernels().get(i);
            if (p.equals(Polynomial.variable(p.variables(), i))) {
                if (kernel instanceof Kernel.Exponential e) {
                    return e.exponent();
                }
                if (kernel instanceof Kernel.Root r) {
                    return k.divide(log(k.of(r.radicand())), k.constant(r.degree()));
                }
                if (kernel instanceof Kernel.Sign) {
                    return k.constant(0);
                }
                if (kernel instanceof Kernel.Constant c && c.tree().equals(Expr.E)) {
                    return k.constant(1);
                }
            }
            root |= kernel.relationDegree() > 0 && p.degree(i) > 0;
        }
        IExpr argument = trees.of(p);
        IExpr tree = Expr.log(tower.isPositive(p) ? argument : Expr.abs(argument));
        return root ? algebraic.apply(tree, p) : tower.element(new Kernel.Logarithm(tree, p));
    }
}
