package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Collects {@code Σ c_i log|p_i|} and writes it with few logarithms: equal and opposite coefficients share one, and {@code
 * (log|t+k| - log|t-k|)/2} is {@code atanh(t/k)} or {@code atanh(k/t)} where the range of t says which is real.
 */
final class LogarithmSum {
    private record Term(IExpr coefficient, IExpr argument) {}

    private final List<Term> terms = new ArrayList<>();
    private final ISymbol variable;
    private final Range range;

    LogarithmSum(ISymbol variable, Range range) {
        this.variable = variable;
        this.range = range;
    }

    void add(IExpr coefficient, IExpr argument) {
        terms.add(new Term(coefficient, argument));
    }

    IExpr tree() {
        List<IExpr> out = new ArrayList<>();
        List<Term> left = new ArrayList<>(terms);
        while (!left.isEmpty()) {
            Term first = left.remove(0);
            Term partner = partner(first, left);
            if (partner == null) {
                out.add(Expr.times(first.coefficient, logarithm(first.argument)));
            } else {
                left.remove(partner);
                out.add(pair(first, partner));
            }
        }
        return Expr.plus(out);
    }

    @org.jspecify.annotations.Nullable
    private Term partner(Term first, List<Term> others) {
        if (isExponential(first)) {
            return null;
        }
        for (Term t : others) {
            if (isExponential(t)) {
                continue;
            }
            if (t.coefficient.equals(first.coefficient) || t.coefficient.equals(Expr.negate(first.coefficient))) {
                return t;
            }
        }
        return null;
    }

    /** A positive variable stands for an exponential, whose logarithm alone is simpler than with others. */
    private boolean isExponential(Term t) {
        return t.argument.equals(variable) && range.isPositive();
    }

    private IExpr pair(Term a, Term b) {
        if (a.coefficient.equals(b.coefficient)) {
            return Expr.times(a.coefficient, logarithm(Expr.times(a.argument, b.argument)));
        }
        IExpr p = root(a.argument);
        IExpr q = root(b.argument);
        if (p instanceof IRational && p.equals(Expr.negate(q))) {
            double k = Math.abs(number(p));
            IExpr ratio = Expr.divide(variable, q);
            if (range.within(k)) {
                // log|t + q| - log|t - q| = 2 atanh(t/q) for |t| < |q|
                return Expr.times(Expr.TWO, a.coefficient, Expr.apply(Elementary.ATANH, ratio));
            }
            if (range.low() >= k || range.high() <= -k) {
                return Expr.times(Expr.TWO, a.coefficient, Expr.apply(Elementary.ATANH, Expr.power(ratio, -1)));
            }
        }
        boolean flip = Range.of(a.coefficient, List.of()).isNegative();
        IExpr quotient = flip ? Expr.divide(b.argument, a.argument) : Expr.divide(a.argument, b.argument);
        return Expr.times(flip ? b.coefficient : a.coefficient, logarithm(quotient));
    }

    /** The rational root of {@code t + r} up to a factor, else zero. */
    private IExpr root(IExpr linear) {
        IExpr slope = dev.prolong.algebra.Differentiation.derivative(linear, variable);
        IExpr root = Expr.divide(Expr.negate(Expr.substitute(linear, variable, Expr.ZERO)), slope);
        return slope instanceof IRational && root instanceof IRational ? root : Expr.PI;
    }

    private static double number(IExpr q) {
        IRational r = (IRational) q;
        return r.toBigNumerator().doubleValue() / r.toBigDenominator().doubleValue();
    }

    private IExpr logarithm(IExpr argument) {
        return Expr.log(Expr.abs(argument));
    }
}
