package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Powers as one writes them: {@code e^{k log h} = h^k}, and those of numbers by primes. */
final class Powers {
    private static final int LARGEST_FACTOR = 1_000;

    private Powers() {}

    static IExpr gathered(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e) || Expr.isPiecewise(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(Powers::gathered).toList();
        if (Expr.isPower(e) && arguments.get(0).equals(Expr.E)) {
            List<IExpr> factors = new ArrayList<>(Expr.factors(arguments.get(1)));
            Optional<IExpr> logarithm =
                    factors.stream().filter(f -> f.isAST(Elementary.LOG.head())).findFirst();
            if (logarithm.isPresent()) {
                factors.remove(logarithm.get());
                return Expr.power(((IAST) logarithm.get()).arg1(), Expr.times(factors));
            }
        }
        return Expr.rebuild(a.head(), arguments);
    }

    static boolean isWhole(IExpr exponent) {
        return exponent instanceof IRational q && q.toBigDenominator().equals(BigInteger.ONE);
    }

    /** Whether it is a power with an even exponent. */
    static boolean isEven(IExpr e) {
        return Expr.isPower(e)
                && isWhole(((IAST) e).arg2())
                && !((IRational) ((IAST) e).arg2()).toBigNumerator().testBit(0);
    }

    /** {@code log h^k = k log |h|} for an even k. */
    static IExpr outOfLogarithms(IExpr e) {
        Map<IExpr, IExpr> plain = new LinkedHashMap<>();
        for (IExpr logarithm : Expr.subtrees(e, f -> f.isAST(Elementary.LOG.head()))) {
            IExpr h = ((IAST) logarithm).arg1();
            if (isEven(h)) {
                plain.put(logarithm, Expr.times(((IAST) h).arg2(), Expr.log(Expr.abs(((IAST) h).arg1()))));
            }
        }
        return Expr.substitute(e, plain);
    }

    /** {@code n^q}, by the primes of n that are small. */
    static IExpr ofPrimes(IRational n, IExpr q) {
        Map<BigInteger, IExpr> primes = new TreeMap<>();
        collect(n.toBigNumerator(), q, primes);
        collect(n.toBigDenominator(), Expr.negate(q), primes);
        List<IExpr> out = new ArrayList<>();
        primes.forEach((p, k) -> out.add(Expr.power(Expr.integer(p), k)));
        return Expr.times(out);
    }

    private static void collect(BigInteger n, IExpr exponent, Map<BigInteger, IExpr> primes) {
        BigInteger left = n;
        for (int f = 2; f <= LARGEST_FACTOR && left.bitLength() > 1; f++) {
            BigInteger p = BigInteger.valueOf(f);
            while (left.mod(p).signum() == 0) {
                left = left.divide(p);
                primes.merge(p, exponent, Expr::plus);
            }
        }
        if (!left.equals(BigInteger.ONE)) {
            primes.merge(left, exponent, Expr::plus);
        }
    }
}
