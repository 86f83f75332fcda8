package dev.prolong.algebra.numeric;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Interruption;
import dev.prolong.algebra.LinearKernel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Evaluates trees in balls with mantissas of a fixed number of bits. */
final class BallEvaluation {
    private static final int MOST_INTEGRAND_VALUES = 100_000;

    private final Map<ISymbol, Ball> point;
    private final Map<IExpr, Ball> known = new HashMap<>();
    private final int bits;
    private final long seed;
    private final int[] budget;

    BallEvaluation(Map<ISymbol, BigDecimal> point, int bits, long seed) {
        this(new HashMap<>(), bits, seed, new int[] {MOST_INTEGRAND_VALUES});
        point.forEach((s, x) -> this.point.put(s, Ball.of(x, bits)));
    }

    private BallEvaluation(Map<ISymbol, Ball> point, int bits, long seed, int[] budget) {
        this.point = point;
        this.bits = bits;
        this.seed = seed;
        this.budget = budget;
    }

    Ball of(IExpr e) {
        Interruption.poll();
        if (e instanceof IRational q) {
            Ball n = Ball.rounded(q.toBigNumerator(), 0, 0, bits);
            BigInteger d = q.toBigDenominator();
            return d.equals(BigInteger.ONE) ? n : n.divide(Ball.exact(d, 0), bits);
        }
        if (e instanceof ISymbol s) {
            return symbol(s);
        }
        if (!(e instanceof IAST a)) {
            throw new IllegalArgumentException("no number is known for " + e);
        }
        if (Expr.isSum(e)) {
            return fold(a, Ball.ZERO, (x, y) -> x.plus(y, bits));
        }
        if (Expr.isProduct(e)) {
            return fold(a, Ball.ONE, (x, y) -> x.times(y, bits));
        }
        Ball value = known.get(e);
        if (value == null) {
            value = application(a);
            known.put(e, value);
        }
        return value;
    }

    private Ball symbol(ISymbol s) {
        if (s.equals(Expr.PI)) {
            return Constants.PI.ball(bits);
        }
        if (s.equals(Expr.E)) {
            return Transcendental.exp(Ball.ONE, bits);
        }
        Ball value = point.get(s);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + s.getSymbolName());
        }
        return value;
    }

    private interface Operation {
        Ball of(Ball x, Ball y);
    }

    private Ball fold(IAST a, Ball start, Operation operation) {
        Ball out = start;
        for (int i = 1; i < a.size() && out.isReal(); i++) {
            out = operation.of(out, of(a.get(i)));
        }
        return out;
    }

    private Ball application(IAST a) {
        if (Expr.isPower(a)) {
            return power(a.arg1(), a.arg2());
        }
        if (Expr.isPiecewise(a)) {
            return piecewise(a);
        }
        if (Expr.isIntegral(a)) {
            return integral(a.arg1(), (IAST) a.arg2());
        }
        if (Expr.isArbitrary(a)) {
            return arbitrary(a);
        }
        if (LinearKernel.isKernel(a)) {
            // whatever it is claimed of holds for all values that it can take
            LinearKernel kernel = LinearKernel.of(a);
            Ball x = of(kernel.argument());
            return x.isReal() ? new StandIn(kernel.name(), seed).of(List.of(0), List.of(x), bits) : x;
        }
        Elementary f = Elementary.byHead(a.head())
                .orElseThrow(() -> new IllegalArgumentException("no number is known for " + a.head()));
        Ball x = of(a.arg1());
        for (int i = 2; i < a.size(); i++) {
            Ball y = of(a.get(i));
            x = f == Elementary.MAX ? x.max(y, bits) : x.min(y, bits);
        }
        return ElementaryValue.of(f, x, bits);
    }

    private Ball power(IExpr base, IExpr exponent) {
        if (base.equals(Expr.E)) {
            return Transcendental.exp(of(exponent), bits);
        }
        Ball b = of(base);
        if (!b.isReal()) {
            return b;
        }
        if (exponent instanceof IRational q) {
            boolean negative = q.toBigNumerator().signum() < 0;
            Ball positive = rationalPower(b, q.toBigNumerator().abs(), q.toBigDenominator());
            return negative ? positive.inverse(bits) : positive;
        }
        Ball y = of(exponent);
        return b.isExactZero() && y.isSurelyPositive() ? b : viaLogarithm(b, y);
    }

    private Ball rationalPower(Ball b, BigInteger n, BigInteger d) {
        if (b.isExactZero()) {
            return b;
        }
        boolean small = n.bitLength() <= 16;
        if (small && d.equals(BigInteger.ONE)) {
            return b.power(n.intValue(), bits);
        }
        if (small && d.equals(BigInteger.TWO)) {
            return b.sqrt(bits).power(n.intValue(), bits);
        }
        Ball q = Ball.rounded(n, 0, 0, bits).divide(Ball.rounded(d, 0, 0, bits), bits);
        if (d.equals(BigInteger.ONE) && b.isSurelyNegative()) {
            Ball size = viaLogarithm(b.abs(), q);
            return n.testBit(0) ? size.negate() : size;
        }
        return viaLogarithm(b, q);
    }

    /** {@code b^y = e^(y log b)} for positive b. */
    private Ball viaLogarithm(Ball b, Ball y) {
        return Transcendental.exp(y.times(Transcendental.log(b, bits + 12), bits + 12), bits);
    }

    private Ball piecewise(IAST a) {
        for (Expr.Branch branch : Expr.branches(a)) {
            Ball holds = truth(branch.condition());
            if (!holds.isReal()) {
                return holds;
            }
            if (!holds.isExactZero()) {
                return of(branch.value());
            }
        }
        return of(a.arg2());
    }

    /** One where the condition surely holds, zero where it surely fails, else without value. */
    Ball truth(IExpr condition) {
        if (condition.equals(Condition.TRUE) || condition.equals(Condition.FALSE)) {
            return condition.equals(Condition.TRUE) ? Ball.ONE : Ball.ZERO;
        }
        if (condition.isAST(S.And) || condition.isAST(S.Or)) {
            return junction((IAST) condition, condition.isAST(S.Or));
        }
        if (!Condition.isComparison(condition)) {
            throw new IllegalArgumentException("not a condition: " + condition);
        }
        IAST c = (IAST) condition;
        Ball gap = of(c.arg1()).minus(of(c.arg2()), bits);
        if (!gap.isReal()) {
            return gap;
        }
        if (!gap.isSurelyNonZero() && !gap.isExactZero()) {
            return Ball.undefined(Status.UNSURE);
        }
        int sign = gap.mantissa().signum();
        boolean holds = c.isAST(S.Less)
                ? sign < 0
                : c.isAST(S.LessEqual)
                        ? sign <= 0
                        : c.isAST(S.Greater)
                                ? sign > 0
                                : c.isAST(S.GreaterEqual) ? sign >= 0 : c.isAST(S.Equal) == (sign == 0);
        return holds ? Ball.ONE : Ball.ZERO;
    }

    /** A junction is decided as soon as one part decides it. */
    private Ball junction(IAST parts, boolean deciding) {
        Ball undecided = Ball.ONE;
        for (int i = 1; i < parts.size(); i++) {
            Ball part = truth(parts.get(i));
            if (part.isReal() && part.isExactZero() != deciding) {
                return part;
            }
            undecided = part.isReal() ? undecided : part;
        }
        return undecided.isReal() ? (deciding ? Ball.ZERO : Ball.ONE) : undecided;
    }

    private Ball integral(IExpr f, IAST range) {
        ISymbol s = (ISymbol) range.arg1();
        return new Quadrature(x -> integrand(f, s, x), bits).between(of(range.arg2()), of(range.arg3()));
    }

    private Ball integrand(IExpr f, ISymbol s, Ball x) {
        if (budget[0]-- <= 0) {
            return Ball.undefined(Status.DIVERGENT);
        }
        Map<ISymbol, Ball> inner = new HashMap<>(point);
        inner.put(s, x);
        return new BallEvaluation(inner, bits, seed, budget).of(f);
    }

    private Ball arbitrary(IAST a) {
        List<Ball> arguments = Expr.arguments(a).stream().map(this::of).toList();
        for (Ball x : arguments) {
            if (!x.isReal()) {
                return x;
            }
        }
        return new StandIn(ArbitraryFunction.name(a).getSymbolName(), seed)
                .of(ArbitraryFunction.orders(a), arguments, bits);
    }

    /** The size of the largest terms that add up to e: what its digits count from where they cancel. */
    double size(IExpr e) {
        if (Expr.isSum(e)) {
            double largest = 0;
            for (IExpr term : Expr.arguments(e)) {
                largest = Math.max(largest, size(term));
            }
            return largest;
        }
        if (Expr.isProduct(e)) {
            double product = 1;
            for (IExpr factor : Expr.arguments(e)) {
                product *= size(factor);
            }
            return product;
        }
        Ball value = of(e);
        return value.isSurelyNonZero() ? value.upper() : Math.max(1, value.upper());
    }
}
