package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Solutions of {@code d²w/dτ² = d w}: {@code C = cosh √d τ, S = sinh √d τ/√d}; cos and sin where d is negative, 1 and τ where it is zero,
 * and a case for each where its sign is not known.
 *
 * @param outside m, with {@code d = m² e}
 * @param inside e, without factors that are squares
 */
record Waves(IExpr outside, IExpr inside, List<Assumption> assumptions) {
    /** The waves of this d. */
    static Waves of(IExpr square, List<Assumption> assumptions) {
        try {
            DifferentialField field = DifferentialField.of(List.of(square), Set.of(), assumptions);
            DifferentialField.Factored factored = field.factored(field.element(square));
            boolean negative = factored.content() instanceof IRational q && q.isNegative();
            List<IExpr> outside = new ArrayList<>();
            List<IExpr> inside = new ArrayList<>();
            outside.add(Expr.sqrt(negative ? Expr.negate(factored.content()) : factored.content()));
            inside.add(negative ? Expr.MINUS_ONE : Expr.ONE);
            factored.powers().forEach((f, k) -> {
                outside.add(Expr.power(f, Math.floorDiv(k, 2)));
                inside.add(k % 2 == 0 ? Expr.ONE : f);
            });
            IExpr rest = Expr.plus(Expr.terms(Expr.times(inside)));
            return new Waves(square.equals(Expr.ZERO) ? Expr.ZERO : Expr.times(outside), rest, assumptions);
        } catch (NotSmoothException | ArithmeticException noFactors) {
            return new Waves(Expr.ONE, square, assumptions);
        }
    }

    /** C at time τ. */
    IExpr even(IExpr tau) {
        return of(Elementary.COSH, Elementary.COS, false, tau, Expr.ONE);
    }

    /** S at time τ. */
    IExpr odd(IExpr tau) {
        return of(Elementary.SINH, Elementary.SIN, true, tau, tau);
    }

    /** {@code S/C} at time τ. */
    IExpr tangent(IExpr tau) {
        return of(Elementary.TANH, Elementary.TAN, true, tau, tau);
    }

    private IExpr of(Elementary hyperbolic, Elementary circular, boolean overRate, IExpr tau, IExpr still) {
        if (outside.equals(Expr.ZERO)) {
            return still;
        }
        IExpr opposite = Expr.negate(inside);
        if (Range.of(inside, assumptions).isPositive()) {
            return wave(hyperbolic, inside, overRate, tau);
        }
        if (Range.of(opposite, assumptions).isPositive()) {
            return wave(circular, opposite, overRate, tau);
        }
        return Expr.piecewise(
                List.of(
                        new Expr.Branch(
                                Condition.compare(inside, S.Greater, Expr.ZERO),
                                wave(hyperbolic, inside, overRate, tau)),
                        new Expr.Branch(
                                Condition.compare(inside, S.Less, Expr.ZERO), wave(circular, opposite, overRate, tau))),
                still);
    }

    private IExpr wave(Elementary f, IExpr positive, boolean overRate, IExpr tau) {
        IExpr rate = Expr.times(outside, Expr.sqrt(positive));
        IExpr wave = Expr.apply(f, Expr.times(rate, tau));
        return overRate ? Expr.divide(wave, rate) : wave;
    }
}
