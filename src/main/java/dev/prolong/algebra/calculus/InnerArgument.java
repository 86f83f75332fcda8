package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function of x seen as one of an affine argument {@code u = a x + b}: {@code ∫ f(x) dx = (1/a) ∫ f((u - b)/a) du}. The argument is
 * chosen so that the exponentials and the trigonometric and hyperbolic functions in f have integer multiples of u, where possible.
 *
 * @param symbol stands for u
 * @param argument the tree {@code a x + b}
 * @param slope a
 * @param function {@code f} as a function of u
 */
record InnerArgument(ISymbol symbol, IExpr argument, IExpr slope, IExpr function) {
    /** The view of f that serves integration best; u is x itself where there is no better one. */
    static InnerArgument of(IExpr f, ISymbol x) {
        Set<IExpr> periodic = new LinkedHashSet<>();
        Set<IExpr> others = new LinkedHashSet<>();
        collect(f, x, periodic, others);
        IExpr argument = periodic.isEmpty() ? simplest(others, x).orElse(x) : common(List.copyOf(periodic), x);
        if (argument.equals(x)) {
            return new InnerArgument(x, x, Expr.ONE, f);
        }
        Affine affine = Affine.in(argument, x).orElseThrow();
        ISymbol u = Fresh.inner(x);
        IExpr inverse = Expr.divide(Expr.minus(u, affine.offset()), affine.slope());
        Map<IExpr, IExpr> direct = new HashMap<>(Map.of(argument, u, Expr.negate(argument), Expr.negate(u)));
        for (IExpr e : Expr.subtrees(f, e -> isExponential(e, x))) {
            IAST power = (IAST) e;
            Affine.in(power.arg2(), x)
                    .ifPresent(exponent -> direct.put(e, Expr.power(power.arg1(), affine.carried(exponent, u))));
        }
        IExpr function = Expr.substitute(Expr.substitute(f, direct), x, inverse);
        return new InnerArgument(u, argument, affine.slope(), function);
    }

    /** An antiderivative in u as one in x. */
    IExpr back(IExpr antiderivative) {
        IExpr inX = Expr.substitute(antiderivative, symbol, argument);
        Map<IExpr, IExpr> powers = new HashMap<>();
        Expr.subtrees(inX, e -> Expr.isPower(e) && ((IAST) e).arg1().equals(Expr.E))
                .forEach(e -> powers.put(e, Expr.expOfLogarithms(((IAST) e).arg2())));
        return Expr.plus(Expr.terms(Expr.substitute(inX, powers)).stream()
                .map(t -> Expr.divide(t, slope))
                .toList());
    }

    private static void collect(IExpr e, ISymbol x, Set<IExpr> periodic, Set<IExpr> others) {
        if (Expr.isFreeOf(e, x) || !(e instanceof IAST a)) {
            if (e.equals(x)) {
                others.add(e);
            }
            return;
        }
        if (Affine.in(e, x).isPresent()) {
            others.add(e);
            return;
        }
        boolean exponential = isExponential(e, x);
        IExpr argument = exponential ? Expr.times(a.arg2(), Expr.log(a.arg1())) : a.arg1();
        if ((exponential
                        || Elementary.byHead(a.head())
                                .filter(InnerArgument::isExponentialKind)
                                .isPresent())
                && Affine.in(argument, x).isPresent()) {
            periodic.add(startsNegative(argument) ? Expr.negate(argument) : argument);
            return;
        }
        Expr.arguments(e).forEach(part -> collect(part, x, periodic, others));
    }

    private static boolean isExponential(IExpr e, ISymbol x) {
        return Expr.isPower(e) && Expr.isFreeOf(((IAST) e).arg1(), x);
    }

    private static boolean startsNegative(IExpr e) {
        IExpr term = Expr.isSum(e) ? Expr.arguments(e).get(0) : e;
        return Expr.factors(term).get(0) instanceof IRational q
                && q.toBigNumerator().signum() < 0;
    }

    private static boolean isExponentialKind(Elementary f) {
        return switch (f) {
            case SIN, COS, TAN, SEC, CSC, COT, SINH, COSH, TANH, SECH, CSCH, COTH -> true;
            default -> false;
        };
    }

    /** The smallest argument; a sum whose slope is no number goes before all others. */
    private static Optional<IExpr> simplest(Set<IExpr> arguments, ISymbol x) {
        Optional<IExpr> symbolic = simplest(arguments.stream()
                .filter(a -> Expr.isSum(a)
                        && Affine.in(a, x)
                                .filter(k -> !(k.slope() instanceof IRational))
                                .isPresent())
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
        return symbolic.isPresent() ? symbolic : simplest(arguments);
    }

    private static Optional<IExpr> simplest(Set<IExpr> arguments) {
        return arguments.stream().min(Comparator.comparingLong(Expr::size));
    }

    /** An argument of which all others are integer multiples up to constants; the simplest one if they are incommensurable. */
    private static IExpr common(List<IExpr> arguments, ISymbol x) {
        IExpr unit = Affine.in(arguments.get(0), x).orElseThrow().slope();
        BigInteger n = BigInteger.ZERO;
        BigInteger d = BigInteger.ONE;
        List<IExpr> ratios = new ArrayList<>();
        for (IExpr argument : arguments) {
            IExpr ratio = Expr.divide(Affine.in(argument, x).orElseThrow().slope(), unit);
            if (!(ratio instanceof IRational q)) {
                return simplest(new LinkedHashSet<>(arguments)).orElseThrow();
            }
            // gcd(n/d, p/q) = gcd(n q, p d)/(d q)
            n = n.multiply(q.toBigDenominator()).gcd(q.toBigNumerator().multiply(d));
            d = d.multiply(q.toBigDenominator());
            ratios.add(ratio);
        }
        IExpr greatest = Expr.rational(n, d);
        IExpr best = null;
        for (int i = 0; i < arguments.size(); i++) {
            boolean fits = ratios.get(i).equals(greatest) || ratios.get(i).equals(Expr.negate(greatest));
            if (fits && (best == null || Expr.size(arguments.get(i)) < Expr.size(best))) {
                best = arguments.get(i);
            }
        }
        return best != null ? best : Expr.times(greatest, unit, x);
    }
}
