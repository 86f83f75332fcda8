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
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Solutions of {@code d²w/dτ² = d w}: {@code C = cosh √d τ, S = sinh √d τ/√d}; cos and sin where d is negative, 1 and τ where it is zero,
 * and a case for each where its sign is not known.
 */
final class Waves {
    private final IExpr square;
    private final List<Assumption> assumptions;

    /**
     * The waves of this d.
     *
     * @param square d
     */
    Waves(IExpr square, List<Assumption> assumptions) {
        this.square = square;
        this.assumptions = assumptions;
    }

    /** C at time τ. */
    IExpr even(IExpr tau) {
        return of(
                (r, f) -> Expr.apply(f.equals(S.True) ? Elementary.COSH : Elementary.COS, Expr.times(r, tau)),
                Expr.ONE);
    }

    /** S at time τ. */
    IExpr odd(IExpr tau) {
        return of(
                (r, f) -> Expr.divide(
                        Expr.apply(f.equals(S.True) ? Elementary.SINH : Elementary.SIN, Expr.times(r, tau)), r),
                tau);
    }

    /** {@code S/C} at time τ. */
    IExpr tangent(IExpr tau) {
        return of(
                (r, f) -> Expr.divide(
                        Expr.apply(f.equals(S.True) ? Elementary.TANH : Elementary.TAN, Expr.times(r, tau)), r),
                tau);
    }

    private IExpr of(BinaryOperator<IExpr> wave, IExpr still) {
        if (square.equals(Expr.ZERO)) {
            return still;
        }
        IExpr opposite = Expr.negate(square);
        Optional<IExpr> real = root(square);
        if (real.isPresent()) {
            return wave.apply(real.get(), S.True);
        }
        Optional<IExpr> imaginary = root(opposite);
        if (imaginary.isPresent()) {
            return wave.apply(imaginary.get(), S.False);
        }
        List<IExpr> outside = new ArrayList<>();
        IExpr sign = withoutSquares(outside);
        IExpr rate = Expr.times(outside);
        return Expr.piecewise(
                List.of(
                        new Expr.Branch(
                                Condition.compare(sign, S.Greater, Expr.ZERO),
                                wave.apply(Expr.times(rate, Expr.sqrt(sign)), S.True)),
                        new Expr.Branch(
                                Condition.compare(sign, S.Less, Expr.ZERO),
                                wave.apply(Expr.times(rate, Expr.sqrt(Expr.negate(sign))), S.False))),
                still);
    }

    /** e with {@code d = m² e}, the factors of m added to the list. */
    private IExpr withoutSquares(List<IExpr> outside) {
        try {
            DifferentialField field = DifferentialField.of(List.of(square), Set.of(), assumptions);
            DifferentialField.Factored factored = field.factored(field.element(square));
            List<IExpr> inside = new ArrayList<>();
            boolean negative = factored.content() instanceof IRational q && q.isNegative();
            outside.add(Expr.sqrt(negative ? Expr.negate(factored.content()) : factored.content()));
            inside.add(negative ? Expr.MINUS_ONE : Expr.ONE);
            factored.powers().forEach((f, k) -> {
                outside.add(Expr.power(f, Math.floorDiv(k, 2)));
                inside.add(k % 2 == 0 ? Expr.ONE : f);
            });
            return Expr.plus(Expr.terms(Expr.times(inside)));
        } catch (NotSmoothException | ArithmeticException outsideOfFields) {
            outside.clear();
            return square;
        }
    }

    /** A square root of e that is real: of what is known to be positive, or of a square. */
    private Optional<IExpr> root(IExpr e) {
        Optional<IExpr> byFactors = rootOfFactors(e);
        if (byFactors.isPresent()) {
            return byFactors;
        }
        Optional<IExpr> ofSquare = rootOfSquare(e);
        return ofSquare.isPresent() || !Range.of(e, assumptions).isPositive() ? ofSquare : Optional.of(Expr.sqrt(e));
    }

    private static Optional<IExpr> rootOfSquare(IExpr e) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), List.of());
            return field.squareRoot(field.element(e)).map(field::tree);
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    private static Optional<IExpr> rootOfFactors(IExpr e) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : Expr.factors(e)) {
            if (factor instanceof IRational q) {
                if (q.toBigNumerator().signum() < 0) {
                    return Optional.empty();
                }
                out.add(Expr.sqrt(factor));
            } else if (factor instanceof IAST p
                    && Expr.isPower(factor)
                    && p.arg2() instanceof IRational q
                    && q.toBigDenominator().bitLength() == 1
                    && !q.toBigNumerator().testBit(0)) {
                out.add(Expr.power(p.arg1(), Expr.times(Expr.HALF, q)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Expr.times(out));
    }
}
