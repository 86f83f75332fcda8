package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The project's own methods of indefinite integration, cheapest first. What they find is still a candidate; {@link Antiderivative}
 * checks it.
 */
final class Integrator {
    private static final int DEEPEST = 3;

    private final List<Assumption> assumptions;
    private final int depth;

    Integrator(List<Assumption> assumptions) {
        this(assumptions, 0);
    }

    private Integrator(List<Assumption> assumptions, int depth) {
        this.assumptions = assumptions;
        this.depth = depth;
    }

    /** The first candidate, if any method has one. */
    Optional<IExpr> integrate(IExpr f, ISymbol x) {
        return candidates(f, x).findFirst();
    }

    /** Candidates for {@code ∫ f dx}, computed as they are asked for; none where f has cases. */
    Stream<IExpr> candidates(IExpr f, ISymbol x) {
        if (!Expr.subtrees(f, Expr::isPiecewise).isEmpty()) {
            return Stream.empty();
        }
        List<IExpr> constant = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr factor : Expr.factors(f)) {
            (Expr.isFreeOf(factor, x) ? constant : rest).add(factor);
        }
        IExpr c = Expr.times(constant);
        if (rest.isEmpty()) {
            return Stream.of(Expr.times(c, x));
        }
        InnerArgument inner = InnerArgument.of(Expr.times(rest), x);
        return methods(inner.function(), inner.symbol())
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .map(s -> Tidy.of(inner.back(s), x))
                .map(s -> times(c, s));
    }

    private static IExpr times(IExpr c, IExpr sum) {
        return Expr.plus(Expr.terms(sum).stream().map(t -> Expr.times(c, t)).toList());
    }

    private Stream<Supplier<Optional<IExpr>>> methods(IExpr f, ISymbol u) {
        return Stream.of(
                () -> RationalIntegration.integrate(f, u, Range.ALL, assumptions),
                () -> CircularIntegration.integrate(f, u, true, assumptions),
                () -> CircularIntegration.integrate(f, u, false, assumptions),
                () -> ExponentialIntegration.integrate(f, u, assumptions),
                () -> GaussianIntegration.integrate(f, u, assumptions),
                () -> RootIntegration.integrate(f, u, assumptions),
                () -> RadicalIntegration.integrate(f, u, assumptions),
                () -> deeper().flatMap(d -> SubstitutionIntegration.integrate(f, u, d)),
                () -> deeper().flatMap(d -> PartsIntegration.integrate(f, u, d)),
                () -> deeper().flatMap(d -> d.termwise(f, u)),
                () -> deeper().flatMap(d -> MixedIntegration.integrate(f, u, d)),
                () -> LinearPowerIntegration.integrate(f, u));
    }

    private Optional<Integrator> deeper() {
        return depth < DEEPEST ? Optional.of(new Integrator(assumptions, depth + 1)) : Optional.empty();
    }

    private Optional<IExpr> termwise(IExpr f, ISymbol u) {
        return integrateAll(Expr.terms(distributed(f, u)), u);
    }

    /** {@code Σ ∫ f_i du} of several terms; empty where there is one only, or one has no integral. */
    Optional<IExpr> integrateAll(List<IExpr> terms, ISymbol u) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr term : terms.size() < 2 ? List.<IExpr>of() : terms) {
            Optional<IExpr> s = integrate(term, u);
            if (s.isEmpty()) {
                return s;
            }
            out.add(s.get());
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(Expr.plus(out));
    }

    /** The product with its first sum multiplied out. */
    private static IExpr distributed(IExpr f, ISymbol u) {
        if (!Expr.isProduct(f)) {
            return f;
        }
        List<IExpr> factors = new ArrayList<>(Expr.arguments(f));
        for (int i = 0; i < factors.size(); i++) {
            IExpr sum = factors.get(i);
            if (Expr.isSum(sum) && !Expr.isFreeOf(sum, u)) {
                factors.remove(i);
                IExpr others = Expr.times(factors);
                return Expr.plus(Expr.arguments(sum).stream()
                        .map(t -> Expr.times(t, others))
                        .toList());
            }
        }
        return f;
    }
}
