package dev.prolong.verification;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A verdict on a claim with free constants against the values of its residuals: what is proved vanishes for random constants, what is
 * conditional vanishes for random constants that meet the condition, and for others does not.
 */
final class ConstantsAtPoints {
    private static final int DIGITS = 50;
    private static final int POINTS = 6;
    private static final BigDecimal SMALL = new BigDecimal("1e-30");

    private final DifferentialSystem system;
    private final List<IExpr> claimed;
    private final List<IExpr> residuals;
    private final Set<ISymbol> constants = new TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));

    ConstantsAtPoints(DifferentialSystem system, List<IExpr> claimed, List<IExpr> residuals) {
        this.system = system;
        this.claimed = claimed;
        this.residuals = residuals;
        claimed.forEach(e -> constants.addAll(Expr.symbols(e)));
        constants.removeAll(system.jetSpace().free());
        constants.removeAll(system.parameters());
    }

    /** What the residuals do at points: all vanish, some do, none do; empty where there are too few points. */
    enum Seen {
        ALL,
        SOME,
        NONE,
        NOTHING
    }

    /** What contradicts the verdict. */
    Optional<String> fault(Verdict verdict, long seed) {
        boolean holds = verdict instanceof Verdict.Proved || verdict instanceof Verdict.Supported;
        if (holds && seen(Map.of(), seed) != Seen.ALL) {
            return Optional.of(verdict.word());
        }
        if (verdict instanceof Verdict.Conditional c) {
            if (seen(Map.of(), seed) == Seen.ALL) {
                return Optional.of("off " + c);
            }
            for (IExpr one : c.condition().isAST(S.Or) ? Expr.arguments(c.condition()) : List.of(c.condition())) {
                Optional<Map<ISymbol, BigDecimal>> met = meeting(one);
                if (met.isEmpty() || seen(met.get(), seed) != Seen.ALL) {
                    return Optional.of("on " + one + " at " + met);
                }
            }
        }
        return Optional.empty();
    }

    Seen seen(Map<ISymbol, BigDecimal> given, long seed) {
        List<ISymbol> parameters = new ArrayList<>(system.parameters());
        parameters.addAll(constants);
        SamplePoints points = new SamplePoints(system.jetSpace().free(), parameters, system.assumptions(), seed);
        int zero = 0;
        int other = 0;
        for (int i = 0; i < 30 * POINTS && zero + other < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            point.putAll(given);
            if (!claimed.stream().allMatch(e -> NumericEvaluation.evaluate(e, point, 12) instanceof Value.Real)) {
                continue;
            }
            List<Value> values = residuals.stream()
                    .map(r -> NumericEvaluation.evaluate(r, point, DIGITS))
                    .toList();
            if (values.stream().allMatch(v -> v instanceof Value.Real real && isSmall(real))) {
                zero++;
            } else if (values.stream().anyMatch(v -> v instanceof Value.Real real && !isSmall(real))) {
                other++;
            }
        }
        return zero + other == 0 ? Seen.NOTHING : other == 0 ? Seen.ALL : zero == 0 ? Seen.NONE : Seen.SOME;
    }

    private static boolean isSmall(Value.Real real) {
        return real.vanishes(DIGITS) || real.value().abs().compareTo(SMALL) < 0;
    }

    /** Constants, and parameters where they enter, that meet a conjunction of equations: those for one symbol come last. */
    private Optional<Map<ISymbol, BigDecimal>> meeting(IExpr condition) {
        List<IExpr> open = new ArrayList<>();
        Map<ISymbol, IExpr> solved = new HashMap<>();
        for (IExpr e : condition.isAST(S.And) ? Expr.arguments(condition) : List.of(condition)) {
            IExpr left = Expr.arguments(e).get(0);
            IExpr right = Expr.arguments(e).get(1);
            boolean once = left instanceof ISymbol s && constants.contains(s) && !solved.containsKey(s);
            if (once && Expr.isFreeOf(right, (ISymbol) left)) {
                solved.put((ISymbol) left, right);
            } else {
                open.add(Expr.minus(left, right));
            }
        }
        Set<ISymbol> symbols = new TreeSet<>(constants);
        symbols.addAll(system.parameters());
        Map<ISymbol, BigDecimal> out =
                new HashMap<>(new SamplePoints(List.of(), symbols, system.assumptions(), 5).next());
        if (!open.isEmpty()) {
            Set<ISymbol> free = new TreeSet<>(constants);
            free.removeAll(solved.keySet());
            Optional<Map<ISymbol, BigDecimal>> roots = new ConstantRoots(system, free).of(open);
            if (roots.isEmpty()) {
                return Optional.empty();
            }
            out.putAll(roots.get());
        }
        // each may name others that are solved
        for (int i = 0; i < solved.size(); i++) {
            solved.forEach((s, e) -> {
                if (NumericEvaluation.evaluate(e, out, 60) instanceof Value.Real real) {
                    out.put(s, real.value());
                }
            });
        }
        return Optional.of(out);
    }
}
