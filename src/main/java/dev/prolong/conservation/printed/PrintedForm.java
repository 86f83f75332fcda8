package dev.prolong.conservation.printed;

import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A quantity by the paper's recipe.
 *
 * @param name the paper's letter
 * @param expression in the coordinates, the parameters, and the free constants of the recipe
 * @param condition on these constants under which it is conserved as said in the note; empty: under none that the recipe speaks of
 * @param domain where the closed solution that it is made from holds
 * @param note why it is not conserved as it stands, in two sentences
 * @param exact the quantities to use instead, one for each state that it speaks of; none where there is none of its kind
 */
public record PrintedForm(
        String name,
        IExpr expression,
        Optional<IExpr> condition,
        Optional<IExpr> domain,
        String note,
        List<IExpr> exact) {}
