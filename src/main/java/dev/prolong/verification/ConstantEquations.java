package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Equations in free constants and parameters, solved for one constant after the other where they are linear in it; parameters are taken as
 * generic. What stays not linear is kept as it stands, of each irreducible factor once.
 */
final class ConstantEquations {
    private static final int MOST_CASES = 32;

    private final List<Assumption> assumptions;
    private final Set<ISymbol> constants;

    ConstantEquations(List<Assumption> assumptions, Set<ISymbol> constants) {
        this.assumptions = assumptions;
        this.constants = constants;
    }

    /** The equations hold exactly where {@code solved} does and {@code open} vanishes. */
    record Solution(Map<ISymbol, IExpr> solved, List<IExpr> open) {
        IExpr condition() {
            List<IExpr> conditions = new ArrayList<>();
            solved.forEach((c, value) -> conditions.add(Condition.compare(c, S.Equal, value)));
            open.forEach(e -> conditions.add(Condition.compare(e, S.Equal, Expr.ZERO)));
            return Condition.and(conditions);
        }
    }

    /** Says that a number may be zero or not. */
    static final class UndecidedNumberException extends Exception {
        private static final long serialVersionUID = 1;

        UndecidedNumberException() {
            super("whether a number is zero was not decided");
        }
    }

    /** The solution; empty where no constants solve the equations. */
    Optional<Solution> solve(Collection<IExpr> equations) throws UndecidedNumberException {
        return solve(equations, Map.of());
    }

    private Optional<Solution> solve(Collection<IExpr> equations, Map<ISymbol, IExpr> before)
            throws UndecidedNumberException {
        List<IExpr> open = new ArrayList<>();
        reduced(equations).forEach(e -> open.addAll(essential(e)));
        Map<ISymbol, IExpr> solved = new LinkedHashMap<>(before);
        boolean progress = true;
        while (progress) {
            progress = false;
            open.removeIf(e -> ZeroDecision.isZero(e, assumptions));
            if (open.stream().anyMatch(this::neverVanishes)) {
                return Optional.empty();
            }
            if (open.stream().anyMatch(this::isFreeOfConstants)) {
                throw new UndecidedNumberException();
            }
            for (IExpr equation : List.copyOf(open)) {
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
        return Optional.of(new Solution(solved, open.stream().distinct().toList()));
    }

    /** The same solution as cases in which no equation is a product; empty where they would be too many. */
    Optional<List<Solution>> cases(Solution whole) throws UndecidedNumberException {
        List<Solution> out = new ArrayList<>();
        List<Solution> left = new ArrayList<>(List.of(whole));
        while (!left.isEmpty()) {
            Solution s = left.remove(left.size() - 1);
            Optional<IExpr> product =
                    s.open().stream().filter(e -> factors(e).size() > 1).findFirst();
            if (product.isEmpty()) {
                out.add(s);
                continue;
            }
            for (IExpr factor : factors(product.get())) {
                List<IExpr> equations = new ArrayList<>(s.open());
                equations.remove(product.get());
                equations.add(factor);
                solve(equations, s.solved()).ifPresent(left::add);
            }
            if (out.size() + left.size() > MOST_CASES) {
                return Optional.empty();
            }
        }
        return Optional.of(out);
    }

    private void substitute(ISymbol c, IExpr value, List<IExpr> open, Map<ISymbol, IExpr> solved) {
        List<IExpr> next = new ArrayList<>();
        reduced(open.stream().map(e -> Expr.substitute(e, c, value)).toList()).forEach(e -> next.addAll(essential(e)));
        open.clear();
        open.addAll(next);
        solved.replaceAll((k, e) -> simplified(Expr.substitute(e, c, value)));
        solved.put(c, value);
    }

    private List<IExpr> reduced(Collection<IExpr> equations) {
        return ReducedEquations.of(equations, constants, assumptions);
    }

    /** What vanishes for the same constants: the product of the irreducible factors that can; the terms of a sum of squares. */
    private List<IExpr> essential(IExpr e) {
        List<IExpr> factors = factors(e);
        List<IExpr> terms = factors.size() == 1 ? Expr.terms(factors.get(0)) : List.of();
        if (terms.size() > 1 && terms.stream().allMatch(this::isSquare)) {
            return terms.stream().map(t -> Expr.times(factors(t))).toList();
        }
        return List.of(Expr.times(factors));
    }

    /** The irreducible factors that can vanish, each once; of zero itself, zero; itself where no factorization is found. */
    List<IExpr> factors(IExpr e) {
        List<IExpr> factors = new ArrayList<>();
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
            FieldElement value = field.element(e);
            if (value.isZero()) {
                return List.of(Expr.ZERO);
            }
            field.factored(value).powers().forEach((factor, exponent) -> {
                if (exponent > 0) {
                    factors.add(factor);
                }
            });
        } catch (NotSmoothException | ArithmeticException none) {
            factors.clear();
            factors.add(e);
        }
        List<IExpr> out = new ArrayList<>();
        for (IExpr factor : factors) {
            IExpr exponentOfOne = exponentOfOne(factor);
            if (!exponentOfOne.equals(factor)) {
                out.addAll(factors(exponentOfOne));
            } else if (!neverVanishes(factor)) {
                out.add(factor);
            }
        }
        return out;
    }

    /** Of {@code ±(a^b − 1)} for a number a > 1 the exponent b, which vanishes for the same constants; of anything else, itself. */
    private static IExpr exponentOfOne(IExpr e) {
        for (IExpr sum : List.of(e, Expr.negate(e))) {
            IExpr power = Expr.plus(sum, Expr.ONE);
            if (Expr.isPower(power) && isAboveOne(Expr.arguments(power).get(0))) {
                return Expr.arguments(power).get(1);
            }
        }
        return e;
    }

    private static boolean isAboveOne(IExpr base) {
        return base.equals(Expr.E)
                || base instanceof IRational q && Expr.minus(q, Expr.ONE) instanceof IRational r && r.isPositive();
    }

    /** Whether the term is a positive number times even powers of constants. */
    private boolean isSquare(IExpr term) {
        return Expr.factors(term).stream()
                .allMatch(f -> f instanceof IRational q
                        ? q.isPositive()
                        : Expr.isPower(f)
                                && Expr.arguments(f).get(0) instanceof ISymbol c
                                && constants.contains(c)
                                && Expr.arguments(f).get(1) instanceof IInteger n
                                && n.isEven());
    }

    /** Sufficient: it is not zero and no constants are in it, or it is positive or negative for all of them. */
    private boolean neverVanishes(IExpr e) {
        return isNonzero(e)
                || Range.of(e, assumptions).isPositive()
                || Range.of(Expr.negate(e), assumptions).isPositive();
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
        return Expr.isFreeOf(slope, c) && isNonzero(Expr.substitute(e, c, Expr.ZERO));
    }

    private IExpr solution(IExpr e, ISymbol c) {
        IExpr slope = simplified(Differentiation.derivative(e, c));
        return simplified(Expr.negate(Expr.divide(Expr.substitute(e, c, Expr.ZERO), slope)));
    }

    private IExpr simplified(IExpr e) {
        try {
            return NormalForm.of(e, assumptions);
        } catch (NotSmoothException cases) {
            return e;
        }
    }

    private boolean isNonzero(IExpr e) {
        return isFreeOfConstants(e) && ZeroDecision.of(e, assumptions) == ZeroDecision.NONZERO;
    }
}
