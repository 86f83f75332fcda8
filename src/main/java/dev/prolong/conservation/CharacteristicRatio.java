package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The ratio of the characteristics of two symmetries of one equation {@code z' = f(t, z)}: both solve {@code Q' = f_z Q} along solutions,
 * so {@code Q_2/Q_1} is constant on them.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.5; Jacobi's last multiplier.
 */
public final class CharacteristicRatio {
    private CharacteristicRatio() {}

    /** The first such ratio that is not a constant; empty for systems and where there is none. */
    public static Optional<ConservedQuantity> of(DifferentialSystem system, List<Generator> generators) {
        if (system.equations().size() != 1 || !system.isFirstOrder()) {
            return Optional.empty();
        }
        Equation e = system.equations().get(0);
        List<IExpr> q = new ArrayList<>();
        for (Generator x : generators) {
            q.add(Expr.minus(x.along(e.state()), Expr.times(x.along(system.independent()), e.rhs())));
        }
        for (int j = 1; j < q.size(); j++) {
            for (int i = 0; i < j; i++) {
                Optional<IExpr> ratio = ratio(q.get(j), q.get(i));
                if (ratio.isPresent()
                        && ZeroDecision.of(Differentiation.derivative(ratio.get(), e.state()), system.assumptions())
                                != ZeroDecision.ZERO) {
                    return Optional.of(new ConservedQuantity(
                            ratio.get(),
                            ConservedQuantity.Kind.FIRST_INTEGRAL,
                            List.of(i + 1, j + 1),
                            Optional.empty(),
                            List.of()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<IExpr> ratio(IExpr above, IExpr below) {
        IExpr plain = Expr.divide(above, below);
        try {
            DifferentialField field = DifferentialField.of(List.of(above, below), Set.of(), List.of());
            if (field.element(below).isZero()) {
                return Optional.empty();
            }
            IExpr normal = field.tree(field.divide(field.element(above), field.element(below)));
            return Optional.of(Expr.size(normal) <= Expr.size(plain) ? normal : plain);
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.of(plain);
        }
    }
}
