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
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
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
    private static final int MOST_POINTS = 90;
    private static final int DIGITS = 25;
    /** A field that is not complete leaves every chart after finite time. */
    private static final BigDecimal NEAR_ZERO = new BigDecimal("0.001");

    private static final long LARGEST = 600;
    private static final long SEED = 11;

    private final ISymbol eps;
    private final List<Assumption> assumptions;

    FlowCheck(ISymbol eps, List<Assumption> assumptions) {
        this.eps = eps;
        this.assumptions = assumptions;
    }

    /**
     * The judgement of the image of x under {@code dx/dε = speed(x, ε)}. Proved is what algebra decides, or an image by a proved straightening
     * and its proved inverse, which satisfies the law by the chain rule and starts at x on every branch that was met.
     */
    Image judged(ISymbol x, IExpr speed, Image image) {
        return image.judged(
                standing(List.of(x), List.of(speed), List.of(image.value()), image.domain(), image.lawful()));
    }

    /** The same for several coordinates that move together. */
    Image.Standing standing(
            List<ISymbol> coordinates, List<IExpr> speeds, List<IExpr> images, Optional<IExpr> domain, boolean lawful) {
        Map<ISymbol, IExpr> moved = new HashMap<>();
        for (int i = 0; i < coordinates.size(); i++) {
            moved.put(coordinates.get(i), images.get(i));
        }
        List<IExpr> residuals = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            IExpr rate = Differentiation.derivative(images.get(i), eps);
            residuals.add(Expr.minus(rate, Expr.substitute(speeds.get(i), moved)));
            residuals.add(Expr.minus(Expr.substitute(images.get(i), eps, Expr.ZERO), coordinates.get(i)));
        }
        residuals.removeIf(r -> r.equals(Expr.ZERO));
        if (images.stream().allMatch(FlowCheck::isWithoutBranches)
                && residuals.stream().allMatch(this::isZero)) {
            return Image.Standing.PROVED;
        }
        if (!vanishes(residuals, coordinates, domain)) {
            return Image.Standing.WRONG;
        }
        return lawful || residuals.stream().allMatch(this::isZero) ? Image.Standing.PROVED : Image.Standing.NUMERIC;
    }

    private boolean isZero(IExpr e) {
        return Expr.size(e) <= LARGEST && ZeroDecision.isZero(e, assumptions);
    }

    /** Whether the image has no functions with branches, for which algebra holds on one branch only. */
    private static boolean isWithoutBranches(IExpr image) {
        return Expr.subtrees(image, e -> e instanceof IAST && !Expr.isSum(e) && !Expr.isProduct(e) && !Expr.isPower(e))
                .isEmpty();
    }

    private boolean vanishes(List<IExpr> residuals, List<ISymbol> coordinates, Optional<IExpr> domain) {
        Set<ISymbol> parameters = new LinkedHashSet<>();
        residuals.forEach(r -> parameters.addAll(Expr.symbols(r)));
        domain.ifPresent(d -> parameters.addAll(Expr.symbols(d)));
        coordinates.forEach(parameters::remove);
        SamplePoints points = new SamplePoints(coordinates, parameters, assumptions, SEED);
        int good = 0;
        for (int drawn = 0; drawn < MOST_POINTS && good < POINTS; drawn++) {
            Map<ISymbol, BigDecimal> point = points.next();
            point.computeIfPresent(eps, (e, value) -> value.multiply(NEAR_ZERO));
            if (domain.isPresent()
                    && !NumericEvaluation.holds(domain.get(), point).orElse(false)) {
                continue;
            }
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
