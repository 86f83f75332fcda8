package dev.prolong.group;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Powers as one writes them: {@code e^{k log h} = h^k, 2^r a^r = (2a)^r}. */
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
        IExpr out = Expr.rebuild(a.head(), arguments);
        return Expr.isProduct(out) ? absorbed(out) : out;
    }

    /** {@code n^q}, by the primes of n that are small. */
    static IExpr ofPrimes(IRational n, IExpr q) {
        Map<BigInteger, IExpr> primes = new TreeMap<>();
        collect(n, q, primes);
        return product(primes);
    }

    /** Numbers with fractional powers taken under the root of a sum, where a rational number does it. */
    private static IExpr absorbed(IExpr product) {
        Map<BigInteger, IExpr> primes = new TreeMap<>();
        List<IExpr> rest = new ArrayList<>();
        boolean fractional = false;
        for (IExpr f : Expr.factors(product)) {
            boolean power = isFractional(f) && ((IAST) f).arg1() instanceof IRational b && b.isPositive();
            if (power) {
                collect((IRational) ((IAST) f).arg1(), ((IAST) f).arg2(), primes);
                fractional = true;
            } else if (f instanceof IRational n && n.isPositive()) {
                collect(n, Expr.ONE, primes);
            } else {
                rest.add(f);
            }
        }
        List<IExpr> roots = rest.stream()
                .filter(f -> isFractional(f) && Expr.isSum(((IAST) f).arg1()))
                .toList();
        if (!fractional || roots.size() != 1) {
            return product;
        }
        IAST root = (IAST) roots.get(0);
        primes.replaceAll((p, k) -> Expr.divide(k, root.arg2()));
        if (!primes.values().stream().allMatch(Powers::isWhole)) {
            return product;
        }
        rest.remove(root);
        IExpr factor = product(primes);
        IExpr base = Expr.plus(
                Expr.terms(root.arg1()).stream().map(t -> Expr.times(factor, t)).toList());
        rest.add(Expr.power(base, root.arg2()));
        return Expr.times(rest);
    }

    private static boolean isFractional(IExpr f) {
        return Expr.isPower(f) && ((IAST) f).arg2() instanceof IRational && !isWhole(((IAST) f).arg2());
    }

    private static boolean isWhole(IExpr q) {
        return q instanceof IRational r && r.toBigDenominator().equals(BigInteger.ONE);
    }

    private static void collect(IRational n, IExpr exponent, Map<BigInteger, IExpr> primes) {
        collect(n.toBigNumerator(), exponent, primes);
        collect(n.toBigDenominator(), Expr.negate(exponent), primes);
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

    private static IExpr product(Map<BigInteger, IExpr> primes) {
        List<IExpr> out = new ArrayList<>();
        primes.forEach((p, k) -> out.add(Expr.power(Expr.integer(p), k)));
        return Expr.times(out);
    }
}
