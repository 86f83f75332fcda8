package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Seeded values for the parameters of trees in one variable, which comes first; signs as assumed. */
final class ParameterDraw {
    private static final long SEED = 20_240_301;

    /** Signs of parameters: all the same, or each by chance. */
    enum Signs {
        POSITIVE,
        NEGATIVE,
        MIXED
    }

    private final List<ISymbol> variables = new ArrayList<>();
    private final List<Assumption> assumptions;
    private final SplittableRandom random = new SplittableRandom(SEED);

    ParameterDraw(ISymbol x, List<IExpr> trees, List<Assumption> assumptions) {
        variables.add(x);
        trees.stream()
                .flatMap(e -> Expr.symbols(e).stream())
                .filter(s -> !s.equals(x))
                .distinct()
                .forEach(variables::add);
        this.assumptions = assumptions;
    }

    /** A tree as a function of the variable and the parameters. */
    DoubleEvaluation compiled(IExpr e) {
        return DoubleEvaluation.of(e, variables);
    }

    /** The next point, its first coordinate for the caller to set; free parameters of these signs. */
    double[] next(Signs signs) {
        double[] point = new double[variables.size()];
        for (int i = 1; i < point.length; i++) {
            Range range = Range.of(variables.get(i), assumptions);
            double v = random.nextDouble(0.2, 1.8);
            boolean negative = signs == Signs.NEGATIVE || signs == Signs.MIXED && random.nextBoolean();
            point[i] = range.isNegative() || negative && !range.isNonNegative() ? -v : v;
        }
        return point;
    }
}
