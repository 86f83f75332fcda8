package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The general solution {@code z = S⁻¹(t + c)} of one equation whose first integral is {@code S(z) − t}, where S can be undone. */
public final class GeneralSolution {
    private GeneralSolution() {}

    /** One expression for each state, or none where no closed form was proved. With several branches, the first. */
    public static List<IExpr> of(DifferentialSystem system, List<ConservedQuantity> quantities, FreshNames names) {
        if (system.equations().size() != 1 || quantities.isEmpty() || !system.isFirstOrder()) {
            return List.of();
        }
        ISymbol t = system.independent();
        ISymbol z = system.states().get(0);
        IExpr s = Expr.plus(quantities.get(0).expression(), t);
        if (!Expr.isFreeOf(s, t) || !Expr.subtrees(s, Expr::isIntegral).isEmpty()) {
            return List.of();
        }
        ISymbol y = Expr.symbol(names.takeNumbered("y"));
        ISymbol c = Expr.symbol(names.takeNumbered("c"));
        return Inverse.of(s, z, y, system.assumptions()).stream()
                .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                .limit(1)
                .map(b -> Expr.substitute(b.value(), y, Expr.plus(t, c)))
                .toList();
    }
}
