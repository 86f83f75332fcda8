package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.ansatz.AnsatzForm;
import dev.prolong.derivation.Derivation;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A determining equation, of infinitesimals that may depend on all coordinates, that a claimed generator does not satisfy.
 *
 * @param equation its left side
 * @param value what that is for the claim, decided not to be zero
 */
public record FailedEquation(IExpr equation, IExpr value) {

    /** Those of a claim; none where it moves parameters, or where a right side is not smooth. */
    static List<FailedEquation> of(DifferentialSystem system, Claims.GeneratorClaim claim) {
        List<ISymbol> base = system.jetSpace().base();
        boolean smooth = Pieces.of(system.rightSides())
                .filter(pieces -> pieces.size() == 1)
                .isPresent();
        if (!smooth || !base.containsAll(claim.components().keySet())) {
            return List.of();
        }
        try {
            List<UnknownFunction> unknowns = AnsatzForm.general(system, FreshNames.avoiding(system));
            List<IExpr> values = unknowns.stream()
                    .map(u -> claim.components().getOrDefault(u.coordinate(), Expr.ZERO))
                    .toList();
            DeterminingSystem determining = DeterminingEquations.of(system, unknowns, new Derivation());
            List<FailedEquation> out = new ArrayList<>();
            for (LinearEquation e : determining.equations()) {
                IExpr value = e.at(unknowns, values);
                if (ZeroDecision.of(value, system.assumptions()) == ZeroDecision.NONZERO) {
                    out.add(new FailedEquation(e.tree(unknowns), value));
                }
            }
            return out;
        } catch (NotSmoothException | ArithmeticException outside) {
            return List.of();
        }
    }
}
