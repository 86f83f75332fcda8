package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A Lagrangian {@code L(t, x)} without velocities, like a loss of training. It is degenerate: its Euler–Lagrange equations {@code ∂L/∂x_i =
 * 0} are algebraic, and they, not the states' motion, are what Noether's theorem speaks of: its {@code H = −L} for {@code ∂_t} has {@code
 * dH/dt = −∂L/∂t} on their solutions and {@code −∂L/∂t − Σ ∂L/∂x_i x_i'} along a motion.
 *
 * @param equations the left sides of the equations that are not identities
 * @param energy H, to be judged along the motion, with what is to be said of it
 */
public record Loss(List<IExpr> equations, ConservedQuantity energy) {
    /** Of what equations may take in a sentence. */
    private static final int SHORT = 160;

    public Loss {
        equations = List.copyOf(equations);
    }

    /** The Lagrangian as a loss; empty where it has velocities. */
    public static Optional<Loss> of(IExpr lagrangian, DifferentialSystem system) {
        if (!Problem.isLoss(lagrangian)) {
            return Optional.empty();
        }
        List<IExpr> equations = new ArrayList<>();
        for (ISymbol x : system.states()) {
            IExpr slope = NormalForm.ifShorter(Differentiation.derivative(lagrangian, x), system.assumptions());
            if (!slope.equals(Expr.ZERO)) {
                equations.add(slope);
            }
        }
        IExpr rate = NormalForm.ifShorter(
                Differentiation.derivative(lagrangian, system.independent()), system.assumptions());
        ConservedQuantity energy = new ConservedQuantity(
                Expr.negate(lagrangian),
                ConservedQuantity.Kind.NOETHER,
                List.of(),
                Optional.empty(),
                List.of(),
                note(equations, rate),
                List.of());
        return Optional.of(new Loss(equations, energy));
    }

    private static String note(List<IExpr> equations, IExpr rate) {
        String all = String.join(
                ", ", equations.stream().map(e -> InputForm.of(e) + " = 0").toList());
        String which = equations.isEmpty() ? "" : all.length() <= SHORT ? ", " + all : ", one for each state";
        String there = rate.equals(Expr.ZERO)
                ? "is constant there"
                : "has the rate " + InputForm.of(Expr.negate(rate)) + " there";
        return "The Lagrangian has no velocities: its Euler-Lagrange equations are algebraic" + which
                + ". Noether's quantity H = -L " + there
                + "; the verdict is on the motion of the states, of which these equations say nothing.";
    }
}
