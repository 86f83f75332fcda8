package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ModularEvaluation;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.ModularMatrix;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * How many of some quantities are functionally independent: the rank of their gradients in the free coordinates at a random point. The
 * rank at a point is a lower bound of the generic one, so independence is proved where it is found.
 */
public final class Independence {
    private static final long SEED = 71;
    private static final int DIGITS = 40;
    private static final MathContext PRECISION = new MathContext(DIGITS);
    private static final BigDecimal SMALL = new BigDecimal("1e-20");
    private static final int MOST_POINTS = 60;

    private Independence() {}

    /** The numbers of those that are independent of the ones before them. */
    public static List<Integer> independent(DifferentialSystem system, List<IExpr> quantities) {
        List<IExpr> rest = new ArrayList<>(quantities);
        // one that alone has a coordinate, as a summand, is independent of all others
        List<IExpr> apart = new ArrayList<>();
        Optional<IExpr> next = apart(system, rest);
        while (next.isPresent()) {
            rest.remove(next.get());
            apart.add(next.get());
            next = apart(system, rest);
        }
        List<IExpr> kept = new ArrayList<>();
        among(system, rest).forEach(k -> kept.add(rest.get(k)));
        List<Integer> out = new ArrayList<>();
        for (int q = 0; q < quantities.size(); q++) {
            if (apart.remove(quantities.get(q)) || kept.remove(quantities.get(q))) {
                out.add(q);
            }
        }
        return out;
    }

    private static Optional<IExpr> apart(DifferentialSystem system, List<IExpr> quantities) {
        for (ISymbol v : system.jetSpace().free()) {
            List<IExpr> with =
                    quantities.stream().filter(q -> !Expr.isFreeOf(q, v)).toList();
            if (with.size() == 1 && Differentiation.derivative(with.get(0), v) instanceof IRational r && !r.isZero()) {
                return Optional.of(with.get(0));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> among(DifferentialSystem system, List<IExpr> quantities) {
        List<ISymbol> coordinates = system.jetSpace().free();
        List<IExpr> gradients = new ArrayList<>();
        for (IExpr q : quantities) {
            coordinates.forEach(v -> gradients.add(Differentiation.derivative(q, v)));
        }
        try {
            return modular(system, coordinates, gradients);
        } catch (NotSmoothException | ArithmeticException outside) {
            return numeric(system, coordinates, gradients);
        }
    }

    private static List<Integer> modular(DifferentialSystem system, List<ISymbol> coordinates, List<IExpr> gradients) {
        DifferentialField field =
                DifferentialField.of(gradients, new LinkedHashSet<>(coordinates), system.assumptions());
        List<FieldElement> elements = gradients.stream().map(field::element).toList();
        long[] values = new ModularEvaluation(field, elements, SEED).next();
        ModularMatrix m = new ModularMatrix(coordinates.size());
        List<Integer> out = new ArrayList<>();
        for (int q = 0; q < gradients.size() / coordinates.size(); q++) {
            int from = q * coordinates.size();
            if (m.add(java.util.Arrays.copyOfRange(values, from, from + coordinates.size()))) {
                out.add(q);
            }
        }
        return out;
    }

    private static List<Integer> numeric(DifferentialSystem system, List<ISymbol> coordinates, List<IExpr> gradients) {
        Set<ISymbol> constants = new LinkedHashSet<>();
        gradients.forEach(g -> constants.addAll(Expr.symbols(g)));
        coordinates.forEach(constants::remove);
        SamplePoints points = new SamplePoints(coordinates, constants, system.assumptions(), SEED);
        List<Integer> best = List.of();
        for (int i = 0; i < MOST_POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            Optional<List<Integer>> here = atPoint(coordinates.size(), gradients, point);
            if (here.isPresent() && here.get().size() > best.size()) {
                best = here.get();
            }
        }
        return best;
    }

    private static Optional<List<Integer>> atPoint(int columns, List<IExpr> gradients, Map<ISymbol, BigDecimal> point) {
        List<BigDecimal[]> basis = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        for (int q = 0; q < gradients.size() / columns; q++) {
            BigDecimal[] row = new BigDecimal[columns];
            for (int v = 0; v < columns; v++) {
                if (!(NumericEvaluation.evaluate(gradients.get(q * columns + v), point, DIGITS)
                        instanceof Value.Real real)) {
                    return Optional.empty();
                }
                row[v] = real.value();
            }
            if (extend(basis, row)) {
                out.add(q);
            }
        }
        return Optional.of(out);
    }

    /** Eliminates with the rows known, each of which is 1 at its pivot; keeps what is left if it is not zero. */
    private static boolean extend(List<BigDecimal[]> basis, BigDecimal[] row) {
        for (BigDecimal[] known : basis) {
            int pivot = pivot(known);
            BigDecimal factor = row[pivot].divide(known[pivot], PRECISION);
            for (int v = 0; v < row.length; v++) {
                row[v] = row[v].subtract(known[v].multiply(factor), PRECISION);
            }
            row[pivot] = BigDecimal.ZERO;
        }
        return row[pivot(row)].abs().compareTo(SMALL) > 0 && basis.add(row);
    }

    private static int pivot(BigDecimal[] row) {
        int best = 0;
        for (int v = 1; v < row.length; v++) {
            best = row[v].abs().compareTo(row[best].abs()) > 0 ? v : best;
        }
        return best;
    }
}
