package dev.prolong.verification;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Values of free constants for which a function of the coordinates is a simpler one: {@code z^c} is z for c = 1, {@code e^(c t)} is 1 for c =
 * 0. {@link ConstantConditions} takes them for what they are for almost all values. Small numbers are tried, for one constant at a time.
 */
final class SpecialConstants {
    private static final List<IExpr> TRIED = List.of(
            Expr.ZERO,
            Expr.ONE,
            Expr.integer(-1),
            Expr.TWO,
            Expr.integer(-2),
            Expr.rational(1, 2),
            Expr.rational(-1, 2));

    private final DifferentialSystem system;
    private final Set<ISymbol> constants;

    SpecialConstants(DifferentialSystem system, Set<ISymbol> constants) {
        this.system = system;
        this.constants = constants;
    }

    /** Conditions under which the residuals vanish, each with a constant at one of the numbers. */
    List<ConstantConditions.Outcome.Met> of(List<IExpr> residuals) {
        List<ConstantConditions.Outcome.Met> out = new ArrayList<>();
        for (ISymbol c : constants) {
            TRIED.forEach(value -> add(c, value, residuals, out));
        }
        return out;
    }

    private void add(ISymbol c, IExpr value, List<IExpr> residuals, List<ConstantConditions.Outcome.Met> out) {
        Set<ISymbol> others = new LinkedHashSet<>(constants);
        others.remove(c);
        List<IExpr> there =
                residuals.stream().map(r -> Expr.substitute(r, c, value)).toList();
        if (new ConstantConditions(system, others).of(there) instanceof ConstantConditions.Outcome.Met met) {
            Map<ISymbol, IExpr> solved = new LinkedHashMap<>(met.solved());
            solved.put(c, value);
            IExpr condition = Condition.and(List.of(Condition.compare(c, S.Equal, value), met.condition()));
            out.add(new ConstantConditions.Outcome.Met(condition, solved));
        }
    }
}
