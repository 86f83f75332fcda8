package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Checks a branch {@code x(y)} of an inverse of S: at points x of the branch {@code x(S(x)) = x} to 30 digits, which tests the condition
 * too; and {@code S(x(y)) - y = 0} decided exactly where that can be done.
 */
final class InverseCheck {
    private static final long SEED = 20_240_311;
    private static final int DIGITS = 30;
    private static final int POINTS = 60;
    private static final int ENOUGH = 4;

    private final IExpr s;
    private final ISymbol x;
    private final ISymbol y;
    private final List<Assumption> assumptions;

    InverseCheck(IExpr s, ISymbol x, ISymbol y, List<Assumption> assumptions) {
        this.s = s;
        this.x = x;
        this.y = y;
        this.assumptions = assumptions;
    }

    /** Empty where the branch is wrong or no point of it was found. */
    Optional<Inverse.Certainty> certainty(RealSolution branch) {
        if (!holdsAtPoints(branch)) {
            return Optional.empty();
        }
        return Optional.of(isProved(branch.value()) ? Inverse.Certainty.PROVED : Inverse.Certainty.NUMERIC);
    }

    /** {@code S(x(y)) - y = 0}: directly, or by its derivative and one point. */
    boolean isProved(IExpr value) {
        IExpr image = Expr.substitute(s, x, value);
        if (vanishes(Expr.minus(image, y))) {
            return true;
        }
        IExpr expanded = ArcExpansion.of(image);
        IExpr difference = Expr.minus(expanded, y);
        if (vanishes(difference)) {
            return true;
        }
        IExpr rate = Expr.minus(Differentiation.derivative(expanded, y), Expr.ONE);
        return vanishes(rate) && vanishesAtAPoint(difference);
    }

    private boolean vanishes(IExpr e) {
        return ZeroDecision.isZero(e, assumptions);
    }

    private boolean vanishesAtAPoint(IExpr difference) {
        for (IExpr at : List.of(Expr.ZERO, Expr.ONE, Expr.MINUS_ONE)) {
            if (vanishes(Expr.substitute(difference, y, at))) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsAtPoints(RealSolution branch) {
        Set<ISymbol> parameters = new TreeSet<>((a, b) -> a.getSymbolName().compareTo(b.getSymbolName()));
        parameters.addAll(Expr.symbols(s));
        parameters.remove(x);
        SamplePoints points = new SamplePoints(List.of(x), parameters, assumptions, SEED);
        int seen = 0;
        for (int i = 0; i < POINTS && seen < ENOUGH; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (!NumericEvaluation.holds(branch.condition(), point).orElse(false)
                    || !(NumericEvaluation.evaluate(s, point, 2 * DIGITS) instanceof Value.Real level)) {
                continue;
            }
            Map<ISymbol, BigDecimal> lifted = new HashMap<>(point);
            lifted.put(y, level.value());
            if (!(NumericEvaluation.evaluate(Expr.minus(branch.value(), x), lifted, DIGITS) instanceof Value.Real gap)
                    || gap.value().abs().compareTo(new BigDecimal("1e-" + DIGITS)) > 0) {
                return false;
            }
            seen++;
        }
        return seen > 0;
    }
}
