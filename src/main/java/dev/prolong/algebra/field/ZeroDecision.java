package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Decides whether an expression is identically zero, wherever it is real.
 *
 * <p>{@code ZERO} is a proof: the expression vanishes by relations that hold. {@code NONZERO} is one where the kernels of its field are
 * known to be independent. Anything else is {@code UNDECIDED}, which a value at a point may settle.
 */
public enum ZeroDecision {
    ZERO,
    NONZERO,
    UNDECIDED;

    private static final long MOST_WORK = 50_000_000;

    public static ZeroDecision of(IExpr e, Collection<Assumption> assumptions) {
        if (e instanceof IRational) {
            return e.equals(Expr.ZERO) ? ZERO : NONZERO;
        }
        Optional<List<Pieces.Piece>> pieces = Pieces.of(List.of(e));
        if (pieces.isEmpty()) {
            return UNDECIDED;
        }
        ZeroDecision all = ZERO;
        for (Pieces.Piece piece : pieces.get()) {
            ZeroDecision here = smooth(piece.expressions().get(0), assumptions, MOST_WORK);
            if (here == NONZERO) {
                return NONZERO;
            }
            all = here == UNDECIDED ? UNDECIDED : all;
        }
        return all;
    }

    public static ZeroDecision of(IExpr e) {
        return of(e, List.of());
    }

    private static ZeroDecision smooth(IExpr e, Collection<Assumption> assumptions, long work) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions, work);
            FieldElement value = field.element(e);
            if (value.isZero()) {
                return ZERO;
            }
            return field.isDecisive() && !field.hasOpaqueKernels(value) ? NONZERO : UNDECIDED;
        } catch (NotSmoothException | ArithmeticException | WorkLimitException outside) {
            return UNDECIDED;
        }
    }
}
