package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Zeros of functions without an inverse: of a square root and a polynomial, by squaring; of sines and cosines, in {@code tan(x/2)}; of a
 * monotone function that vanishes at a small integer, just there. What squaring adds, {@link ZeroSet} throws out.
 */
final class LevelSet {
    private static final List<IExpr> GUESSES = List.of(Expr.ZERO, Expr.ONE, Expr.MINUS_ONE);

    private final RealSolver solver;
    private final ISymbol x;

    LevelSet(RealSolver solver) {
        this.solver = solver;
        this.x = solver.variable();
    }

    Optional<List<RealSolution>> solve(IExpr f) {
        Optional<List<RealSolution>> squared = squared(f);
        if (squared.isPresent()) {
            return squared;
        }
        Optional<List<RealSolution>> tangent = inHalfTangent(f);
        return tangent.isPresent() ? tangent : monotone(f);
    }

    /** The solution of {@code A + B√q = 0} where {@code A² - B² q = 0} has one only. */
    Optional<List<RealSolution>> only(IExpr f) {
        return squared(f).filter(s -> s.size() == 1);
    }

    /** {@code A + B√q = 0} implies {@code A² - B² q = 0}. */
    private Optional<List<RealSolution>> squared(IExpr f) {
        Optional<IExpr> q = Radicals.singleSquareRoot(f, x);
        if (q.isEmpty()) {
            return Optional.empty();
        }
        ISymbol r = Fresh.inner(x);
        IExpr form = Radicals.replace(f, q.get(), 2, r);
        return FunctionField.holding(form, List.of(r, x), Set.of(x, r))
                .map(field -> field.univariate(field.of(form).numerator(), 0))
                .filter(p -> p.degree() == 1)
                .flatMap(p -> {
                    FunctionField field = FunctionField.holding(form, List.of(r, x), Set.of(x, r))
                            .orElseThrow();
                    IExpr a = field.tree(p.get(0));
                    IExpr b = field.tree(p.get(1));
                    IExpr norm = Expr.minus(Expr.power(a, 2), Expr.times(Expr.power(b, 2), q.get()));
                    return new AlgebraicEquation(solver).solve(norm, Expr.ZERO);
                });
    }

    private Optional<List<RealSolution>> inHalfTangent(IExpr f) {
        ISymbol s = Fresh.inner(x);
        ISymbol c = Fresh.inner(s);
        ISymbol t = Fresh.inner(c);
        Optional<IExpr> form = new CircularForm(x, s, c, true).of(f);
        if (form.isEmpty()
                || !Expr.isFreeOf(form.get(), x)
                || Expr.isFreeOf(form.get(), s) && Expr.isFreeOf(form.get(), c)) {
            return Optional.empty();
        }
        IExpr norm = Expr.plus(Expr.ONE, Expr.power(t, 2));
        IExpr inT = Expr.substitute(
                form.get(),
                java.util.Map.of(
                        s,
                        Expr.divide(Expr.times(Expr.TWO, t), norm),
                        c,
                        Expr.divide(Expr.minus(Expr.TWO, norm), norm)));
        return new AlgebraicEquation(new RealSolver(t, solver.assumptions()))
                .solve(inT, Expr.ZERO)
                .map(roots -> {
                    IExpr turn = Expr.times(Expr.TWO, Expr.PI);
                    List<RealSolution> out = new ArrayList<>();
                    for (RealSolution root : roots) {
                        IExpr angle = Expr.times(Expr.TWO, Expr.apply(Elementary.ATAN, root.value()));
                        out.add(new RealSolution(Condition.TRUE, angle, Optional.of(turn)));
                    }
                    IExpr atPi = Expr.substitute(form.get(), java.util.Map.of(s, Expr.ZERO, c, Expr.MINUS_ONE));
                    if (atPi.equals(Expr.ZERO)) {
                        out.add(new RealSolution(Condition.TRUE, Expr.PI, Optional.of(turn)));
                    }
                    return out;
                });
    }

    /** A function smooth on the whole line with a derivative of one sign has one zero at most. */
    private Optional<List<RealSolution>> monotone(IExpr f) {
        if (!isSmooth(f)) {
            return Optional.empty();
        }
        Range slope = Range.of(Differentiation.derivative(f, x), solver.assumptions());
        if (slope.low() < 0 && slope.high() > 0) {
            return Optional.empty();
        }
        return GUESSES.stream()
                .filter(g -> Expr.substitute(f, x, g).equals(Expr.ZERO))
                .findFirst()
                .map(g -> List.of(RealSolution.unique(g)));
    }

    private boolean isSmooth(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isFreeOf(e, x)) {
            return true;
        }
        if (Expr.isPower(e) && !Expr.isFreeOf(a.arg1(), x)) {
            boolean natural = a.arg2() instanceof IRational q
                    && q.toBigDenominator().equals(java.math.BigInteger.ONE)
                    && q.toBigNumerator().signum() > 0;
            Range base = Range.of(a.arg1(), solver.assumptions());
            if (!natural && !base.isPositive()) {
                return false;
            }
        }
        boolean everywhere = Elementary.byHead(a.head())
                .map(f -> switch (f) {
                    case SIN, COS, SINH, COSH, TANH, SECH, ATAN, ASINH, ERF, ERFI -> true;
                    case LOG -> Range.of(a.arg1(), solver.assumptions()).isPositive();
                    default -> false;
                })
                .orElse(Expr.isSum(e) || Expr.isProduct(e) || Expr.isPower(e));
        return everywhere && Expr.arguments(e).stream().allMatch(this::isSmooth);
    }
}
