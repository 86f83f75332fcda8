package dev.prolong.determining;

import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** The determining equations of the symmetries of a system: linear, homogeneous, overdetermined. */
public record DeterminingSystem(List<UnknownFunction> unknowns, List<LinearEquation> equations) {
    public DeterminingSystem {
        unknowns = List.copyOf(unknowns);
        equations = List.copyOf(equations);
    }

    /** The left sides as trees. */
    public List<IExpr> trees() {
        return equations.stream().map(e -> e.tree(unknowns)).toList();
    }
}
