package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * The operations on trees with their guards: no division by zero, no value outside the real numbers, no number or exponent so large that
 * writing it out would take forever.
 */
final class Arithmetic {

    /** Numbers may have this many binary digits. */
    private static final int BITS = 40_000;

    /** Numeric exponents may have numerators and denominators up to this. */
    private static final BigInteger EXPONENT = BigInteger.valueOf(10_000);

    /** Longer sums and products are put together half by half, so that numbers are checked while they grow. */
    private static final int FEW = 64;

    private static final double BITS_PER_DIGIT = 3.33;

    private final Scope scope;

    Arithmetic(Scope scope) {
        this.scope = scope;
    }

    IExpr sum(List<IExpr> terms, Span span) {
        return balanced(terms, span, Expr::plus);
    }

    IExpr product(List<IExpr> factors, Span span) {
        return balanced(factors, span, Expr::times);
    }

    private IExpr balanced(List<IExpr> parts, Span span, Function<List<IExpr>, IExpr> operation) {
        if (parts.size() <= FEW) {
            return checked(operation.apply(parts), span);
        }
        int half = parts.size() / 2;
        IExpr left = balanced(parts.subList(0, half), span, operation);
        IExpr right = balanced(parts.subList(half, parts.size()), span, operation);
        return checked(operation.apply(List.of(left, right)), span);
    }

    /** {@code 1/e}. */
    IExpr reciprocal(IExpr e, Span span) {
        if (e.equals(Expr.ZERO)) {
            String text = scope.diagnostics().source().slice(span);
            scope.report(DiagnosticKind.DIVISION_BY_ZERO, span, text);
            return Scope.UNKNOWN;
        }
        return Expr.power(e, Expr.MINUS_ONE);
    }

    IExpr power(IExpr base, IExpr exponent, Span span) {
        if (exponent instanceof IRational q) {
            if (base.equals(Expr.ZERO) && signum(q) < 0) {
                return reciprocal(base, span);
            }
            if (exceeds(q) && !base.equals(Expr.ONE)) {
                scope.report(DiagnosticKind.EXPONENT_TOO_LARGE, span, EXPONENT.toString());
                return Scope.UNKNOWN;
            }
            if (!RealDomain.admitsPower(base, q)) {
                String why = base.equals(Expr.ZERO)
                        ? "0^0 is not defined"
                        : "fractional powers are taken of positive numbers only";
                scope.report(DiagnosticKind.NOT_REAL, span, why);
                return Scope.UNKNOWN;
            }
            if (base instanceof IRational b
                    && bits(b) * Math.abs(q.toBigNumerator().doubleValue()) > BITS) {
                return tooLarge(span);
            }
        }
        return checked(Expr.power(base, exponent), span);
    }

    private static boolean exceeds(IRational q) {
        return q.toBigNumerator().abs().compareTo(EXPONENT) > 0
                || q.toBigDenominator().compareTo(EXPONENT) > 0;
    }

    /** The tree, unless a number in it is absurdly long. */
    private IExpr checked(IExpr e, Span span) {
        boolean small = e instanceof IRational q
                ? bits(q) <= BITS
                : Expr.arguments(e).stream().allMatch(Arithmetic::isSmall);
        return small ? e : tooLarge(span);
    }

    private static boolean isSmall(IExpr part) {
        if (part instanceof IRational q) {
            return bits(q) <= BITS;
        }
        return !part.isAST(S.Times)
                || !(Expr.arguments(part).get(0) instanceof IRational coefficient)
                || bits(coefficient) <= BITS;
    }

    private IExpr tooLarge(Span span) {
        scope.report(DiagnosticKind.NUMBER_TOO_LARGE, span, Integer.toString((int) (BITS / BITS_PER_DIGIT)));
        return Scope.UNKNOWN;
    }

    private static int bits(IRational q) {
        return q.toBigNumerator().bitLength() + q.toBigDenominator().bitLength();
    }

    private static int signum(IRational q) {
        return q.toBigNumerator().signum();
    }
}
