package dev.prolong.verification;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.Status;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Values of the free constants under which a claim's residuals should vanish, looked at again in the claim itself. */
final class ConstantCase {
    private static final int DIGITS = 12;

    private final DifferentialSystem system;
    private final Sampling sampling;
    private final Claim claim;
    private final ConstantEquations equations;
    private final ConstantEquations.Solution solution;

    /** With {@code solved} put into the claim; {@code open} is what else must vanish. */
    ConstantCase(
            DifferentialSystem system,
            Sampling sampling,
            Claim claim,
            ConstantEquations equations,
            ConstantEquations.Solution solution) {
        this.system = system;
        this.sampling = sampling;
        this.claim = claim.with(solution.solved());
        this.equations = equations;
        this.solution = solution;
    }

    /** What they make of the claim. */
    enum Kind {
        /** It holds and says something. */
        GOOD,
        /** It says nothing: the quantity is a constant, the field is zero, or it has no value. */
        VOID,
        /** One or the other, or no real constants meet the case, or the claim is real nowhere. */
        UNSURE
    }

    Kind kind() {
        if (claim.claimed().stream().anyMatch(ConstantCase::isUndefined)) {
            return Kind.VOID;
        }
        if (solution.open().isEmpty()) {
            if (claim.contentOnDomain().stream().allMatch(e -> ZeroDecision.isZero(e, system.assumptions()))) {
                return Kind.VOID;
            }
            boolean holds =
                    claim.residualsOnDomain().stream().allMatch(e -> ZeroDecision.isZero(e, system.assumptions()));
            return holds && !sampling.isNowhereReal(claim) && sampling.isSurelyVarying(claim) ? Kind.GOOD : Kind.UNSURE;
        }
        if (isVoidWhereOpenVanish()) {
            return Kind.VOID;
        }
        Optional<Map<ISymbol, BigDecimal>> root = new ConstantRoots(system, claim.constants()).of(solution.open());
        return root.filter(r -> sampling.holdsWith(claim, r)).isPresent() ? Kind.GOOD : Kind.UNSURE;
    }

    /** Whether it divides by zero, or a number in it has no value, as log 0. */
    private static boolean isUndefined(IExpr e) {
        return e.isIndeterminate()
                || !e.isFree(S.DirectedInfinity, true)
                || Expr.subtrees(e, x -> Expr.symbols(x).isEmpty()).stream()
                        .anyMatch(x -> NumericEvaluation.evaluate(x, Map.of(), DIGITS) instanceof Value.Undefined none
                                && none.reason() == Status.NOT_REAL);
    }

    /** Whether each coefficient of what the claim is made of has one of the open equations for a factor. */
    private boolean isVoidWhereOpenVanish() {
        Set<IExpr> open = new LinkedHashSet<>();
        solution.open()
                .forEach(e -> equations.factors(e).forEach(f -> {
                    open.add(f);
                    open.add(Expr.negate(f));
                }));
        Set<ISymbol> coordinates = new LinkedHashSet<>(system.jetSpace().free());
        try {
            List<IExpr> coefficients = new ArrayList<>();
            for (IExpr e : claim.contentOnDomain()) {
                DifferentialField field = DifferentialField.of(List.of(e), coordinates, system.assumptions());
                for (List<FieldElement> row : field.split(List.of(field.element(e)))) {
                    coefficients.add(field.tree(row.get(0)));
                }
            }
            return coefficients.stream()
                    .allMatch(
                            e -> equations.factors(e).stream().anyMatch(f -> open.contains(f) || f.equals(Expr.ZERO)));
        } catch (NotSmoothException | ArithmeticException outside) {
            return false;
        }
    }
}
