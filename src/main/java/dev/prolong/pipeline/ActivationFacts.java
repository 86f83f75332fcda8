package dev.prolong.pipeline;

import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.equation.ActivationRule;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * What follows from an activation σ for the model {@code z' = σ(z)}.
 *
 * @param pieces its smooth pieces; one without a condition where it is smooth
 * @param complete whether there was time for all of them
 */
public record ActivationFacts(ActivationRule rule, List<Piece> pieces, boolean complete) {
    /**
     * One smooth piece.
     *
     * @param condition where it is; empty: everywhere
     * @param sigma {@code σ(x)} there
     * @param quadrature {@code S(x) = ∫ dx/σ(x)}, in closed form or as an integral; empty where σ is constantly 0
     * @param inverse the branches of {@code x = S⁻¹(y)}, those that were proved
     * @param domain the intervals between neighbouring equilibria, on each of which S is one smooth function; of a periodic family those
     *     of one period; empty: all of the piece
     */
    public record Piece(
            Optional<IExpr> condition,
            IExpr sigma,
            Optional<IExpr> quadrature,
            List<Inverse.Branch> inverse,
            List<IExpr> domain) {
        public Piece {
            inverse = List.copyOf(inverse);
            domain = List.copyOf(domain);
        }
    }

    public ActivationFacts {
        pieces = List.copyOf(pieces);
    }
}
