package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The general solution {@code z = S⁻¹(t + c)} of one equation whose first integral is {@code S(z) − t}, where S can be undone. With several
 * branches, the first.
 *
 * @param s {@code S(z)}
 * @param shifted {@code t + c}
 * @param constant c
 * @param branch the condition on z under which {@code z = value} undoes S
 * @param period if present, z may be shifted by its integer multiples
 */
public record GeneralSolution(
        IExpr s, IExpr shifted, ISymbol constant, IExpr value, IExpr branch, Optional<IExpr> period) {

    /** Empty where no closed form was proved. */
    public static Optional<GeneralSolution> of(
            DifferentialSystem system, List<ConservedQuantity> quantities, FreshNames names) {
        if (system.equations().size() != 1 || quantities.isEmpty() || !system.isFirstOrder()) {
            return Optional.empty();
        }
        ISymbol t = system.independent();
        ISymbol z = system.states().get(0);
        IExpr s = Expr.plus(quantities.get(0).expression(), t);
        if (!Expr.isFreeOf(s, t) || !Expr.subtrees(s, Expr::isIntegral).isEmpty()) {
            return Optional.empty();
        }
        ISymbol y = Expr.symbol(names.takeNumbered("y"));
        ISymbol c = Expr.symbol(names.takeNumbered("c"));
        IExpr shifted = Expr.plus(t, c);
        return Inverse.of(s, z, y, system.assumptions()).stream()
                .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                .findFirst()
                .map(b -> new GeneralSolution(
                        s, shifted, c, Expr.substitute(b.value(), y, shifted), b.condition(), b.period()));
    }
}
