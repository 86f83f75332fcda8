package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function G that the flow of {@code g ∂_x} moves simply: {@code g G' = k}, then {@code G ↦ G + kτ}; or {@code g G' = k G}, then {@code G
 * ↦ e^{kτ} G}, with a constant k; or {@code log|G|} is one of the latter kind, then {@code G ↦ sign(G) |G|^(e^{kτ})}. A canonical coordinate of the field, or the exponential of one.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), proposition 1.29.
 *
 * @param rate k
 */
record Straightening(IExpr function, IExpr rate, Kind kind) {
    /** How G moves. */
    enum Kind {
        TRANSLATION,
        SCALING,
        POWER
    }

    private static final long LARGEST = 120;

    /** G after time τ. */
    IExpr moved(IExpr tau) {
        IExpr way = Expr.times(rate, tau);
        return switch (kind) {
            case TRANSLATION -> Expr.plus(function, way);
            case SCALING -> Expr.times(Expr.exp(way), function);
            case POWER ->
                Expr.times(Expr.apply(Elementary.SIGN, function), Expr.power(Expr.abs(function), Expr.exp(way)));
        };
    }

    /**
     * The straightening functions of g, simplest ways first.
     *
     * @param hints functions that may straighten g: factors of other generators' components
     */
    static List<Straightening> of(IExpr g, ISymbol x, List<IExpr> hints, List<Assumption> assumptions) {
        List<Straightening> out = new ArrayList<>();
        List<IExpr> known = new ArrayList<>(Expr.factors(g));
        known.addAll(hints);
        boolean kept = false;
        for (IExpr h : known) {
            Optional<Straightening> found = by(h, g, x, assumptions);
            kept |= found.isPresent() && !Expr.subtrees(h, Expr::isIntegral).isEmpty();
            found.filter(s -> !out.contains(s)).ifPresent(out::add);
        }
        if (kept) {
            // the quadrature has no closed form, hence no inverse in the language
            return List.of();
        }
        if (out.isEmpty()
                && Expr.size(g) <= LARGEST
                && Expr.subtrees(g, Expr::isIntegral).isEmpty()) {
            IExpr k = Expr.times(
                    Expr.factors(g).stream().filter(f -> Expr.isFreeOf(f, x)).toList());
            Antiderivative.of(Expr.divide(k, g), x, assumptions)
                    .or(() -> bySubstitution(g, k, x, assumptions))
                    .ifPresent(s -> out.add(translation(s, k)));
        }
        for (Straightening s : List.copyOf(out)) {
            exponentiated(s.function)
                    .flatMap(e -> s.kind == Kind.SCALING
                            ? Optional.of(new Straightening(e, s.rate, Kind.POWER))
                            : by(e, g, x, assumptions))
                    .filter(k -> !out.contains(k))
                    .ifPresent(k -> out.add(0, k));
        }
        return out;
    }

    /** {@code ∫ k/g dx} by a function s of x that moves by itself, {@code g s' = φ(s)}: {@code ∫ k/φ ds}. */
    private static Optional<IExpr> bySubstitution(IExpr g, IExpr k, ISymbol x, List<Assumption> assumptions) {
        ISymbol s = Expr.symbol("s$line");
        for (IExpr h : Expr.subtrees(g, e -> Elementary.byHead(e.head()).isPresent() && !Expr.isFreeOf(e, x))) {
            IExpr speed = Expr.substitute(Expr.times(g, Differentiation.derivative(h, x)), h, s);
            if (Expr.isFreeOf(speed, x)) {
                Optional<IExpr> integral = Antiderivative.of(Expr.divide(k, speed), s, assumptions);
                if (integral.isPresent()) {
                    return integral.map(i -> Expr.substitute(i, s, h));
                }
            }
        }
        return Optional.empty();
    }

    /** The straightening by a multiple of h, where {@code g h'} or {@code g h'/h} is a constant. */
    private static Optional<Straightening> by(IExpr h, IExpr g, ISymbol x, List<Assumption> assumptions) {
        IExpr slope = Differentiation.derivative(h, x);
        if (slope.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        IExpr speed = Expr.times(g, slope);
        Optional<IExpr> constant = constant(speed, x, assumptions);
        if (constant.isPresent()) {
            IExpr moving = Expr.plus(
                    Expr.terms(h).stream().filter(t -> !Expr.isFreeOf(t, x)).toList());
            return constant.filter(c -> !c.equals(Expr.ZERO)).map(c -> translation(moving, c));
        }
        return constant(Expr.divide(speed, h), x, assumptions).map(k -> new Straightening(h, k, Kind.SCALING));
    }

    /** A function and its negative are moved alike: the one that starts with a plus sign. */
    private static Straightening translation(IExpr h, IExpr k) {
        boolean negative = Expr.factors(Expr.terms(h).get(0)).get(0) instanceof IRational q
                && q.toBigNumerator().signum() < 0;
        return negative
                ? new Straightening(
                        Expr.plus(Expr.terms(h).stream().map(Expr::negate).toList()), Expr.negate(k), Kind.TRANSLATION)
                : new Straightening(h, k, Kind.TRANSLATION);
    }

    private static Optional<IExpr> constant(IExpr e, ISymbol x, List<Assumption> assumptions) {
        if (Expr.isFreeOf(e, x)) {
            return Optional.of(e);
        }
        return !Constant.varies(e, x) && FlowCheck.isZero(Differentiation.derivative(e, x), assumptions)
                ? Constant.value(e, x, assumptions)
                : Optional.empty();
    }

    /** {@code e^{kS}} for an S with logarithms, k such that their arguments get whole exponents where that can be. */
    private static Optional<IExpr> exponentiated(IExpr s) {
        List<IExpr> coefficients = new ArrayList<>();
        List<IExpr> arguments = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr term : Expr.terms(s)) {
            Optional<IExpr> logarithm = Expr.factors(term).stream()
                    .filter(f -> f.isAST(Elementary.LOG.head()))
                    .findFirst();
            if (logarithm.isPresent()) {
                IExpr inside = ((IAST) logarithm.get()).arg1();
                coefficients.add(Expr.divide(term, logarithm.get()));
                arguments.add(inside.isAST(Elementary.ABS.head()) ? ((IAST) inside).arg1() : inside);
            } else {
                rest.add(term);
            }
        }
        if (coefficients.isEmpty()) {
            return Optional.empty();
        }
        IExpr k = Expr.power(coefficients.get(0), -1);
        for (IExpr c : coefficients) {
            if (Expr.times(k, c) instanceof IRational q) {
                k = Expr.times(k, Expr.integer(q.toBigDenominator()));
            }
        }
        List<IExpr> factors = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            factors.add(Expr.power(arguments.get(i), Expr.times(k, coefficients.get(i))));
        }
        IExpr scale = k;
        factors.add(
                Expr.exp(Expr.plus(rest.stream().map(t -> Expr.times(scale, t)).toList())));
        return Optional.of(Expr.times(factors));
    }
}
