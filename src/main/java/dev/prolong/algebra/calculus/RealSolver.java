package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solves {@code g(x) = w} for real x by undoing one operation after the other: constants, powers, elementary functions; and where x
 * occurs more than once, as a polynomial in one kernel or by {@link TranscendentalEquation}.
 *
 * <p>An empty result means that it does not know; an empty list that there is no solution.
 */
final class RealSolver {
    private static final int DEEPEST = 40;

    private final ISymbol x;
    private final List<Assumption> assumptions;
    private final PreimageTable table;
    private int depth;

    RealSolver(ISymbol x, List<Assumption> assumptions) {
        this.x = x;
        this.assumptions = List.copyOf(assumptions);
        this.table = new PreimageTable(x, assumptions);
    }

    ISymbol variable() {
        return x;
    }

    List<Assumption> assumptions() {
        return assumptions;
    }

    /** All real solutions of {@code g = w}, w free of x. */
    Optional<List<RealSolution>> solve(IExpr g, IExpr w) {
        if (g.equals(x)) {
            return Optional.of(List.of(RealSolution.unique(w)));
        }
        if (depth > DEEPEST || Expr.isFreeOf(g, x)) {
            return Optional.empty();
        }
        if (Range.of(Expr.minus(g, w), assumptions).excludesZero()) {
            return Optional.of(List.of());
        }
        depth++;
        Optional<List<RealSolution>> out = step(g, w);
        depth--;
        return out;
    }

    private Optional<List<RealSolution>> step(IExpr g, IExpr w) {
        if (Expr.isSum(g)) {
            return sum(g, w);
        }
        if (Expr.isProduct(g)) {
            return product(g, w);
        }
        if (!(g instanceof IAST a)) {
            return Optional.empty();
        }
        Optional<List<PreimageTable.Preimage>> preimages = Expr.isPower(g)
                ? table.ofPower(a, w)
                : Elementary.byHead(a.head()).filter(f -> !f.variadic()).flatMap(f -> table.of(f, a.arg1(), w));
        return preimages.flatMap(this::continued);
    }

    /** Solves on for each value of the inner expression. */
    private Optional<List<RealSolution>> continued(List<PreimageTable.Preimage> preimages) {
        List<RealSolution> out = new ArrayList<>();
        for (PreimageTable.Preimage p : preimages) {
            if (p.condition().equals(Condition.FALSE)) {
                continue;
            }
            Optional<List<RealSolution>> inner = solve(p.argument(), p.value());
            if (inner.isEmpty()) {
                return inner;
            }
            for (RealSolution s : inner.get()) {
                Optional<IExpr> period =
                        p.period().flatMap(t -> Affine.in(p.argument(), x).map(a -> Expr.divide(t, a.slope())));
                out.add(new RealSolution(
                        Condition.and(List.of(p.condition(), s.condition())),
                        s.value(),
                        period.isPresent() ? period : s.period()));
            }
        }
        return Optional.of(out);
    }

    private Optional<List<RealSolution>> sum(IExpr g, IExpr w) {
        List<IExpr> constant = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.arguments(g)) {
            (Expr.isFreeOf(term, x) ? constant : rest).add(term);
        }
        IExpr right = Expr.minus(w, Expr.plus(constant));
        Optional<Affine> affine = Affine.in(Expr.plus(rest), x);
        if (affine.isPresent()) {
            return Optional.of(
                    List.of(RealSolution.unique(Expr.divide(right, affine.get().slope()))));
        }
        if (rest.size() == 1) {
            return solve(rest.get(0), right);
        }
        Optional<List<RealSolution>> algebraic = new AlgebraicEquation(this).solve(g, w);
        if (algebraic.isPresent()) {
            return algebraic;
        }
        Optional<List<RealSolution>> transcendental = new TranscendentalEquation(this).solve(Expr.plus(rest), right);
        if (transcendental.isPresent()) {
            return transcendental;
        }
        LevelSet level = new LevelSet(this);
        IExpr difference = Expr.minus(g, w);
        return Expr.symbols(w).isEmpty() ? level.solve(difference) : level.only(difference);
    }

    private Optional<List<RealSolution>> product(IExpr g, IExpr w) {
        List<IExpr> constant = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr factor : Expr.arguments(g)) {
            (Expr.isFreeOf(factor, x) ? constant : rest).add(factor);
        }
        if (rest.size() == 1) {
            return solve(rest.get(0), Expr.divide(w, Expr.times(constant)));
        }
        if (w.equals(Expr.ZERO)) {
            return zeros(rest);
        }
        Optional<List<RealSolution>> algebraic = new AlgebraicEquation(this).solve(g, w);
        return algebraic.isPresent()
                ? algebraic
                : new TranscendentalEquation(this).solve(Expr.times(rest), Expr.divide(w, Expr.times(constant)));
    }

    /** A product is zero where a factor is (and the others stay finite, which {@link Equilibria} checks). */
    private Optional<List<RealSolution>> zeros(List<IExpr> factors) {
        List<RealSolution> out = new ArrayList<>();
        for (IExpr factor : factors) {
            Optional<List<RealSolution>> zeros = solve(factor, Expr.ZERO);
            if (zeros.isEmpty()) {
                return zeros;
            }
            zeros.get().stream().filter(z -> !out.contains(z)).forEach(out::add);
        }
        return Optional.of(out);
    }
}
