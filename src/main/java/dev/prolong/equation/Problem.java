package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What a user's file asks.
 *
 * @param ansatz to use unless the command names another
 * @param lagrangian of which the system has the Euler–Lagrange equations, if it was given by one; or a loss, without velocities, which says
 *     nothing of the system
 * @param anyMotion whether a loss stands alone, so that the right sides are arbitrary functions of all coordinates
 */
public record Problem(
        DifferentialSystem system, Optional<AnsatzChoice> ansatz, Optional<IExpr> lagrangian, boolean anyMotion) {
    /** A system given by its equations. */
    public Problem(DifferentialSystem system, Optional<AnsatzChoice> ansatz) {
        this(system, ansatz, Optional.empty(), false);
    }

    /** Whether a Lagrangian has no velocities at all, like a loss: all its Euler–Lagrange equations are algebraic. */
    public static boolean isLoss(IExpr lagrangian) {
        return Expr.symbols(lagrangian).stream().noneMatch(LeadingDerivatives::isDerivative);
    }

    /** The same with another ansatz. */
    public Problem with(AnsatzChoice choice) {
        return new Problem(system, Optional.of(choice), lagrangian, anyMotion);
    }
}
