package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Polynomials in sines and cosines written as sums of single ones: {@code cos a cos b = (cos(a−b) + cos(a+b))/2} and so on, equal angles
 * collected.
 */
public final class Harmonics {
    private static final int MOST_POWERS = 8;

    private Harmonics() {}

    /** Empty where a sine or cosine stands in a denominator, an exponent or another function, or there is none. */
    public static Optional<IExpr> of(IExpr e) {
        Map<ISymbol, IExpr> waves = new LinkedHashMap<>();
        Map<IExpr, IExpr> stand = new LinkedHashMap<>();
        for (IExpr w : Expr.subtrees(e, Harmonics::isWave)) {
            ISymbol s = Expr.symbol("w'" + waves.size());
            waves.put(s, w);
            stand.put(w, s);
        }
        if (waves.isEmpty()) {
            return Optional.empty();
        }
        return Polynomials.coefficients(Expr.substitute(e, stand), waves.keySet())
                .flatMap(c -> sum(c, waves));
    }

    private static boolean isWave(IExpr e) {
        return e instanceof IAST a
                && Elementary.byHead(a.head())
                        .filter(f -> f == Elementary.SIN || f == Elementary.COS)
                        .isPresent();
    }

    /** One term {@code amplitude · sin(angle)} or {@code · cos(angle)}. */
    private record Wave(IExpr amplitude, boolean sine, IExpr angle) {}

    private static Optional<IExpr> sum(Map<IExpr, IExpr> coefficients, Map<ISymbol, IExpr> waves) {
        Map<IExpr, List<IExpr>> collected = new TreeMap<>(Order.TERMS);
        for (Map.Entry<IExpr, IExpr> entry : coefficients.entrySet()) {
            List<Wave> product = List.of(new Wave(entry.getValue(), false, Expr.ZERO));
            int factors = 0;
            for (IExpr f : Expr.factors(entry.getKey())) {
                IExpr base = Expr.isPower(f) ? ((IAST) f).arg1() : f;
                int power =
                        Expr.isPower(f) ? Numbers.numerator(((IAST) f).arg2()).intValueExact() : 1;
                factors += power;
                if (factors > MOST_POWERS) {
                    return Optional.empty();
                }
                for (int i = 0; i < power && base instanceof ISymbol; i++) {
                    product = times(product, waves.getOrDefault(base, Expr.ONE));
                }
            }
            for (Wave w : product) {
                IExpr function = w.angle().equals(Expr.ZERO)
                        ? (w.sine() ? Expr.ZERO : Expr.ONE)
                        : Expr.apply(w.sine() ? Elementary.SIN : Elementary.COS, w.angle());
                add(collected, function, w.amplitude());
            }
        }
        List<IExpr> terms = new ArrayList<>();
        collected.forEach((f, parts) -> terms.add(Expr.times(f, Expr.plus(parts))));
        return Optional.of(Expr.plus(terms));
    }

    /** An odd function of a negated angle is a number times one of the angle. */
    private static void add(Map<IExpr, List<IExpr>> collected, IExpr function, IExpr amplitude) {
        List<IExpr> numbers = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        Expr.factors(function).forEach(f -> (Expr.isNumber(f) ? numbers : rest).add(f));
        numbers.add(amplitude);
        if (!function.equals(Expr.ZERO)) {
            collected.computeIfAbsent(Expr.times(rest), k -> new ArrayList<>()).add(Expr.times(numbers));
        }
    }

    private static List<Wave> times(List<Wave> product, IExpr wave) {
        boolean sine = Elementary.byHead(((IAST) wave).head()).orElseThrow() == Elementary.SIN;
        IExpr b = ((IAST) wave).arg1();
        List<Wave> out = new ArrayList<>();
        for (Wave w : product) {
            IExpr half = Expr.times(Expr.HALF, w.amplitude());
            IExpr sum = expanded(Expr.plus(w.angle(), b));
            IExpr difference = expanded(Expr.minus(w.angle(), b));
            if (w.sine() && sine) {
                out.add(new Wave(half, false, difference));
                out.add(new Wave(Expr.negate(half), false, sum));
            } else if (w.sine()) {
                out.add(new Wave(half, true, difference));
                out.add(new Wave(half, true, sum));
            } else if (sine) {
                out.add(new Wave(Expr.negate(half), true, difference));
                out.add(new Wave(half, true, sum));
            } else {
                out.add(new Wave(half, false, difference));
                out.add(new Wave(half, false, sum));
            }
        }
        return out;
    }

    private static IExpr expanded(IExpr angle) {
        Set<ISymbol> symbols = Expr.symbols(angle);
        return Polynomials.coefficients(angle, symbols)
                .map(c -> {
                    List<IExpr> terms = new ArrayList<>();
                    c.forEach((m, a) -> terms.add(Expr.times(a, m)));
                    return Expr.plus(terms);
                })
                .orElse(angle);
    }
}
