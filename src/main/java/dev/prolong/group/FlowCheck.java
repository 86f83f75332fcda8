package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.ArcExpansion;
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
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Whether images are the flow of a field: {@code ∂x̄_i/∂ε = X_i(x̄)} for all ε, and {@code x̄_i = x_i} at {@code ε = 0}.
 *
 * <p>Proved is what has both exactly, by algebra or by the way that led there; what is left open must vanish at points to many digits. Since
 * inverses of periodic functions are right on one branch only, nothing counts that fails at any point.
 */
final class FlowCheck {
    private static final int POINTS = 12;
    private static final int MOST_POINTS = 500;
    private static final int DIGITS = 25;
    /** A field that is not complete leaves every chart after finite time. */
    private static final BigDecimal NEAR_ZERO = new BigDecimal("0.001");

    private static final long LARGEST = 400;
    private static final long MOST_WORK = 40_000;
    private static final long SEED = 11;

    private final ISymbol eps;
    private final List<Assumption> assumptions;

    FlowCheck(ISymbol eps, List<Assumption> assumptions) {
        this.eps = eps;
        this.assumptions = assumptions;
    }

    /** The judgement of the image of x under {@code dx/dε = speed(x, ε)}. */
    Image judged(ISymbol x, IExpr speed, Image image) {
        return image.judged(standing(List.of(x), List.of(speed), List.of(image)));
    }

    /** The first of these images of x under {@code dx/dε = speed(x, ε)} that is proved, or else that holds. */
    Optional<Image> best(ISymbol x, IExpr speed, Stream<Image> candidates) {
        List<Image> holding = new ArrayList<>();
        return candidates
                .map(c -> judged(x, speed, c))
                .filter(Image::holds)
                .peek(holding::add)
                .filter(i -> i.standing() == Image.Standing.PROVED)
                .findFirst()
                .or(() -> holding.stream().findFirst());
    }

    /** What is known of the images of coordinates that move together. */
    Image.Standing standing(List<ISymbol> coordinates, List<IExpr> speeds, List<Image> images) {
        Map<ISymbol, IExpr> moved = new HashMap<>();
        for (int i = 0; i < coordinates.size(); i++) {
            moved.put(coordinates.get(i), images.get(i).value());
        }
        List<IExpr> laws = new ArrayList<>();
        List<IExpr> starts = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            IExpr image = images.get(i).value();
            IExpr rate = Differentiation.derivative(image, eps);
            laws.add(Expr.minus(rate, Expr.substitute(speeds.get(i), moved)));
            starts.add(Expr.minus(Expr.substitute(image, eps, Expr.ZERO), coordinates.get(i)));
        }
        List<IExpr> all = new ArrayList<>(laws);
        all.addAll(starts);
        all.removeIf(r -> r.equals(Expr.ZERO));
        IExpr domain = Condition.and(
                images.stream().flatMap(i -> i.domain().stream()).distinct().toList());
        Optional<Boolean> atPoints = vanish(all, coordinates, domain);
        if (atPoints.isPresent() && !atPoints.get()) {
            return Image.Standing.WRONG;
        }
        List<IExpr> open = new ArrayList<>();
        for (int i = 0; i < coordinates.size(); i++) {
            if (!images.get(i).lawful()) {
                open.add(laws.get(i));
            }
            if (!images.get(i).starting().getAsBoolean()) {
                open.add(starts.get(i));
            }
        }
        NearStart near = NearStart.of(eps, speeds, assumptions);
        boolean proved = open.stream().allMatch(r -> isZero(r, assumptions) || isZeroNearStart(r, near));
        if (atPoints.isEmpty() && !(proved && open.containsAll(all))) {
            return Image.Standing.WRONG;
        }
        return proved ? Image.Standing.PROVED : Image.Standing.NUMERIC;
    }

    private static boolean isZeroNearStart(IExpr e, NearStart near) {
        IExpr there = near.of(e);
        return !there.equals(e) && isZero(there, near.assumptions());
    }

    /** Decided within the work that a flow is worth. */
    static boolean isZero(IExpr e, List<Assumption> assumptions) {
        if (Expr.size(e) > LARGEST) {
            return false;
        }
        IExpr expanded = ArcExpansion.of(e);
        return ZeroDecision.isZero(e, assumptions, MOST_WORK)
                || !expanded.equals(e)
                        && Expr.size(expanded) <= LARGEST
                        && ZeroDecision.isZero(expanded, assumptions, MOST_WORK);
    }

    /** Whether these vanish at points of the domain; empty where all are real at too few. */
    private Optional<Boolean> vanish(List<IExpr> residuals, List<ISymbol> coordinates, IExpr domain) {
        Set<ISymbol> parameters = new LinkedHashSet<>();
        residuals.forEach(r -> parameters.addAll(Expr.symbols(r)));
        parameters.addAll(Expr.symbols(domain));
        coordinates.forEach(parameters::remove);
        SamplePoints points = new SamplePoints(coordinates, parameters, assumptions, SEED);
        int good = 0;
        for (int drawn = 0; drawn < MOST_POINTS && good < POINTS; drawn++) {
            Map<ISymbol, BigDecimal> point = points.next();
            point.computeIfPresent(eps, (e, value) -> value.multiply(NEAR_ZERO));
            if (!NumericEvaluation.holds(domain, point).orElse(false)) {
                continue;
            }
            boolean vanishes = true;
            for (IExpr residual : residuals) {
                Value value = NumericEvaluation.evaluate(residual, point, DIGITS);
                if (value instanceof Value.Real real && real.isNonZero() && !real.vanishes(DIGITS)) {
                    return Optional.of(false);
                }
                vanishes &= value instanceof Value.Real real && real.vanishes(DIGITS);
            }
            good += vanishes ? 1 : 0;
        }
        return good == POINTS ? Optional.of(true) : Optional.empty();
    }
}
