package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.List;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What a candidate for {@code S = ∫ f dx} must pass: {@code S' - f = 0} decided exactly; and, seen at points, S is real where f is and has
 * no jump where f is finite, which the first test cannot see.
 */
final class CandidateCheck {
    private static final long SEED = 20_240_229;
    private static final int DRAWS = 3;
    private static final int MOST_DRAWS = 12;
    private static final int INTERVALS = 16;
    private static final double WIDTH = 5.5;
    private static final double TOLERANCE = 1e-5;

    /** Nodes and weights of Gauss and Legendre's rule with five points on (-1, 1). */
    private static final double[] NODES = {
        -0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664
    };

    private static final double[] WEIGHTS = {
        0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
    };

    private final IExpr f;
    private final ISymbol x;
    private final List<Assumption> assumptions;

    CandidateCheck(IExpr f, ISymbol x, List<Assumption> assumptions) {
        this.f = f;
        this.x = x;
        this.assumptions = assumptions;
    }

    boolean accepts(IExpr candidate) {
        return fitsAtPoints(candidate) && isProved(candidate);
    }

    /** {@code d/dx candidate - f = 0}, decided. */
    boolean isProved(IExpr candidate) {
        IExpr difference = Expr.minus(Differentiation.derivative(candidate, x), f);
        return ZeroDecision.isZero(difference, assumptions);
    }

    /** Whether increments of the candidate agree with quadrature wherever that is reliable. */
    boolean fitsAtPoints(IExpr candidate) {
        SplittableRandom random = new SplittableRandom(SEED);
        ParameterDraw draw = new ParameterDraw(x, List.of(f, candidate), assumptions);
        DoubleEvaluation integrand = draw.compiled(f);
        DoubleEvaluation antiderivative = draw.compiled(candidate);
        List<DoubleEvaluation> constants =
                Expr.subtrees(candidate, e -> Expr.isPower(e) && Expr.isFreeOf(e, x)).stream()
                        .map(draw::compiled)
                        .toList();
        boolean seen = false;
        for (int i = 0; i < (seen ? DRAWS : MOST_DRAWS); i++) {
            double[] point = draw.next(signs(i));
            // Where parameters alone make the candidate unreal (the root of a negative one), it claims nothing.
            if (constants.stream().anyMatch(c -> Double.isNaN(c.at(point)))) {
                continue;
            }
            double a = -WIDTH;
            for (int k = 0; k < INTERVALS; k++) {
                double b = a + 2 * WIDTH / INTERVALS * random.nextDouble(0.5, 1.5);
                Fit fit = fit(integrand, antiderivative, point, a, b);
                if (fit == Fit.WRONG) {
                    return false;
                }
                seen |= fit == Fit.RIGHT;
                a = b;
            }
        }
        return seen;
    }

    private static ParameterDraw.Signs signs(int draw) {
        return draw < DRAWS - 1
                ? ParameterDraw.Signs.POSITIVE
                : draw < DRAWS ? ParameterDraw.Signs.NEGATIVE : ParameterDraw.Signs.MIXED;
    }

    private enum Fit {
        RIGHT,
        WRONG,
        UNKNOWN
    }

    private static Fit fit(DoubleEvaluation f, DoubleEvaluation s, double[] point, double a, double b) {
        double middle = (a + b) / 2;
        double whole = quadrature(f, point, a, b);
        double halves = quadrature(f, point, a, middle) + quadrature(f, point, middle, b);
        if (!(Math.abs(whole - halves) <= TOLERANCE * (1e-3 + Math.abs(halves)))) {
            return Fit.UNKNOWN;
        }
        double end = at(s, point, b);
        double increment = end - at(s, point, a);
        double scale = Math.abs(end) + Math.abs(halves);
        return Math.abs(increment - halves) <= 10 * TOLERANCE * (1e-2 + scale) ? Fit.RIGHT : Fit.WRONG;
    }

    private static double quadrature(DoubleEvaluation f, double[] point, double a, double b) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * at(f, point, (a + b) / 2 + (b - a) / 2 * NODES[i]);
        }
        return sum * (b - a) / 2;
    }

    private static double at(DoubleEvaluation f, double[] point, double x) {
        point[0] = x;
        return f.at(point);
    }
}
