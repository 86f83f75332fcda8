package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The functions of the parameters that an exact solution of the determining equations divides by: where one of them vanishes there may be
 * more symmetries.
 *
 * <p>Source: Reid and Wittkopf, Determination of maximal symmetry groups of classes of differential equations, ISSAC 2000 (case splitting
 * on pivots).
 */
final class ParameterPivots {
    private static final int LARGEST_COEFFICIENT = 120;
    private static final long LARGEST_SYSTEM = 600;

    private ParameterPivots() {}

    /** None where no parameter occurs or the elimination became too large. */
    static List<Assumption> of(DifferentialSystem system, DeterminingSystem determining, int dimension) {
        List<ISymbol> parameters = system.parameters();
        boolean occur = system.equations().stream()
                .anyMatch(e -> Expr.symbols(e.rhs()).stream().anyMatch(parameters::contains));
        long size = determining.equations().stream()
                .flatMap(e -> e.terms().values().stream())
                .mapToLong(Expr::size)
                .sum();
        if (!occur || size > LARGEST_SYSTEM) {
            return List.of();
        }
        FreshNames names = FreshNames.avoiding(system);
        List<ISymbol> base = system.jetSpace().base();
        List<Assumption> given = system.assumptions();
        Set<IExpr> factors = new LinkedHashSet<>();
        try {
            StepwiseReduction steps =
                    new StepwiseReduction(determining, base, given, new LinearOde(given, names), names);
            DeterminingSystem reduced = steps.reduced();
            for (IExpr pivot : steps.pivots()) {
                Factors.of(pivot, given).powers().keySet().stream()
                        .filter(f -> parameters.containsAll(Expr.symbols(f)))
                        .forEach(factors::add);
            }
            List<IExpr> coefficients = reduced.equations().stream()
                    .flatMap(e -> e.terms().values().stream())
                    .toList();
            DifferentialField field = DifferentialField.of(coefficients, new LinkedHashSet<>(base), given);
            FiniteForm.of(reduced, field, base, dimension, LARGEST_COEFFICIENT)
                    .ifPresent(form -> form.pivots().forEach(p -> factors.addAll(field.constantFactors(p))));
        } catch (NotSmoothException | ArithmeticException outside) {
            // what was found so far
        }
        List<Assumption> out = new ArrayList<>();
        for (IExpr f : factors) {
            if (Pivots.isOpen(f, given)) {
                out.add(Assumption.nonzero(f));
            }
        }
        return out;
    }
}
