package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Whether images are the flow of a field: {@code ∂x̄_i/∂ε = X_i(x̄)} for all ε, and {@code x̄_i = x_i} at {@code ε = 0}.
 *
 * <p>Both must be zero exactly; what algebra leaves open must vanish at points to many digits. Since inverses of periodic functions are
 * right on one branch only, nothing counts that fails at any point.
 */
final class FlowCheck {
    private static final int POINTS = 12;
    private static final int MOST_POINTS = 60;
    private static final int DIGITS = 25;
    private static final long MOST_WORK = 100_000;
    private static final long SEED = 11;

    private final ISymbol eps;
    private final List<Assumption> assumptions;

    FlowCheck(ISymbol eps, List<Assumption> assumptions) {
        this.eps = eps;
        this.assumptions = assumptions;
    }

    /** The check for fields {@code F_i(x)}, which may also depend on ε, and images in the same order. */
    boolean holds(List<ISymbol> coordinates, List<IExpr> field, List<IExpr> images) {
        Map<ISymbol, IExpr> moved = new HashMap<>();
        for (int i = 0; i < coordinates.size(); i++) {
            moved.put(coordinates.get(i), images.get(i));
        }
        List<IExpr> residuals = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            IExpr speed = Differentiation.derivative(images.get(i), eps);
            residuals.add(Expr.minus(speed, Expr.substitute(field.get(i), moved)));
            residuals.add(Expr.minus(Expr.substitute(images.get(i), eps, Expr.ZERO), coordinates.get(i)));
        }
        residuals.removeIf(r -> r.equals(Expr.ZERO));
        List<ZeroDecision> decisions = residuals.stream()
                .map(r -> ZeroDecision.of(r, assumptions, MOST_WORK))
                .toList();
        if (decisions.contains(ZeroDecision.NONZERO)) {
            return false;
        }
        boolean plain = images.stream().allMatch(FlowCheck::isWithoutBranches);
        return plain && decisions.stream().allMatch(d -> d == ZeroDecision.ZERO) || vanishes(residuals, coordinates);
    }

    /** Whether the image has no functions with branches, for which algebra holds on one branch only. */
    private static boolean isWithoutBranches(IExpr image) {
        return Expr.subtrees(
                        image,
                        e -> e instanceof org.matheclipse.core.interfaces.IAST
                                && !Expr.isSum(e)
                                && !Expr.isProduct(e)
                                && !(Expr.isPower(e)))
                .isEmpty();
    }

    private boolean vanishes(List<IExpr> residuals, List<ISymbol> coordinates) {
        Set<ISymbol> parameters = new LinkedHashSet<>();
        residuals.forEach(r -> parameters.addAll(Expr.symbols(r)));
        coordinates.forEach(parameters::remove);
        SamplePoints points = new SamplePoints(coordinates, parameters, assumptions, SEED);
        int good = 0;
        for (int drawn = 0; drawn < MOST_POINTS && good < POINTS; drawn++) {
            Map<ISymbol, BigDecimal> point = points.next();
            boolean vanishes = true;
            for (IExpr residual : residuals) {
                Value value = NumericEvaluation.evaluate(residual, point, DIGITS);
                if (value instanceof Value.Real real && real.isNonZero() && !real.vanishes(DIGITS)) {
                    return false;
                }
                vanishes &= value instanceof Value.Real real && real.vanishes(DIGITS);
            }
            good += vanishes ? 1 : 0;
        }
        return good == POINTS;
    }
}
