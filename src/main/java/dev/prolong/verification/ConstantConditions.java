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
 * generic. What stays not linear is the condition as it stands.
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
        Optional<List<Pieces.Piece>> pieces = Pieces.of(residuals);
        if (pieces.isEmpty()) {
            return new Outcome.Unknown("too many cases");
        }
        Set<IExpr> coefficients = new LinkedHashSet<>();
        try {
            for (Pieces.Piece piece : pieces.get()) {
                for (IExpr residual : piece.expressions()) {
                    coefficients.addAll(coefficients(residual));
                }
            }
            return solve(new ArrayList<>(coefficients));
        } catch (NotSmoothException outside) {
            return new Outcome.Unknown("for which constants it holds was not found");
        }
    }

    /** The functions of the constants that multiply independent functions of the coordinates. */
    private List<IExpr> coefficients(IExpr residual) {
        Set<ISymbol> coordinates = new LinkedHashSet<>(system.jetSpace().free());
        DifferentialField field = DifferentialField.of(List.of(residual), coordinates, system.assumptions());
        List<IExpr> out = new ArrayList<>();
        for (List<FieldElement> row : field.split(List.of(field.element(residual)))) {
            out.add(field.tree(row.get(0)));
        }
        return out;
    }

    private Outcome solve(List<IExpr> equations) {
        List<IExpr> open = new ArrayList<>(equations);
        Map<ISymbol, IExpr> solved = new LinkedHashMap<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            open.removeIf(this::isZero);
            if (open.stream().anyMatch(e -> isFreeOfConstants(e) || neverVanishes(e))) {
                return new Outcome.Never();
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
        open.replaceAll(e -> simplified(Expr.substitute(e, c, value)));
        solved.replaceAll((k, e) -> simplified(Expr.substitute(e, c, value)));
        solved.put(c, value);
    }

    /** Sufficient: a product of what the constants are not in and of what is never 0. */
    private boolean neverVanishes(IExpr e) {
        return Expr.factors(e).stream()
                .allMatch(f -> isFreeOfConstants(f)
                        || Range.of(f, system.assumptions()).isPositive()
                        || Range.of(Expr.negate(f), system.assumptions()).isPositive());
    }

    private boolean isFreeOfConstants(IExpr e) {
        return constants.stream().allMatch(c -> Expr.isFreeOf(e, c));
    }

    /** Whether e is linear in c with a coefficient that has no constants and is not zero. */
    private boolean isSolvable(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        return isFreeOfConstants(slope) && !isZero(slope);
    }

    /** Whether {@code e = s c + r} with r free of constants and not zero: then s cannot vanish where e does. */
    private boolean isSurelySolvable(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        IExpr rest = Expr.substitute(e, c, Expr.ZERO);
        return Expr.isFreeOf(slope, c) && !isZero(slope) && isFreeOfConstants(rest) && !isZero(rest);
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
}
