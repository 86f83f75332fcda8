package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Decides whether an expression is identically zero, wherever it is real.
 *
 * <p>{@code ZERO} is a proof: the expression vanishes by relations that hold. {@code NONZERO} is one too: its normal form is not zero, and
 * at some point its value, enclosed in a ball, is not. Anything else is {@code UNDECIDED}.
 */
public enum ZeroDecision {
    ZERO,
    NONZERO,
    UNDECIDED;

    private static final long MOST_WORK = 50_000_000;
    /** Leaves of a tree above which its coefficients are looked at one by one. */
    private static final int LARGE = 400;

    private static final long SEED = 31;
    private static final int POINTS = 24;
    private static final int POINTS_WITH_INTEGRALS = 4;
    private static final int DIGITS = 8;

    public static ZeroDecision of(IExpr e, Collection<Assumption> assumptions) {
        if (e instanceof IRational) {
            return e.equals(Expr.ZERO) ? ZERO : NONZERO;
        }
        ZeroDecision byAlgebra = byAlgebra(e, assumptions, MOST_WORK);
        return byAlgebra == NONZERO && !isSomewhereNonzero(e, List.copyOf(assumptions)) ? UNDECIDED : byAlgebra;
    }

    public static ZeroDecision of(IExpr e) {
        return of(e, List.of());
    }

    /** Whether {@link #of} would say zero; what is not zero is not looked for at points. */
    public static boolean isZero(IExpr e, Collection<Assumption> assumptions) {
        return isZero(e, assumptions, MOST_WORK);
    }

    /** The same, false too where it takes more work: products of terms, as {@link DifferentialField#limit} counts them. */
    public static boolean isZero(IExpr e, Collection<Assumption> assumptions, long work) {
        return e.equals(Expr.ZERO) || !(e instanceof IRational) && byAlgebra(e, assumptions, work) == ZERO;
    }

    private static ZeroDecision byAlgebra(IExpr e, Collection<Assumption> assumptions, long work) {
        // signs are in the field, and so are roots of squares that agree with them
        boolean signs = !Expr.subtrees(e, s -> s.isAST(Elementary.ABS.head()) || s.isAST(Elementary.SIGN.head()))
                .isEmpty();
        if (signs && smooth(e, assumptions, work) == ZERO) {
            return ZERO;
        }
        Optional<List<Pieces.Piece>> pieces = Pieces.of(List.of(e));
        if (pieces.isEmpty()) {
            return UNDECIDED;
        }
        ZeroDecision all = ZERO;
        for (Pieces.Piece piece : pieces.get()) {
            ZeroDecision here = smooth(piece.expressions().get(0), assumptions, work);
            if (here == NONZERO) {
                return NONZERO;
            }
            all = here == UNDECIDED ? UNDECIDED : all;
        }
        return all;
    }

    private static ZeroDecision smooth(IExpr e, Collection<Assumption> assumptions, long work) {
        Collection<IExpr> parts = e.leafCount() > LARGE ? Collected.coefficients(e) : List.of(e);
        // their functions are mostly the same; what is too much for one field may not be for one each
        ZeroDecision together = inOneField(parts, assumptions, work);
        return together != UNDECIDED || parts.size() == 1
                ? together
                : parts.stream()
                        .map(part -> inOneField(List.of(part), assumptions, work))
                        .filter(here -> here != ZERO)
                        .findFirst()
                        .orElse(ZERO);
    }

    private static ZeroDecision inOneField(Collection<IExpr> parts, Collection<Assumption> assumptions, long work) {
        try {
            DifferentialField field = DifferentialField.of(parts, Set.of(), assumptions, work);
            return parts.stream()
                    .map(part -> in(field, part))
                    .filter(here -> here != ZERO)
                    .findFirst()
                    .orElse(ZERO);
        } catch (NotSmoothException | ArithmeticException | WorkLimitException outside) {
            return UNDECIDED;
        }
    }

    private static ZeroDecision in(DifferentialField field, IExpr e) {
        FieldElement value = field.element(e);
        if (value.isZero()) {
            return ZERO;
        }
        return field.isDecisive() && !field.hasOpaqueKernels(value) ? NONZERO : UNDECIDED;
    }

    /** Kernels may have relations that the field does not see; a value that is surely not zero leaves no doubt. */
    private static boolean isSomewhereNonzero(IExpr e, List<Assumption> assumptions) {
        Set<ISymbol> symbols = Expr.symbols(e);
        boolean simple = Expr.subtrees(e, Expr::isIntegral).isEmpty();
        int most = simple ? POINTS : POINTS_WITH_INTEGRALS;
        SamplePoints points = new SamplePoints(symbols, List.of(), assumptions, SEED);
        for (int i = 0; i < most; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            boolean admitted = assumptions.stream()
                    .filter(a -> symbols.containsAll(Expr.symbols(a.expression())))
                    .allMatch(a -> NumericEvaluation.holds(a.condition(), point).orElse(false));
            if (admitted
                    && (simple
                            ? NumericEvaluation.nonZero(e, point, DIGITS).isPresent()
                            : NumericEvaluation.isNonZeroAtFirst(e, point, DIGITS))) {
                return true;
            }
        }
        return false;
    }
}
