package dev.prolong.algebra.numeric;

import dev.prolong.algebra.Assumption;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A seeded sequence of points with coordinates of four decimals, none of them a short fraction.
 *
 * <p>Points come in rounds of six: one with all variables in each of the windows (0.1, 1.4), (−1.4, −0.1), (1.5, 4), (−4, −1.5), then
 * two with a window drawn for each variable. Parameters come from (0.1, 1.4), and take both signs in the last point of a round, unless
 * an assumption on the parameter alone fixes its sign.
 */
public final class SamplePoints {
    private static final double[][] WINDOWS = {{0.1, 1.4}, {-1.4, -0.1}, {1.5, 4.0}, {-4.0, -1.5}};
    private static final int ROUND = 6;

    private final List<ISymbol> variables;
    private final List<ISymbol> parameters;
    private final Map<ISymbol, Integer> signs = new HashMap<>();
    private final SplittableRandom random;
    private int drawn;

    public SamplePoints(
            Collection<ISymbol> variables, Collection<ISymbol> parameters, List<Assumption> assumptions, long seed) {
        this.variables = List.copyOf(variables);
        this.parameters = List.copyOf(parameters);
        this.random = new SplittableRandom(seed);
        for (Assumption a : assumptions) {
            if (a.expression() instanceof ISymbol s && a.relation() != Assumption.Relation.NONZERO) {
                boolean positive =
                        a.relation() == Assumption.Relation.POSITIVE || a.relation() == Assumption.Relation.NONNEGATIVE;
                signs.put(s, positive ? 1 : -1);
            }
        }
    }

    /** The next point: variables, then parameters. */
    public Map<ISymbol, BigDecimal> next() {
        int kind = drawn++ % ROUND;
        Map<ISymbol, BigDecimal> out = new LinkedHashMap<>();
        for (ISymbol v : variables) {
            out.put(v, signed(v, coordinate(WINDOWS[kind < WINDOWS.length ? kind : random.nextInt(WINDOWS.length)])));
        }
        for (ISymbol p : parameters) {
            BigDecimal x = coordinate(WINDOWS[0]);
            out.put(p, signed(p, kind == ROUND - 1 && random.nextBoolean() ? x.negate() : x));
        }
        return out;
    }

    private BigDecimal signed(ISymbol s, BigDecimal x) {
        Integer sign = signs.get(s);
        return sign == null ? x : sign > 0 ? x.abs() : x.abs().negate();
    }

    private BigDecimal coordinate(double[] window) {
        int low = (int) Math.round(window[0] * 1000);
        int high = (int) Math.round(window[1] * 1000);
        int last = random.nextBoolean() ? 1 + 2 * random.nextInt(2) : 7 + 2 * random.nextInt(2);
        return BigDecimal.valueOf(10L * (low + random.nextInt(high - low)) + last, 4);
    }
}
