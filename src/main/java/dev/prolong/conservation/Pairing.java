package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Conservation laws of backpropagation: with {@code a} adjoint to the states and {@code b} to the parameters of {@code x' = f(t, x, θ)},
 * each symmetry or equivalence transformation {@code T ∂_t + X ∂_x + Θ ∂_θ} makes {@code a·(X − T f) + b·Θ} constant.
 *
 * <p>Runge–Kutta maps commute with affine transformations, so where {@code T = 0} and X is affine in x and free of t the law holds at
 * every discrete layer, exactly. Sources: Ibragimov, A new conservation theorem, J. Math. Anal. Appl. 333 (2007); Sanz-Serna, Symplectic
 * Runge–Kutta schemes for adjoint equations, SIAM Review 58 (2016).
 */
public final class Pairing {
    private final DifferentialSystem whole;
    private final DifferentialSystem forward;
    private final Map<ISymbol, ISymbol> adjoints;

    private Pairing(DifferentialSystem whole, DifferentialSystem forward) {
        this.whole = whole;
        this.forward = forward;
        this.adjoints = whole.origin().adjoints();
    }

    /**
     * The laws, one for each transformation of the forward model.
     *
     * @param whole a system made by backpropagation
     * @param transformations on {@code t}, states and parameters of its forward model
     */
    public static List<ConservedQuantity> laws(DifferentialSystem whole, List<Generator> transformations) {
        return whole.forward()
                .map(forward -> {
                    Pairing pairing = new Pairing(whole, forward);
                    return pairing.withTraining(transformations.stream()
                            .flatMap(x -> pairing.law(x).stream())
                            .toList());
                })
                .orElse(List.of());
    }

    private List<ConservedQuantity> withTraining(List<Law> laws) {
        List<ConservedQuantity> out =
                new ArrayList<>(laws.stream().map(Law::quantity).toList());
        if (whole.origin().layers().weights().isEmpty()) {
            return out;
        }
        List<Integer> discrete = IntStream.range(0, laws.size())
                .filter(i -> isDiscrete(laws.get(i).field()))
                .boxed()
                .toList();
        List<Optional<TrainingLaw>> training = new TrainingLaws(whole, forward)
                .of(discrete.stream().map(i -> laws.get(i).field()).toList());
        for (int k = 0; k < discrete.size(); k++) {
            int place = discrete.get(k);
            training.get(k).ifPresent(law -> out.set(place, out.get(place).trainedBy(law)));
        }
        return out;
    }

    /** The quantity, and the field as it is paired in it. */
    private record Law(Generator field, ConservedQuantity quantity) {}

    private Optional<Law> law(Generator x) {
        // the law of −X is the same: it is written with plus signs where it has one sign only
        boolean oneSign = adjoints.keySet().stream()
                .flatMap(c -> Expr.terms(x.along(c)).stream())
                .allMatch(Pairing::isNegative);
        Generator y = oneSign ? negated(x) : x;
        IExpr time = y.along(whole.independent());
        List<IExpr> terms = new ArrayList<>();
        adjoints.forEach((coordinate, adjoint) -> terms.addAll(products(adjoint, y.along(coordinate))));
        for (Equation e : forward.equations()) {
            ISymbol adjoint = adjoints.getOrDefault(e.state(), e.state());
            terms.addAll(products(Expr.times(adjoint, e.rhs()), Expr.negate(time)));
        }
        IExpr quantity = Expr.plus(terms);
        if (quantity.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        PairingForm form = new PairingForm(
                x,
                isDiscrete(x),
                new VectorForm(adjoints, whole.independent(), forward.states()).of(y, quantity),
                Optional.empty());
        return Optional.of(new Law(
                y,
                new ConservedQuantity(quantity, ConservedQuantity.Kind.PAIRING, List.of(), Optional.empty(), List.of())
                        .pairedBy(form)));
    }

    private static boolean isNegative(IExpr term) {
        return Expr.factors(term).stream().anyMatch(f -> f instanceof IRational q && q.isNegative());
    }

    private static Generator negated(Generator x) {
        return new Generator(
                x.coordinates(), x.infinitesimals().stream().map(Expr::negate).toList());
    }

    /** The product with each term of a sum. */
    private static List<IExpr> products(IExpr factor, IExpr sum) {
        return Expr.terms(sum).stream().map(t -> Expr.times(factor, t)).toList();
    }

    private boolean isDiscrete(Generator x) {
        return x.along(whole.independent()).equals(Expr.ZERO)
                && forward.states().stream().allMatch(s -> isAffine(x.along(s)));
    }

    private boolean isAffine(IExpr e) {
        return Expr.isFreeOf(e, whole.independent())
                && forward.states().stream()
                        .map(s -> Differentiation.derivative(e, s))
                        .allMatch(slope -> forward.states().stream().allMatch(s -> Expr.isFreeOf(slope, s)));
    }
}
