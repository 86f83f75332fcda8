package dev.prolong.conservation.printed;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The quantities that the recipe makes of losses by taking them for Lagrangians: {@code H = Σ ∂L/∂z_i z_i' − L} of the mean-square loss
 * (equation 26) and {@code H̃ = −L} of the cross-entropy with softmax (equation 27), for N copies of one autonomous equation.
 */
final class LossForms {
    private static final String DEGENERATE =
            " A loss has no velocities: its Euler-Lagrange equations are algebraic, and what Noether's"
                    + " theorem gives, -L, is constant on their solutions only.";

    private LossForms() {}

    /** Those of a system of copies; the cross-entropy needs two at least. */
    static List<PrintedForm> of(DifferentialSystem system, List<IExpr> exact, FreshNames names) {
        List<ISymbol> states = system.states();
        if (!isCopies(system)) {
            return List.of();
        }
        List<IExpr> targets = new ArrayList<>();
        states.forEach(z -> targets.add(Expr.symbol(names.take(z.getSymbolName() + "s"))));
        List<PrintedForm> out = new ArrayList<>();
        IExpr loss = meanSquare(states, targets);
        List<IExpr> terms = new ArrayList<>();
        for (Equation e : system.equations()) {
            terms.add(Expr.times(Differentiation.derivative(loss, e.state()), e.rhs()));
        }
        out.add(new PrintedForm(
                "H",
                Expr.minus(Expr.plus(terms), loss),
                Optional.empty(),
                Optional.empty(),
                "The recipe takes dL/dz for dL/dz', so it prints dL/dt - L." + DEGENERATE,
                exact));
        if (states.size() > 1) {
            out.add(new PrintedForm(
                    "H~",
                    crossEntropy(states, targets),
                    Optional.empty(),
                    Optional.empty(),
                    "The recipe says that the derivatives of the loss vanish; they are q_i - p_i." + DEGENERATE,
                    exact));
        }
        return out;
    }

    private static boolean isCopies(DifferentialSystem system) {
        Equation first = system.equations().get(0);
        return system.equations().stream()
                .allMatch(e -> e.order() == 1
                        && Expr.isFreeOf(e.rhs(), system.independent())
                        && e.rhs().equals(Expr.substitute(first.rhs(), first.state(), e.state())));
    }

    private static IExpr meanSquare(List<ISymbol> states, List<IExpr> targets) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            terms.add(Expr.times(
                    Expr.rational(1, states.size()), Expr.power(Expr.minus(states.get(i), targets.get(i)), 2)));
        }
        return Expr.plus(terms);
    }

    /** {@code Σ p_i log q_i} with the softmax p of the targets and q of the states. */
    private static IExpr crossEntropy(List<ISymbol> states, List<IExpr> targets) {
        IExpr below = Expr.plus(targets.stream().map(Expr::exp).toList());
        IExpr belowStates = Expr.plus(states.stream().map(Expr::exp).toList());
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            IExpr p = Expr.divide(Expr.exp(targets.get(i)), below);
            terms.add(Expr.times(p, Expr.log(Expr.divide(Expr.exp(states.get(i)), belowStates))));
        }
        return Expr.plus(terms);
    }
}
