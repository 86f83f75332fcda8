package dev.prolong.verification;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The linearisation of a system along its own solutions, which every symmetry's characteristic solves.
 *
 * <p>{@code X = T ∂_t + Σ X_i ∂_{x_i} + Σ Θ_j ∂_{θ_j}} is a symmetry (with the {@code Θ_j}, an equivalence transformation) of {@code
 * x_i^(n_i) = f_i} exactly if {@code Q_i = X_i − T x_i'} satisfies
 *
 * <pre>D_t^{n_i} Q_i = Σ_j Σ_k ∂f_i/∂x_j^(k) D_t^k Q_j + Σ_j Θ_j ∂f_i/∂θ_j,    D_t Θ_j = 0</pre>
 *
 * <p>on solutions, {@code D_t} taken along them. Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), theorem
 * 2.36, equation (2.39), and section 5.1, equation (5.7).
 */
final class LinearisedSystem {
    private final DifferentialSystem system;
    private final JetSpace space;
    private final TotalDerivative flow;

    LinearisedSystem(DifferentialSystem system) {
        this.system = system;
        this.space = system.jetSpace();
        this.flow = system.flow();
    }

    /** What must vanish for X to be a symmetry: one residual for each equation, and one for each parameter that X moves. */
    List<Residual> residuals(Generator x) {
        List<List<IExpr>> rates = new ArrayList<>();
        for (int i = 0; i < system.equations().size(); i++) {
            rates.add(ratesOfCharacteristic(x, i));
        }
        List<Residual> out = new ArrayList<>();
        for (int i = 0; i < system.equations().size(); i++) {
            Equation equation = system.equations().get(i);
            out.add(new Residual(
                    "the linearised equation of " + equation.state().getSymbolName(), residual(x, equation, i, rates)));
        }
        for (ISymbol parameter : system.parameters()) {
            IExpr rate = flow.of(x.along(parameter));
            if (!rate.equals(Expr.ZERO)) {
                out.add(new Residual("the rate of the component along " + parameter.getSymbolName(), rate));
            }
        }
        return out;
    }

    /** {@code Q_i, D_t Q_i, .., D_t^{n_i} Q_i}. */
    private List<IExpr> ratesOfCharacteristic(Generator x, int i) {
        Equation equation = system.equations().get(i);
        IExpr velocity = equation.order() == 1 ? equation.rhs() : space.symbol(i, 1);
        IExpr q = Expr.minus(x.along(equation.state()), Expr.times(x.along(system.independent()), velocity));
        List<IExpr> out = new ArrayList<>();
        out.add(q);
        for (int k = 1; k <= equation.order(); k++) {
            q = flow.of(q);
            out.add(q);
        }
        return out;
    }

    private IExpr residual(Generator x, Equation equation, int i, List<List<IExpr>> rates) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(rates.get(i).get(equation.order()));
        for (int j = 0; j < rates.size(); j++) {
            for (int k = 0; k < space.orders().get(j); k++) {
                IExpr slope = Differentiation.derivative(equation.rhs(), space.symbol(j, k));
                terms.add(Expr.negate(Expr.times(slope, rates.get(j).get(k))));
            }
        }
        for (ISymbol parameter : system.parameters()) {
            IExpr component = x.along(parameter);
            if (!component.equals(Expr.ZERO)) {
                IExpr slope = Differentiation.derivative(equation.rhs(), parameter);
                terms.add(Expr.negate(Expr.times(slope, component)));
            }
        }
        return Expr.plus(terms);
    }
}
