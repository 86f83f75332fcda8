package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Finds divisors that several products need and replaces them by a reciprocal computed once: a division takes as long as ten
 * multiplications. Pairs of factors that keep meeting are multiplied once.
 */
final class SharedFactors {
    private static final int MOST_PAIRS = 60;

    private final Map<ISymbol, IExpr> definitions = new LinkedHashMap<>();

    /** What the symbols stand for that {@link #of} put into the trees. */
    Map<ISymbol, IExpr> definitions() {
        return definitions;
    }

    List<IExpr> of(List<IExpr> results) {
        List<IExpr> out = results;
        Map<IExpr, Integer> divisors = new LinkedHashMap<>();
        out.forEach(e -> countDivisors(e, divisors));
        for (Map.Entry<IExpr, Integer> d : divisors.entrySet()) {
            if (d.getValue() > 1) {
                ISymbol reciprocal = define(Expr.power(d.getKey(), -1));
                out = out.stream().map(e -> divisor(e, d.getKey(), reciprocal)).toList();
            }
        }
        for (int round = 0; round < MOST_PAIRS && !definitions.isEmpty(); round++) {
            Map<List<IExpr>, Integer> pairs = new LinkedHashMap<>();
            out.forEach(e -> countPairs(e, pairs));
            List<IExpr> best = pairs.entrySet().stream()
                    .filter(p -> p.getValue() > 1)
                    .max(Map.Entry.<List<IExpr>, Integer>comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(List.of());
            if (best.isEmpty()) {
                break;
            }
            ISymbol product = define(Expr.times(best.get(0), best.get(1)));
            out = out.stream().map(e -> pair(e, best, product)).toList();
        }
        return out;
    }

    private ISymbol define(IExpr value) {
        ISymbol symbol = Expr.symbol("shared factor " + definitions.size());
        definitions.put(symbol, value);
        return symbol;
    }

    private static boolean isDivisor(IExpr e) {
        return Expr.isPower(e)
                && !((IAST) e).arg1().equals(Expr.E)
                && ((IAST) e).arg2() instanceof IRational q
                && q.isInteger()
                && q.isNegative();
    }

    private static void countDivisors(IExpr e, Map<IExpr, Integer> out) {
        if (isDivisor(e)) {
            out.merge(((IAST) e).arg1(), 1, Integer::sum);
        }
        Expr.arguments(e).forEach(x -> countDivisors(x, out));
    }

    private static IExpr divisor(IExpr e, IExpr base, ISymbol reciprocal) {
        if (isDivisor(e) && ((IAST) e).arg1().equals(base)) {
            return Expr.power(reciprocal, Expr.negate(((IAST) e).arg2()));
        }
        return mapped(e, x -> divisor(x, base, reciprocal));
    }

    private static IExpr mapped(IExpr e, java.util.function.UnaryOperator<IExpr> f) {
        if (!(e instanceof IAST a)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(f).toList();
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    /** The factors of a product, positive powers of defined symbols as repeated factors. */
    private List<IExpr> factors(IExpr e) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr f : Expr.factors(e)) {
            boolean power = f.isAST(S.Power)
                    && definitions.containsKey(((IAST) f).arg1())
                    && ((IAST) f).arg2() instanceof IRational q
                    && q.isInteger();
            int n = power ? ((IRational) ((IAST) f).arg2()).toBigNumerator().intValue() : 1;
            if (!(f instanceof IRational) && !isDivisor(f)) {
                for (int i = 0; i < n; i++) {
                    out.add(power ? ((IAST) f).arg1() : f);
                }
            }
        }
        return out;
    }

    private void countPairs(IExpr e, Map<List<IExpr>, Integer> out) {
        List<IExpr> factors = Expr.isProduct(e) || Expr.isPower(e) ? factors(e) : List.of();
        List<List<IExpr>> seen = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = 0; j < factors.size(); j++) {
                List<IExpr> pair = List.of(factors.get(i), factors.get(j));
                boolean reciprocal = definitions.containsKey(factors.get(i));
                boolean ordered = !definitions.containsKey(factors.get(j)) || i < j;
                if (i != j && reciprocal && ordered && !seen.contains(pair)) {
                    seen.add(pair);
                    out.merge(pair, 1, Integer::sum);
                }
            }
        }
        Expr.arguments(e).forEach(x -> countPairs(x, out));
    }

    private IExpr pair(IExpr e, List<IExpr> pair, ISymbol product) {
        if (Expr.isProduct(e)) {
            List<IExpr> factors = factors(e);
            if (factors.remove(pair.get(0)) && factors.remove(pair.get(1))) {
                IExpr rest = Expr.divide(e, Expr.times(pair.get(0), pair.get(1)));
                return Expr.times(mapped(rest, x -> pair(x, pair, product)), product);
            }
        }
        return mapped(e, x -> pair(x, pair, product));
    }
}
