package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Solves {@code g = w} where {@code g - w} is a rational function of one kernel: x itself, {@code e^{ax}}, or one function of x. */
final class AlgebraicEquation {
    private final RealSolver solver;
    private final ISymbol x;

    AlgebraicEquation(RealSolver solver) {
        this.solver = solver;
        this.x = solver.variable();
    }

    Optional<List<RealSolution>> solve(IExpr g, IExpr w) {
        IExpr difference = Expr.minus(g, w);
        Optional<List<RealSolution>> direct = inKernel(difference, x, Set.of(x));
        if (direct.isPresent()) {
            return direct;
        }
        for (IExpr kernel : Expr.subtrees(g, e -> isKernel(e))) {
            Optional<List<RealSolution>> out = inKernel(difference, kernel, Set.of(x));
            if (out.isPresent()) {
                return out;
            }
        }
        return inExponential(difference);
    }

    private boolean isKernel(IExpr e) {
        return !Expr.isFreeOf(e, x) && Elementary.byHead(e.head()).isPresent();
    }

    private Optional<List<RealSolution>> inExponential(IExpr difference) {
        InnerArgument inner = InnerArgument.of(difference, x);
        ISymbol e = Fresh.inner(inner.symbol());
        Optional<IExpr> form = ExponentialForm.of(inner.function(), inner.symbol(), e);
        if (form.isEmpty() || !Expr.isFreeOf(form.get(), inner.symbol())) {
            return Optional.empty();
        }
        return roots(form.get(), e, Set.of(inner.symbol(), e)).flatMap(list -> {
            List<RealSolution> out = new ArrayList<>();
            for (Root root : list) {
                Range range = Range.of(root.value, solver.assumptions());
                if (root.value.equals(Expr.ZERO) || range.isNegative()) {
                    continue;
                }
                Optional<Affine> affine = Affine.in(inner.argument(), x);
                if (affine.isEmpty()) {
                    return Optional.empty();
                }
                IExpr logarithm = Expr.divide(Expr.log(root.value), Expr.integer(root.power));
                IExpr value = Expr.divide(
                        Expr.minus(logarithm, affine.get().offset()),
                        affine.get().slope());
                out.add(new RealSolution(
                        Expr.substitute(root.condition, e, Expr.exp(inner.argument())), value, Optional.empty()));
            }
            return Optional.of(out);
        });
    }

    private Optional<List<RealSolution>> inKernel(IExpr difference, IExpr kernel, Set<ISymbol> forbidden) {
        Optional<List<Root>> roots = roots(difference, kernel, forbidden);
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        List<RealSolution> out = new ArrayList<>();
        for (Root root : roots.get()) {
            Optional<List<RealSolution>> inner = solver.solve(Expr.power(kernel, root.power), root.value);
            if (inner.isEmpty()) {
                return inner;
            }
            inner.get()
                    .forEach(s -> out.add(new RealSolution(
                            Condition.and(List.of(root.condition, s.condition())), s.value(), s.period())));
        }
        return Optional.of(out);
    }

    /** A value of a power of the kernel. */
    private record Root(IExpr condition, int power, IExpr value) {
        Root(IExpr condition, IExpr value) {
            this(condition, 1, value);
        }
    }

    /** The real roots of the numerator, factor by factor; empty where a factor has no formula here. */
    private Optional<List<Root>> roots(IExpr e, IExpr kernel, Set<ISymbol> forbidden) {
        Optional<FunctionField> holding = FunctionField.holding(e, List.of(kernel), forbidden);
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        FunctionField field = holding.get();
        List<Root> out = new ArrayList<>();
        for (FunctionField.Factor factor : field.factors(field.of(e).numerator(), 0)) {
            var p = field.univariate(factor.polynomial(), 0);
            List<IExpr> c = new ArrayList<>();
            for (int k = 0; k <= p.degree(); k++) {
                c.add(field.tree(p.get(k)));
            }
            int power = power(c);
            List<IExpr> reduced = IntStream.range(0, c.size())
                    .filter(k -> k % power == 0)
                    .mapToObj(c::get)
                    .toList();
            Optional<List<Root>> roots = roots(reduced, Expr.power(kernel, power));
            if (roots.isEmpty()) {
                return roots;
            }
            roots.get().forEach(r -> out.add(new Root(r.condition, power, r.value)));
        }
        return Optional.of(out);
    }

    /** The power of the kernel of which it is a polynomial; a square alone has a formula of its own. */
    private static int power(List<IExpr> c) {
        int gcd = IntStream.range(1, c.size())
                .filter(k -> !c.get(k).equals(Expr.ZERO))
                .reduce(
                        0,
                        (a, b) ->
                                BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue());
        return c.size() > 3 ? gcd : 1;
    }

    private Optional<List<Root>> roots(List<IExpr> c, IExpr kernel) {
        if (c.size() == 2) {
            return Optional.of(List.of(new Root(Condition.TRUE, Expr.divide(Expr.negate(c.get(0)), c.get(1)))));
        }
        if (c.size() == 3) {
            return Optional.of(quadratic(c, kernel));
        }
        if (c.size() == 4) {
            return cubic(c);
        }
        return Optional.empty();
    }

    private List<Root> quadratic(List<IExpr> c, IExpr kernel) {
        IExpr discriminant = Expr.minus(Expr.power(c.get(1), 2), Expr.times(Expr.integer(4), c.get(0), c.get(2)));
        if (Range.of(discriminant, solver.assumptions()).isNegative()) {
            return List.of();
        }
        if (c.get(1).equals(Expr.ZERO)) {
            IExpr root = Expr.sqrt(Expr.negate(Expr.divide(c.get(0), c.get(2))));
            return List.of(
                    new Root(Condition.compare(kernel, S.Greater, Expr.ZERO), root),
                    new Root(Condition.compare(kernel, S.Less, Expr.ZERO), Expr.negate(root)));
        }
        IExpr twice = Expr.times(Expr.TWO, c.get(2));
        IExpr centre = Expr.divide(Expr.negate(c.get(1)), twice);
        IExpr half = Expr.divide(Expr.sqrt(discriminant), twice);
        IExpr slope = Expr.plus(Expr.times(twice, kernel), c.get(1));
        Range sign = Range.of(slope, solver.assumptions());
        if (sign.isPositive() || sign.isNegative()) {
            return List.of(
                    new Root(Condition.TRUE, sign.isPositive() ? Expr.plus(centre, half) : Expr.minus(centre, half)));
        }
        return List.of(
                new Root(Condition.compare(slope, S.Greater, Expr.ZERO), Expr.plus(centre, half)),
                new Root(Condition.compare(slope, S.Less, Expr.ZERO), Expr.minus(centre, half)));
    }

    /** The one real root of an increasing cubic: {@code t³ + p t = q, p > 0: t = 2√(p/3) sinh(asinh(3q/(2p) √(3/p))/3)}. */
    private Optional<List<Root>> cubic(List<IExpr> c) {
        IExpr shift = Expr.divide(c.get(2), Expr.times(Expr.integer(3), c.get(3)));
        IExpr linear = Expr.divide(c.get(1), c.get(3));
        IExpr constant = Expr.divide(c.get(0), c.get(3));
        IExpr p = Expr.minus(linear, Expr.times(Expr.integer(3), Expr.power(shift, 2)));
        IExpr q =
                Expr.minus(Expr.times(shift, linear), Expr.plus(constant, Expr.times(Expr.TWO, Expr.power(shift, 3))));
        if (!Range.of(p, solver.assumptions()).isPositive()) {
            return Optional.empty();
        }
        IExpr third = Expr.sqrt(Expr.times(p, Expr.rational(1, 3)));
        IExpr inside = Expr.divide(Expr.times(q, Expr.HALF), Expr.power(third, 3));
        IExpr angle = Expr.times(Expr.rational(1, 3), Expr.apply(Elementary.ASINH, inside));
        IExpr root = Expr.minus(Expr.times(Expr.TWO, third, Expr.apply(Elementary.SINH, angle)), shift);
        return Optional.of(List.of(new Root(Condition.TRUE, root)));
    }
}
