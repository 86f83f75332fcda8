package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** How Java code computes a tree: which operations, of which operands. One reading for the emitter and for sharing. */
final class Shape {
    /** Integer powers up to this are written as products. */
    static final int LARGEST_PRODUCT = 8;

    private Shape() {}

    static boolean isAtom(IExpr e) {
        return e instanceof ISymbol || e instanceof IRational;
    }

    /** The trees whose values the code of {@code e} needs, signs stripped. */
    static List<IExpr> operands(IExpr e) {
        if (isAtom(e)) {
            return List.of();
        }
        if (Expr.isSum(e)) {
            return Expr.arguments(e).stream().map(Shape::magnitude).toList();
        }
        if (Expr.isPower(e)) {
            return powerOperands((IAST) e);
        }
        if (Expr.isProduct(e)) {
            return fractionOperands(e);
        }
        if (Expr.isPiecewise(e)) {
            return Stream.concat(
                            Expr.branches((IAST) e).stream()
                                    .flatMap(
                                            b -> Stream.concat(operands(b.condition()).stream(), Stream.of(b.value()))),
                            Stream.of(((IAST) e).arg2()))
                    .toList();
        }
        if (e.isAST(S.And) || e.isAST(S.Or)) {
            return Expr.arguments(e).stream().flatMap(c -> operands(c).stream()).toList();
        }
        return Condition.isComparison(e)
                ? Expr.arguments(e)
                : Expr.arguments(e).stream().map(Shape::magnitude).toList();
    }

    /** {@code e} or {@code -e}, whichever is written without a leading minus sign. */
    static IExpr magnitude(IExpr e) {
        return isNegative(e) ? negate(e) : e;
    }

    /** {@code -e}, of a sum term by term. */
    static IExpr negate(IExpr e) {
        return Expr.isSum(e)
                ? Expr.plus(Expr.arguments(e).stream().map(Expr::negate).toList())
                : Expr.negate(e);
    }

    static boolean isNegative(IExpr e) {
        if (Expr.isSum(e)) {
            return Expr.arguments(e).stream().allMatch(Shape::isNegative);
        }
        IExpr first = Expr.isProduct(e) ? ((IAST) e).arg1() : e;
        return first instanceof IRational q && q.isNegative();
    }

    private static List<IExpr> fractionOperands(IExpr e) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        Fractions.split(e, above, below);
        above.addAll(below);
        return above;
    }

    private static List<IExpr> powerOperands(IAST power) {
        IExpr base = power.arg1();
        IExpr exponent = power.arg2();
        if (base.equals(Expr.E)) {
            return List.of(magnitude(exponent));
        }
        if (!(exponent instanceof IRational q)) {
            return List.of(base, exponent);
        }
        if (q.isNegative()) {
            return fractionOperands(power);
        }
        return isHalf(q) && !exponent.equals(Expr.HALF) ? List.of(base, Expr.sqrt(base)) : List.of(base);
    }

    /** Whether the exponent is an odd multiple of 1/2. */
    static boolean isHalf(IRational q) {
        return q.toBigDenominator().equals(BigInteger.TWO);
    }

    /** Whether the power is a product of equal factors (times a root), so that its base is better a name. */
    static boolean repeatsBase(IExpr e) {
        return Expr.isPower(e)
                && !((IAST) e).arg1().equals(Expr.E)
                && ((IAST) e).arg2() instanceof IRational q
                && !q.isNegative()
                && !e.equals(Expr.sqrt(((IAST) e).arg1()))
                && factorCount(q) <= LARGEST_PRODUCT;
    }

    /** How often the base stands in the product that a positive power becomes; too many for fractions other than halves. */
    static int factorCount(IRational q) {
        BigInteger whole = q.toBigNumerator().divide(q.toBigDenominator());
        boolean product = q.isInteger() || isHalf(q);
        return product && whole.bitLength() < 16 ? whole.intValue() : Integer.MAX_VALUE;
    }
}
