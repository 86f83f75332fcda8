package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.ArcExpansion;
import dev.prolong.algebra.calculus.Equilibria;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Whether {@code R(G(u)) = u}, given that {@code G(R(y)) = y}, which says so on one branch of the inverse only.
 *
 * <p>By algebra; else because {@code G' = k/g} has no zeros on the intervals into which the zeros and poles of g divide the line: there G is
 * injective, so a continuous R with {@code R(G(u_0)) = u_0} at one point of an interval undoes G on all of it, and for all values that
 * parameters can take on the way from those of one point: one point of each interval is looked at for each choice of their signs, provided
 * that the order of the zeros and poles depends on the signs only.
 */
final class Start {
    private static final int DIGITS = 30;
    private static final int MOST_PARAMETERS = 4;
    private static final double WIDTH = 4;
    private static final long SEED = 17;

    private final IExpr g;
    private final ISymbol u;
    private final List<Assumption> assumptions;

    Start(IExpr g, ISymbol u, List<Assumption> assumptions) {
        this.g = g;
        this.u = u;
        this.assumptions = assumptions;
    }

    /**
     * Whether it holds wherever the condition does.
     *
     * @param start {@code R(G(u))}
     */
    boolean isAtOnce(IExpr start, Optional<IExpr> condition) {
        IExpr gap = Expr.minus(start, u);
        return isByAlgebra(start)
                || boundaries().map(b -> holdsOnEach(b, gap, condition)).orElse(false);
    }

    /** Then R undoes G near u, and G undoes R near G(u), since {@code G' = k/g} is not zero there: {@code R(G + kτ)} is the flow. */
    boolean isByAlgebra(IExpr start) {
        return FlowCheck.isZero(Expr.minus(start, u), assumptions);
    }

    /** Whether g is the same, up to the sign given, at {@code R(G(u))}: then the motion there is the motion at u, shifted or mirrored. */
    boolean isRepeated(IExpr start, IExpr sign) {
        IExpr there = ArcExpansion.of(Expr.substitute(g, u, start));
        return FlowCheck.isZero(Expr.minus(there, Expr.times(sign, g)), assumptions);
    }

    /** The zeros and poles of g; empty where they are not all known, or repeat. */
    private Optional<List<IExpr>> boundaries() {
        List<IExpr> out = new ArrayList<>();
        for (IExpr f : List.of(g, Expr.power(g, -1))) {
            Equilibria zeros = Equilibria.of(f, u, assumptions);
            if (!zeros.complete() || zeros.period().isPresent()) {
                return Optional.empty();
            }
            IExpr slope = Differentiation.derivative(zeros.argument(), u);
            IExpr offset = Expr.substitute(zeros.argument(), u, Expr.ZERO);
            zeros.points().forEach(p -> out.add(Expr.divide(Expr.minus(p, offset), slope)));
        }
        return Optional.of(out);
    }

    /** At one point at least of each interval that the condition leaves, for all signs of the parameters, and at no point wrong. */
    private boolean holdsOnEach(List<IExpr> boundaries, IExpr gap, Optional<IExpr> condition) {
        Set<ISymbol> parameters = new TreeSet<>((a, b) -> a.getSymbolName().compareTo(b.getSymbolName()));
        boundaries.forEach(b -> parameters.addAll(Expr.symbols(b)));
        parameters.addAll(Expr.symbols(gap));
        condition.ifPresent(c -> parameters.addAll(Expr.symbols(c)));
        parameters.remove(u);
        if (parameters.size() > MOST_PARAMETERS) {
            return false;
        }
        boolean met = false;
        for (List<Assumption> signs : Signs.of(parameters, assumptions)) {
            Optional<Boolean> here = holdsFor(signs, parameters, boundaries, gap, condition);
            if (here.isPresent() && !here.get()) {
                return false;
            }
            met |= here.isPresent();
        }
        return met;
    }

    /** Empty where the condition leaves nothing. */
    private Optional<Boolean> holdsFor(
            List<Assumption> signs,
            Set<ISymbol> parameters,
            List<IExpr> boundaries,
            IExpr gap,
            Optional<IExpr> condition) {
        Map<ISymbol, BigDecimal> constants = new SamplePoints(List.of(), parameters, signs, SEED).next();
        TreeSet<Double> ends = new TreeSet<>();
        for (IExpr b : boundaries) {
            if (!(NumericEvaluation.evaluate(b, constants, DIGITS) instanceof Value.Real real)
                    || boundaries.stream().anyMatch(c -> !Signs.areOrdered(b, c, signs))) {
                return Optional.of(false);
            }
            ends.add(real.value().doubleValue());
        }
        double low = ends.isEmpty() ? -WIDTH / 2 : ends.first() - WIDTH;
        ends.add(ends.isEmpty() ? WIDTH / 2 : ends.last() + WIDTH);
        boolean met = false;
        for (double high : ends) {
            Optional<Boolean> here = holdsBetween(low, high, gap, condition, constants);
            if (here.isPresent() && !here.get()) {
                return here;
            }
            met |= here.isPresent();
            low = high;
        }
        return met ? Optional.of(true) : Optional.empty();
    }

    /** Empty where the condition holds, or all is real, at no point between these. */
    private Optional<Boolean> holdsBetween(
            double low, double high, IExpr gap, Optional<IExpr> condition, Map<ISymbol, BigDecimal> constants) {
        boolean met = false;
        for (double part : new double[] {0.13, 0.31, 0.52, 0.74, 0.91}) {
            Map<ISymbol, BigDecimal> point = new LinkedHashMap<>(constants);
            point.put(u, BigDecimal.valueOf(low + part * (high - low)));
            if (condition.isPresent()
                    && !NumericEvaluation.holds(condition.get(), point).orElse(false)) {
                continue;
            }
            if (NumericEvaluation.evaluate(gap, point, DIGITS) instanceof Value.Real real) {
                if (!real.vanishes(DIGITS)) {
                    return Optional.of(false);
                }
                met = true;
            }
        }
        return met ? Optional.of(true) : Optional.empty();
    }
}
