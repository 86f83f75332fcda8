package dev.prolong.equation;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What a user's file asks.
 *
 * @param ansatz to use unless the command names another
 * @param lagrangian of which the system has the Euler–Lagrange equations, if it was given by one
 */
public record Problem(DifferentialSystem system, Optional<AnsatzChoice> ansatz, Optional<IExpr> lagrangian) {
    /** A system given by its equations. */
    public Problem(DifferentialSystem system, Optional<AnsatzChoice> ansatz) {
        this(system, ansatz, Optional.empty());
    }
}
