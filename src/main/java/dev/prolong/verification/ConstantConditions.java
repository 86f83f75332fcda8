package dev.prolong.verification;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * For which values of free constants residuals vanish identically.
 *
 * <p>Each residual is collected over linearly independent functions of the coordinates; its coefficients, functions of the constants and
 * parameters alone, must vanish. They are solved for one constant after the other where they are linear in it; parameters are taken as
 * generic. What stays not linear is the condition as it stands, of each irreducible factor once. Functions in which constants stand are
 * taken for what they are for almost all of their values; {@link SpecialConstants} looks at others.
 */
final class ConstantConditions {
    private final DifferentialSystem system;
    private final Set<ISymbol> constants;

    ConstantConditions(DifferentialSystem system, Set<ISymbol> constants) {
        this.system = system;
        this.constants = constants;
    }

    /** What was found. */
    sealed interface Outcome {
        /** They vanish under the condition; {@code solved} are the constants that it fixes. */
        record Met(IExpr condition, Map<ISymbol, IExpr> solved) implements Outcome {}

        /** They vanish for no values. */
        record Never() implements Outcome {}

        /** Not to be had. */
        record Unknown(String reason) implements Outcome {}
    }

    Outcome of(List<IExpr> residuals) {
        // signs are in the field, and roots of squares agree with them there
        Outcome whole = smooth(residuals);
        return whole instanceof Outcome.Met || residuals.stream().noneMatch(Pieces::hasCases)
                ? whole
                : onPieces(residuals);
    }

    private Outcome onPieces(List<IExpr> residuals) {
        Optional<List<Pieces.Piece>> pieces = Pieces.of(residuals);
        if (pieces.isEmpty()) {
            return new Outcome.Unknown("too many cases");
        }
        if (!pieces.get().stream().map(Pieces.Piece::condition).allMatch(this::isFreeOfConstants)) {
            return new Outcome.Unknown("the free constants decide which case holds");
        }
        return smooth(
                pieces.get().stream().flatMap(p -> p.expressions().stream()).toList());
    }

    private Outcome smooth(List<IExpr> residuals) {
        Set<IExpr> coefficients = new LinkedHashSet<>();
        boolean independent = true;
        try {
            for (IExpr residual : residuals) {
                DifferentialField field = field(residual);
                FieldElement value = field.element(residual);
                independent &= field.isDecisive() && !field.hasOpaqueKernels(value);
                for (List<FieldElement> row : field.split(List.of(value))) {
                    coefficients.add(essential(field.tree(row.get(0))));
                }
            }
            Outcome outcome = solve(new ArrayList<>(coefficients));
            return independent || outcome instanceof Outcome.Met
                    ? outcome
                    : new Outcome.Unknown("functions in it may depend on each other");
        } catch (NotSmoothException | ArithmeticException outside) {
            return new Outcome.Unknown("for which constants it holds was not found");
        }
    }

    private DifferentialField field(IExpr residual) {
        return DifferentialField.of(
                List.of(residual), new LinkedHashSet<>(system.jetSpace().free()), system.assumptions());
    }

    private Outcome solve(List<IExpr> equations) {
        List<IExpr> open = new ArrayList<>(equations);
        Map<ISymbol, IExpr> solved = new LinkedHashMap<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            open.removeIf(this::isZero);
            if (open.stream().anyMatch(this::neverVanishes)) {
                return new Outcome.Never();
            }
            if (open.stream().anyMatch(this::isFreeOfConstants)) {
                return new Outcome.Unknown("whether a number is zero was not decided");
            }
            for (IExpr equation : open) {
                Optional<ISymbol> unknown = constants.stream()
                        .filter(c -> isSolvable(equation, c))
                        .findFirst()
                        .or(() -> constants.stream()
                                .filter(c -> isSurelySolvable(equation, c))
                                .findFirst());
                if (unknown.isPresent()) {
                    substitute(unknown.get(), solution(equation, unknown.get()), open, solved);
                    progress = true;
                    break;
                }
            }
        }
        List<IExpr> conditions = new ArrayList<>();
        solved.forEach((c, value) -> conditions.add(Condition.compare(c, S.Equal, value)));
        open.forEach(e -> conditions.add(Condition.compare(e, S.Equal, Expr.ZERO)));
        return new Outcome.Met(Condition.and(conditions), solved);
    }

    private void substitute(ISymbol c, IExpr value, List<IExpr> open, Map<ISymbol, IExpr> solved) {
        open.replaceAll(e -> essential(Expr.substitute(e, c, value)));
        solved.replaceAll((k, e) -> simplified(Expr.substitute(e, c, value)));
        solved.put(c, value);
    }

    /** What vanishes for the same constants: the irreducible factors that can, each once. */
    private IExpr essential(IExpr e) {
        DifferentialField field = DifferentialField.of(List.of(e), Set.of(), system.assumptions());
        FieldElement value = field.element(e);
        if (value.isZero()) {
            return Expr.ZERO;
        }
        List<IExpr> factors = new ArrayList<>();
        field.factored(value).powers().forEach((factor, exponent) -> {
            if (exponent > 0 && !neverVanishes(factor)) {
                factors.add(factor);
            }
        });
        return Expr.times(factors);
    }

    /** Sufficient: it is not zero and no constants are in it, or it is positive or negative for all of them. */
    private boolean neverVanishes(IExpr e) {
        return isNonzero(e)
                || Range.of(e, system.assumptions()).isPositive()
                || Range.of(Expr.negate(e), system.assumptions()).isPositive();
    }

    private boolean isFreeOfConstants(IExpr e) {
        return constants.stream().allMatch(c -> Expr.isFreeOf(e, c));
    }

    /** Whether e is linear in c with a coefficient that is not zero, whatever the other constants are. */
    private boolean isSolvable(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        return Expr.isFreeOf(slope, c) && neverVanishes(slope);
    }

    /** Whether {@code e = s c + r} with r free of constants and not zero: then s cannot vanish where e does. */
    private boolean isSurelySolvable(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        IExpr rest = Expr.substitute(e, c, Expr.ZERO);
        return Expr.isFreeOf(slope, c) && isNonzero(rest);
    }

    private IExpr solution(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        return simplified(Expr.negate(Expr.divide(Expr.substitute(e, c, Expr.ZERO), slope)));
    }

    private IExpr simplified(IExpr e) {
        return NormalForm.of(e, system.assumptions());
    }

    private boolean isZero(IExpr e) {
        return ZeroDecision.isZero(e, system.assumptions());
    }

    private boolean isNonzero(IExpr e) {
        return isFreeOfConstants(e) && ZeroDecision.of(e, system.assumptions()) == ZeroDecision.NONZERO;
    }
}
