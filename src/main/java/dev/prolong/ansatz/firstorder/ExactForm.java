package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.AnsatzChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code M dx + N dy = 0}, read off the right side as it is written, {@code f = −M/N}: exact where {@code M_y = N_x}, and then {@code η =
 * 1/N}.
 *
 * <p>Source: Ince, Ordinary Differential Equations, section 2.2.
 */
final class ExactForm implements Method {
    @Override
    public String form() {
        return "the symmetry of an exact equation";
    }

    @Override
    public Optional<Finding> find(PlaneEquation e) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        boolean negative = Fractions.split(e.tree(), above, below);
        IExpr m = negative ? Expr.times(above) : Expr.negate(Expr.times(above));
        IExpr n = Expr.times(below);
        IExpr curl = Expr.minus(Differentiation.derivative(m, e.y()), Differentiation.derivative(n, e.x()));
        if (!ZeroDecision.isZero(curl, e.assumptions())) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                List.of(PlaneSymmetry.vertical(Expr.power(n, -1))),
                AnsatzChoice.Kind.PROJECTABLE,
                "exact equation",
                "Multiplied by its denominator the equation is the differential of a function; the reciprocal of the denominator is"
                        + " a characteristic.",
                "Ince, section 2.2"));
    }
}
