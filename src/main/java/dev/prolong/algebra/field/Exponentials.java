package dev.prolong.algebra.field;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exponentials through kernels {@code e^b}; sines and cosines through kernels {@code tan(b/2)}. */
final class Exponentials {
    private final Tower tower;
    private final Arithmetic k;
    private final Lattice exponents;
    private final Lattice angles;
    /** {@code e^κ} where it is known as an element, by the variable of κ. */
    private final Map<Integer, FieldElement> known = new HashMap<>();

    Exponentials(Tower tower, Trees trees, int exponentDivisor, int angleDivisor) {
        this.tower = tower;
        this.k = tower.arithmetic();
        this.exponents = new Lattice(
                tower,
                exponentDivisor,
                OutsideFieldException.Lack.FINER_EXPONENTS,
                b -> tower.variable(new Kernel.Exponential(Expr.expOfLogarithms(trees.of(b)), b)));
        this.angles = new Lattice(
                tower,
                angleDivisor,
                OutsideFieldException.Lack.FINER_ANGLES,
                b -> tower.variable(
                        new Kernel.HalfTangent(Expr.apply(Elementary.TAN, Expr.times(Expr.HALF, trees.of(b))), b)));
    }

    Lattice exponents() {
        return exponents;
    }

    Lattice angles() {
        return angles;
    }

    void know(int variable, FieldElement exponential) {
        known.put(variable, exponential);
    }

    FieldElement exp(FieldElement g) {
        FieldElement out = k.constant(1);
        FieldElement rest = g;
        if (g.denominator().isConstant()) {
            List<Polynomial.Term> kept = new ArrayList<>();
            for (Polynomial.Term t : g.numerator().terms()) {
                int variable = soleVariable(t, g.numerator().variables());
                BigInteger[] q =
                        t.coefficient().divideAndRemainder(g.denominator().constantValue());
                FieldElement value = variable < 0 ? null : exponentialOf(variable);
                if (value != null && q[1].signum() == 0) {
                    out = k.multiply(out, k.power(value, q[0].intValueExact()));
                } else {
                    kept.add(t);
                }
            }
            rest = k.quotient(Polynomial.of(g.numerator().variables(), kept), g.denominator());
        }
        if (rest.isZero()) {
            return out;
        }
        for (Lattice.Summand s : exponents.decompose(rest)) {
            out = k.multiply(out, k.power(k.variable(s.variable()), s.multiple()));
        }
        return out;
    }

    /** The variable that is the whole term up to its coefficient, or -1. */
    private static int soleVariable(Polynomial.Term t, int variables) {
        int found = -1;
        for (int i = 0; i < variables; i++) {
            if (t.exponent(i) > 1 || t.exponent(i) == 1 && found >= 0) {
                return -1;
            }
            found = t.exponent(i) == 1 ? i : found;
        }
        return found;
    }

    @org.jspecify.annotations.Nullable
    private FieldElement exponentialOf(int variable) {
        FieldElement value = known.get(variable);
        if (value == null
                && tower.kernels().get(variable) instanceof Kernel.Logarithm l
                && tower.isPositive(l.argument())) {
            return k.of(l.argument());
        }
        return value;
    }

    FieldElement sinh(FieldElement g) {
        FieldElement e = exp(g);
        return k.divide(k.subtract(e, k.inverse(e)), k.constant(2));
    }

    FieldElement cosh(FieldElement g) {
        FieldElement e = exp(g);
        return k.divide(k.add(e, k.inverse(e)), k.constant(2));
    }

    FieldElement sin(FieldElement g) {
        return rotation(g).sin();
    }

    FieldElement cos(FieldElement g) {
        return rotation(g).cos();
    }

    /** Half a basis angle is the kernel itself; the trees of kernels rely on it. */
    FieldElement tan(FieldElement g) {
        FieldElement twice = k.multiply(k.constant(2), g);
        int half = angles.indexOf(twice);
        if (half < 0 && angles.basis().isEmpty() && !g.isZero()) {
            angles.decompose(twice);
            half = angles.indexOf(twice);
        }
        if (half >= 0) {
            return k.variable(half);
        }
        Rotation r = rotation(g);
        return k.divide(r.sin(), r.cos());
    }

    private record Rotation(FieldElement cos, FieldElement sin) {}

    private Rotation rotation(FieldElement g) {
        Rotation out = new Rotation(k.constant(1), k.constant(0));
        if (g.isZero()) {
            return out;
        }
        for (Lattice.Summand s : angles.decompose(g)) {
            FieldElement t = k.variable(s.variable());
            FieldElement square = k.multiply(t, t);
            FieldElement below = k.add(k.constant(1), square);
            FieldElement cos = k.divide(k.subtract(k.constant(1), square), below);
            FieldElement sin = k.divide(k.multiply(k.constant(Integer.signum(s.multiple()) * 2L), t), below);
            for (int i = 0; i < Math.abs(s.multiple()); i++) {
                out = new Rotation(
                        k.subtract(k.multiply(out.cos(), cos), k.multiply(out.sin(), sin)),
                        k.add(k.multiply(out.sin(), cos), k.multiply(out.cos(), sin)));
            }
        }
        return out;
    }
}
