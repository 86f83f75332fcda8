package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Constants in disguise. */
final class Constant {
    private static final long SEED = 5;
    private static final int POINTS = 8;
    private static final double LARGE = 1e6;
    private static final double GAP = 1e-4;

    private Constant() {}

    /** The value of e, which does not depend on x, written without x; empty where its normal form still has x. */
    static Optional<IExpr> value(IExpr e, ISymbol x, List<Assumption> assumptions) {
        if (Expr.isFreeOf(e, x)) {
            return Optional.of(e);
        }
        if (varies(e, x)) {
            return Optional.empty();
        }
        return NormalForm.ifAny(e, assumptions).filter(normal -> Expr.isFreeOf(normal, x));
    }

    /** Whether values at some points show that e depends on x: cheaper than a normal form. */
    static boolean varies(IExpr e, ISymbol x) {
        if (!Expr.subtrees(e, Expr::isIntegral).isEmpty()) {
            return false;
        }
        List<ISymbol> variables = new ArrayList<>(List.of(x));
        Expr.symbols(e).stream().filter(s -> !s.equals(x)).forEach(variables::add);
        DoubleEvaluation value = DoubleEvaluation.of(e, variables);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] point = new double[variables.size()];
        for (int i = 1; i < point.length; i++) {
            point[i] = random.nextDouble(0.2, 1.8);
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            point[0] = random.nextDouble(-2, 2);
            double v = value.at(point);
            if (Double.isFinite(v) && Math.abs(v) < LARGE) {
                lowest = Math.min(lowest, v);
                highest = Math.max(highest, v);
            }
        }
        return highest - lowest > GAP * (1 + Math.abs(highest));
    }
}
