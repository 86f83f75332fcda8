package dev.prolong.verification;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Smooth residuals collected over functions of the coordinates that are linearly independent for almost all values of the free constants.
 *
 * @param coefficients functions of constants and parameters alone; where all vanish, so do the residuals
 * @param numerators the residuals times their denominators, over which they are collected
 * @param independent whether the functions are known to be independent wherever no constants stand in them
 * @param mixed functions in the numerators in which both constants and coordinates stand, and which special values of the constants may
 *     therefore make dependent
 */
record CollectedResiduals(Set<IExpr> coefficients, List<IExpr> numerators, boolean independent, Set<IExpr> mixed) {
    private static final int MOST_SHIFTS = 4;

    /** Empty where the residuals are not in any field. Coordinates may be shifted by constants where no mixed functions remain then. */
    static Optional<CollectedResiduals> of(
            Collection<IExpr> residuals, DifferentialSystem system, Set<ISymbol> constants) {
        Optional<CollectedResiduals> plain = collected(residuals, system, constants);
        Optional<CollectedResiduals> shifted = plain;
        List<IExpr> now = List.copyOf(residuals);
        for (int i = 0;
                i < MOST_SHIFTS && shifted.filter(c -> !c.mixed.isEmpty()).isPresent();
                i++) {
            Optional<Shift> shift = Shift.within(
                    shifted.get().mixed, new LinkedHashSet<>(system.jetSpace().free()), constants);
            if (shift.isEmpty()) {
                return plain;
            }
            now = now.stream().map(shift.get()::of).toList();
            shifted = collected(now, system, constants);
        }
        return shifted.filter(c -> c.mixed.isEmpty()).or(() -> plain);
    }

    private static Optional<CollectedResiduals> collected(
            Collection<IExpr> residuals, DifferentialSystem system, Set<ISymbol> constants) {
        Set<IExpr> coefficients = new LinkedHashSet<>();
        List<IExpr> numerators = new ArrayList<>();
        Set<IExpr> mixed = new LinkedHashSet<>();
        boolean independent = true;
        Set<ISymbol> coordinates = new LinkedHashSet<>(system.jetSpace().free());
        try {
            for (IExpr whole : residuals) {
                IExpr residual = whole.equals(Expr.ZERO) ? whole : withoutExponentials(whole);
                DifferentialField field = DifferentialField.of(List.of(residual), coordinates, system.assumptions());
                FieldElement value = field.element(residual);
                if (value.isZero()) {
                    continue;
                }
                IExpr numerator = field.tree(field.numerator(value));
                independent &= field.isDecisive()
                        && !field.hasOpaqueKernels(value)
                        && !mayDepend(numerator)
                        && field.constants(List.of(value)).stream().noneMatch(k -> isAngle(k, constants));
                numerators.add(numerator);
                mixed.addAll(mixed(numerator, coordinates, constants));
                for (List<FieldElement> row : field.split(List.of(value))) {
                    coefficients.add(field.tree(row.get(0)));
                }
            }
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
        return Optional.of(new CollectedResiduals(coefficients, numerators, independent, mixed));
    }

    /** Without exponentials that stand in every term: they never vanish. */
    private static IExpr withoutExponentials(IExpr e) {
        Set<IExpr> common = new LinkedHashSet<>();
        Expr.factors(Expr.terms(e).get(0)).stream()
                .filter(f -> Expr.isPower(f) && Expr.arguments(f).get(0).equals(Expr.E))
                .forEach(common::add);
        Expr.terms(e).forEach(t -> common.retainAll(Expr.factors(t)));
        IExpr inverse = Expr.power(Expr.times(common), -1);
        return common.isEmpty()
                ? e
                : Expr.plus(
                        Expr.terms(e).stream().map(t -> Expr.times(inverse, t)).toList());
    }

    /** Whether the residuals vanish only where the coefficients do. */
    boolean necessary() {
        return independent && mixed.isEmpty();
    }

    /** Why the coefficients need not vanish where the residuals do. */
    String doubt() {
        return independent
                ? "for some constants functions in it may be others than for most"
                : "functions in it may depend on each other";
    }

    /** The largest subtrees with constants and coordinates that are no sums, products or whole powers. */
    static Set<IExpr> mixed(IExpr e, Set<ISymbol> coordinates, Set<ISymbol> constants) {
        Set<IExpr> out = new LinkedHashSet<>();
        List<IExpr> left = new ArrayList<>(List.of(e));
        while (!left.isEmpty()) {
            IExpr next = left.remove(left.size() - 1);
            if (Expr.isFreeOf(next, constants) || Expr.isFreeOf(next, coordinates)) {
                continue;
            }
            boolean whole = Expr.isPower(next) && Expr.arguments(next).get(1).isInteger();
            if (Expr.isSum(next) || Expr.isProduct(next)) {
                left.addAll(Expr.arguments(next));
            } else if (whole) {
                left.add(Expr.arguments(next).get(0));
            } else if (!isShifted(next, coordinates, constants)) {
                out.add(next);
            }
        }
        return out;
    }

    /**
     * Whether it is an exponential or the tangent of a function of the coordinates plus one of the constants: whether such functions are
     * independent does not depend on the constants (Bronstein, Symbolic Integration I, theorem 9.3.1).
     */
    private static boolean isShifted(IExpr e, Set<ISymbol> coordinates, Set<ISymbol> constants) {
        List<IExpr> arguments = Expr.arguments(e);
        boolean lawful = Expr.isPower(e) && arguments.get(0).equals(Expr.E) || e.isAST(Elementary.TAN.head());
        return lawful
                && Expr.terms(arguments.get(arguments.size() - 1)).stream()
                        .allMatch(t -> Expr.isFreeOf(t, constants) || Expr.isFreeOf(t, coordinates));
    }

    /**
     * Whether functions may depend on each other by relations that the field does not look for: roots of one radicand, integrals that may be
     * functions of others, {@code W(g)} where g is not algebraic: {@code W(z e^z) = z}, {@code W(z log z) = log z}.
     */
    private static boolean mayDepend(IExpr e) {
        Set<IExpr> roots = Expr.subtrees(
                e, x -> Expr.isPower(x) && Expr.arguments(x).get(1) instanceof IRational q && !q.isInteger());
        long radicands =
                roots.stream().map(r -> Expr.arguments(r).get(0)).distinct().count();
        long degrees = roots.stream()
                .map(r -> List.of(
                        Expr.arguments(r).get(0), ((IRational) Expr.arguments(r).get(1)).denominator()))
                .distinct()
                .count();
        Set<IExpr> inverses = Expr.subtrees(e, x -> x.isAST(Elementary.LAMBERTW.head()));
        return radicands < degrees
                || inverses.size() > 1
                || inverses.stream()
                        .anyMatch(w -> !isAlgebraic(Expr.arguments(w).get(0)))
                || !Expr.subtrees(e, x -> Expr.isIntegral(x) || LinearKernel.isKernel(x))
                        .isEmpty();
    }

    /** Whether it is the half-angle tangent of a constant, which has no value where the angle is pi. */
    private static boolean isAngle(IExpr kernel, Set<ISymbol> constants) {
        return kernel.isAST(Elementary.TAN.head()) && !Expr.isFreeOf(kernel, constants);
    }

    private static boolean isAlgebraic(IExpr e) {
        if (Expr.isPower(e)) {
            return Expr.arguments(e).get(1) instanceof IRational
                    && isAlgebraic(Expr.arguments(e).get(0));
        }
        return Expr.arguments(e).isEmpty()
                || (Expr.isSum(e) || Expr.isProduct(e))
                        && Expr.arguments(e).stream().allMatch(CollectedResiduals::isAlgebraic);
    }
}
