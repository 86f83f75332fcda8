package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The real zeros of a function {@code σ(a x + b)}, which are the equilibria of {@code x' = σ(a x + b)}, and the intervals between them;
 * all in terms of the affine argument, so that no sign of a parameter matters.
 *
 * @param argument the tree {@code u = a x + b}, or x itself
 * @param points the values of u at the zeros: those of one period if there is one; in increasing order if they are numbers
 * @param period if present, the zeros are {@code points + n period} for all integers n
 * @param complete whether these are surely all
 */
public record Equilibria(IExpr argument, List<IExpr> points, Optional<IExpr> period, boolean complete) {
    public Equilibria {
        points = List.copyOf(points);
    }

    /** The zeros of f in x, as far as they have a closed form. */
    public static Equilibria of(IExpr f, ISymbol x) {
        return of(f, x, List.of());
    }

    /** The same under assumptions on the parameters. */
    public static Equilibria of(IExpr f, ISymbol x, List<Assumption> assumptions) {
        Equilibria direct = new ZeroSet(new InnerArgument(x, x, Expr.ONE, f), assumptions).equilibria();
        boolean numbers = direct.period.isEmpty()
                && direct.points.stream().allMatch(p -> Expr.symbols(p).isEmpty());
        if (direct.complete && numbers) {
            return direct;
        }
        InnerArgument inner = InnerArgument.of(f, x);
        return inner.symbol().equals(x) ? direct : new ZeroSet(inner, assumptions).equilibria();
    }

    /** Whether the order of the zeros is known. */
    boolean ordered() {
        return points.size() < 2
                || points.stream().allMatch(p -> Expr.symbols(p).isEmpty());
    }

    /**
     * The open intervals between neighbouring equilibria, as conditions on the argument; for a periodic family those of one period, the
     * others being shifted by its multiples. One condition that always holds where there is no equilibrium; none where the equilibria are
     * not all known or their order depends on parameters.
     */
    public List<IExpr> branches() {
        if (!complete || !ordered()) {
            return List.of();
        }
        if (points.isEmpty()) {
            return List.of(Condition.TRUE);
        }
        List<IExpr> out = new ArrayList<>();
        List<IExpr> ends = period.isPresent() ? onePeriod() : points;
        for (int i = 0; i + 1 < ends.size(); i++) {
            out.add(Condition.and(List.of(
                    Condition.compare(ends.get(i), S.Less, argument),
                    Condition.compare(argument, S.Less, ends.get(i + 1)))));
        }
        if (period.isEmpty()) {
            out.add(0, Condition.compare(argument, S.Less, points.get(0)));
            out.add(Condition.compare(argument, S.Greater, points.get(points.size() - 1)));
        }
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

    static double value(IExpr number) {
        return DoubleEvaluation.of(number, List.of()).at();
    }
}
