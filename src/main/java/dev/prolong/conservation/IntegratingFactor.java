package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.AnalyticLogarithm;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * First integrals of {@code z' = f(t, z)} by Lie's integrating factor: a symmetry with characteristic {@code Q = Z − T f ≠ 0} makes
 * {@code (dz − f dt)/Q} exact, so {@code I = ∫ dz/Q + ∫ (−f/Q − ∂_t ∫ dz/Q) dt} is constant on solutions.
 *
 * <p>An equation of a larger system counts if it involves no other state. Source: Olver, Applications of Lie Groups to Differential
 * Equations (2nd ed.), theorem 2.48.
 */
public final class IntegratingFactor {
    private IntegratingFactor() {}

    /** One quantity for each such equation, from the generator that gives the shortest one in closed form. */
    public static List<ConservedQuantity> firstIntegrals(DifferentialSystem system, List<Generator> generators) {
        List<ConservedQuantity> out = new ArrayList<>();
        for (Equation e : system.equations()) {
            if (e.order() == 1 && involvesNoOtherState(system, e)) {
                best(system, e, generators).ifPresent(out::add);
            }
        }
        return out;
    }

    private static boolean involvesNoOtherState(DifferentialSystem system, Equation e) {
        return system.jetSpace().free().stream()
                .filter(s -> !s.equals(e.state()) && !s.equals(system.independent()))
                .allMatch(s -> Expr.isFreeOf(e.rhs(), s));
    }

    private static Optional<ConservedQuantity> best(DifferentialSystem system, Equation e, List<Generator> generators) {
        Optional<ConservedQuantity> kept = Optional.empty();
        // an integral in the state alone is worth keeping; no time-dependent characteristic gives a better one
        for (int pass = 0; pass < 2 && kept.isEmpty(); pass++) {
            for (int i = 0; i < generators.size(); i++) {
                IExpr q = characteristic(system, e, generators.get(i));
                // autonomous ones first: their characteristic depends on the state alone
                boolean plain = Expr.isFreeOf(q, system.independent());
                boolean noBetter = kept.isPresent() && containsIntegral(q);
                if (q.equals(Expr.ZERO)
                        || plain != (pass == 0)
                        || noBetter
                        || !Expr.subtrees(q, LinearKernel::isKernel).isEmpty()) {
                    continue;
                }
                Generator x = generators.get(i);
                Optional<IExpr> direct = quantity(system, e, q);
                Optional<IExpr> quantity = direct.filter(d -> !containsIntegral(d))
                        .or(() -> plain
                                ? direct
                                : CanonicalCoordinates.quantity(system.independent(), e, x, system.assumptions()))
                        .or(() -> direct);
                if (quantity.isPresent()) {
                    ConservedQuantity found = new ConservedQuantity(
                            quantity.get(),
                            ConservedQuantity.Kind.FIRST_INTEGRAL,
                            List.of(i + 1),
                            Optional.empty(),
                            List.of());
                    if (!containsIntegral(quantity.get())) {
                        return Optional.of(found);
                    }
                    kept = kept.isPresent() ? kept : Optional.of(found);
                }
            }
        }
        return kept;
    }

    private static boolean containsIntegral(IExpr e) {
        return !Expr.subtrees(e, Expr::isIntegral).isEmpty();
    }

    private static IExpr characteristic(DifferentialSystem system, Equation e, Generator x) {
        IExpr q = Expr.minus(x.along(e.state()), Expr.times(x.along(system.independent()), e.rhs()));
        boolean own = system.jetSpace().free().stream()
                .filter(s -> !s.equals(e.state()) && !s.equals(system.independent()))
                .allMatch(s -> Expr.isFreeOf(q, s));
        return own ? normal(q, e.rhs()) : Expr.ZERO;
    }

    /** {@code f}, {@code −f} or zero where it is that, else unchanged. */
    private static IExpr normal(IExpr q, IExpr f) {
        try {
            DifferentialField field = DifferentialField.of(List.of(q, f), Set.of(), List.of());
            return field.element(q).isZero() ? Expr.ZERO : q;
        } catch (NotSmoothException outside) {
            return q;
        }
    }

    private static Optional<IExpr> quantity(DifferentialSystem system, Equation e, IExpr q) {
        ISymbol t = system.independent();
        ISymbol z = e.state();
        IExpr negated = Expr.negate(q);
        boolean shorter = Expr.isFreeOf(q, t) && Expr.size(negated) < Expr.size(q);
        IExpr factor = Expr.power(shorter ? negated : q, -1);
        IExpr inState = Antiderivative.of(factor, z, system.assumptions())
                .orElseGet(() -> Antiderivative.kept(factor, z, system.assumptions()));
        IExpr rest = Expr.minus(Expr.negate(Expr.times(e.rhs(), factor)), Differentiation.derivative(inState, t));
        Optional<IExpr> ofTime = freeOf(rest, z).map(r -> plain(r, system));
        if (ofTime.isEmpty()) {
            return Optional.empty();
        }
        IExpr inTime = Antiderivative.of(ofTime.get(), t, system.assumptions())
                .orElseGet(() -> Antiderivative.kept(ofTime.get(), t, system.assumptions()));
        IExpr whole = Expr.plus(inState, inTime);
        if (ofTime.get().equals(Expr.ZERO)) {
            return Optional.of(withoutLogarithm(whole));
        }
        // I and −I say the same: the state comes with a plus sign
        if (inTime.equals(t)) {
            return Optional.of(Expr.negate(whole));
        }
        return Optional.of(
                Expr.isFreeOf(inState, t) && Expr.negate(inTime).equals(t) ? whole : AnalyticLogarithm.of(whole));
    }

    /** A number where it is one. */
    private static IExpr plain(IExpr e, DifferentialSystem system) {
        return NormalForm.ifAny(e, system.assumptions())
                .filter(IRational.class::isInstance)
                .orElse(e);
    }

    /** {@code u} for {@code c log|u|}: a function of a quantity that is conserved is so too. */
    private static IExpr withoutLogarithm(IExpr e) {
        List<IExpr> logarithms = Expr.factors(e).stream()
                .filter(f -> f.isAST(Elementary.LOG.head()))
                .toList();
        if (logarithms.size() != 1
                || Expr.factors(e).stream().anyMatch(f -> !(f instanceof IRational) && !logarithms.contains(f))) {
            return e;
        }
        IExpr inside = Expr.arguments(logarithms.get(0)).get(0);
        return inside.isAST(Elementary.ABS.head()) ? Expr.arguments(inside).get(0) : inside;
    }

    /** The expression without the state, where it does not depend on it. */
    private static Optional<IExpr> freeOf(IExpr e, ISymbol z) {
        if (Expr.isFreeOf(e, z)) {
            return Optional.of(e);
        }
        return NormalForm.ifAny(e, List.of()).filter(normal -> Expr.isFreeOf(normal, z));
    }
}
