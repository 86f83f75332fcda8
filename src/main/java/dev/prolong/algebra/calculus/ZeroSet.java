package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Solves {@code f(u) = 0} and sorts what comes out: no poles, no unreal values, one common period, nothing twice. */
final class ZeroSet {
    private static final int DRAWS = 6;
    private static final double SMALL = 1e-6;

    private final InnerArgument inner;
    private final List<Assumption> assumptions;

    ZeroSet(InnerArgument inner, List<Assumption> assumptions) {
        this.inner = inner;
        this.assumptions = List.copyOf(assumptions);
    }

    Equilibria equilibria() {
        Optional<List<RealSolution>> solved =
                new RealSolver(inner.symbol(), assumptions).solve(inner.function(), Expr.ZERO);
        if (solved.isEmpty()) {
            return new Equilibria(inner.argument(), List.of(), Optional.empty(), false);
        }
        List<RealSolution> zeros =
                solved.get().stream().filter(s -> vanishes(s.value())).toList();
        Optional<IExpr> period =
                zeros.stream().flatMap(z -> z.period().stream()).max(Comparator.comparingDouble(this::size));
        boolean uniform = zeros.stream().allMatch(z -> z.period().isPresent() == period.isPresent());
        List<IExpr> points = new ArrayList<>();
        for (RealSolution zero : zeros) {
            for (IExpr point : withinPeriod(zero, period)) {
                if (points.stream().noneMatch(p -> coincide(p, point, period))) {
                    points.add(point);
                }
            }
        }
        if (points.stream().allMatch(p -> Expr.symbols(p).isEmpty())) {
            points.sort(Comparator.comparingDouble(Equilibria::value));
        }
        return new Equilibria(inner.argument(), points, uniform ? period : Optional.empty(), uniform);
    }

    /** A zero with a smaller period stands several times in the common one. */
    private static List<IExpr> withinPeriod(RealSolution zero, Optional<IExpr> period) {
        if (period.isEmpty() || zero.period().isEmpty()) {
            return List.of(zero.value());
        }
        IExpr ratio = Expr.divide(period.get(), zero.period().get());
        int n = ratio instanceof IRational q && q.toBigDenominator().equals(java.math.BigInteger.ONE)
                ? q.toBigNumerator().intValueExact()
                : 1;
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(Expr.plus(
                    zero.value(), Expr.times(Expr.integer(i), zero.period().get())));
        }
        return out;
    }

    private double size(IExpr period) {
        return Expr.symbols(period).isEmpty() ? Equilibria.value(period) : 0;
    }

    private boolean coincide(IExpr p, IExpr q, Optional<IExpr> period) {
        if (p.equals(q)) {
            return true;
        }
        IExpr gap = Expr.minus(p, q);
        if (!Expr.symbols(gap).isEmpty()) {
            return false;
        }
        double distance = Math.abs(Equilibria.value(gap));
        double length = period.map(this::size).orElse(0.0);
        double turns = length > 0 ? distance / length : 0;
        return Math.abs(distance - Math.rint(turns) * length) < SMALL;
    }

    /** Whether it is real for some parameters and f is zero there, not a pole. */
    private boolean vanishes(IExpr point) {
        ParameterDraw draw = new ParameterDraw(inner.symbol(), List.of(inner.function(), point), assumptions);
        DoubleEvaluation at = draw.compiled(point);
        DoubleEvaluation f = draw.compiled(inner.function());
        boolean real = false;
        for (int i = 0; i < DRAWS; i++) {
            double[] values = draw.next(i % 2 == 1 ? ParameterDraw.Signs.NEGATIVE : ParameterDraw.Signs.POSITIVE);
            double zero = at.at(values);
            if (Double.isNaN(zero)) {
                continue;
            }
            values[0] = zero;
            if (!(Math.abs(f.at(values)) < SMALL)) {
                return false;
            }
            real = true;
        }
        return real;
    }
}
