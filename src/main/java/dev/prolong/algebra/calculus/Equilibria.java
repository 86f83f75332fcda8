package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The real zeros of σ, which are the equilibria of {@code z' = σ(z)}, and the intervals between them.
 *
 * @param points the zeros, in increasing order where they are numbers; those of one period if there is one
 * @param period if present, the zeros are {@code points + n period} for all integers n
 * @param complete whether these are surely all
 */
public record Equilibria(List<IExpr> points, Optional<IExpr> period, boolean complete) {
    public Equilibria {
        points = List.copyOf(points);
    }

    /** The zeros of σ in x, as far as they have a closed form. */
    public static Equilibria of(IExpr sigma, ISymbol x) {
        return of(sigma, x, List.of());
    }

    /** The same under assumptions on the parameters. */
    public static Equilibria of(IExpr sigma, ISymbol x, List<Assumption> assumptions) {
        Optional<List<RealSolution>> solved = new RealSolver(x, assumptions).solve(sigma, Expr.ZERO);
        if (solved.isEmpty()) {
            return new Equilibria(List.of(), Optional.empty(), false);
        }
        List<IExpr> points = solved.get().stream()
                .map(RealSolution::value)
                .filter(p -> vanishes(sigma, x, p))
                .distinct()
                .toList();
        List<IExpr> periods = solved.get().stream()
                .flatMap(s -> s.period().stream())
                .distinct()
                .toList();
        boolean uniform = periods.isEmpty() || periods.size() == 1 && solved.get().stream().allMatch(s -> s.period().isPresent());
        return new Equilibria(ordered(points), periods.stream().findFirst().filter(p -> uniform), uniform);
    }

    /** A zero of the numerator where a denominator vanishes too, or where σ is not real, is none. */
    private static boolean vanishes(IExpr sigma, ISymbol x, IExpr point) {
        List<ISymbol> parameters = new ArrayList<>(Expr.symbols(Expr.plus(sigma, point)));
        parameters.remove(x);
        double[] values = new double[parameters.size()];
        java.util.Arrays.setAll(values, i -> 0.37 + 0.21 * i);
        double at = DoubleEvaluation.of(point, parameters).at(values);
        List<ISymbol> all = new ArrayList<>(parameters);
        all.add(x);
        double[] full = java.util.Arrays.copyOf(values, values.length + 1);
        full[values.length] = at;
        return Double.isNaN(at) || Math.abs(DoubleEvaluation.of(sigma, all).at(full)) < 1e-6;
    }

    private static List<IExpr> ordered(List<IExpr> points) {
        boolean numbers = points.stream().allMatch(p -> Expr.symbols(p).isEmpty());
        return numbers
                ? points.stream().sorted(Comparator.comparingDouble(Equilibria::value)).toList()
                : points;
    }

    private static double value(IExpr number) {
        return DoubleEvaluation.of(number, List.of()).at();
    }

    /**
     * The open intervals between neighbouring equilibria, as conditions on the argument; for a periodic family those of one period, the
     * others being shifted by its multiples. One condition that always holds where there is no equilibrium; none where the order of the
     * equilibria depends on parameters.
     */
    public List<IExpr> branches(IExpr argument) {
        if (points.isEmpty()) {
            return complete ? List.of(Condition.TRUE) : List.of();
        }
        boolean numbers = points.stream().allMatch(p -> Expr.symbols(p).isEmpty());
        if (!numbers && points.size() > 1) {
            return List.of();
        }
        List<IExpr> out = new ArrayList<>();
        if (period.isPresent()) {
            List<IExpr> ends = onePeriod();
            for (int i = 0; i + 1 < ends.size(); i++) {
                out.add(between(ends.get(i), argument, ends.get(i + 1)));
            }
            return out;
        }
        out.add(Condition.compare(argument, S.Less, points.get(0)));
        for (int i = 0; i + 1 < points.size(); i++) {
            out.add(between(points.get(i), argument, points.get(i + 1)));
        }
        out.add(Condition.compare(argument, S.Greater, points.get(points.size() - 1)));
        return out;
    }

    /** The equilibria of one period with its end, starting with the last that is not positive. */
    private List<IExpr> onePeriod() {
        List<IExpr> shifted = new ArrayList<>(points);
        IExpr length = period.orElseThrow();
        if (points.stream().allMatch(p -> Expr.symbols(p).isEmpty())) {
            while (value(shifted.get(0)) > 0) {
                shifted.add(0, Expr.minus(shifted.remove(shifted.size() - 1), length));
            }
            while (shifted.size() > 1 && value(shifted.get(1)) <= 0) {
                shifted.add(Expr.plus(shifted.remove(0), length));
            }
        }
        shifted.add(Expr.plus(shifted.get(0), length));
        return shifted;
    }

    private static IExpr between(IExpr low, IExpr argument, IExpr high) {
        return Condition.and(List.of(Condition.compare(low, S.Less, argument), Condition.compare(argument, S.Less, high)));
    }
}
