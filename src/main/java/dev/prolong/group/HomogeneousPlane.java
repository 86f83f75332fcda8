package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.symmetry.Generator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A field of the plane that scalings {@code x → λx, y → λ^w y} multiply by {@code λ^(p−1)}, p a whole number: with {@code s = y/x^w} it is
 * {@code x' = x^p h(s), s' = x^(p−1) g(s)}, so that {@code c = x/H(s)} with {@code H = e^{∫ h/g}} does not move, and {@code s' = (c
 * H(s))^(p−1) g(s)}. Source: Ince, Ordinary Differential Equations, section 2.12, on homogeneous equations.
 *
 * @param weight w
 * @param field the components along s and c
 * @param spread H in s
 * @param lawful whether algebra decides that H is what it should be
 */
record HomogeneousPlane(ISymbol x, ISymbol y, IExpr weight, Generator field, IExpr spread, boolean lawful) {
    private static final ISymbol S = Expr.symbol("s$plane");
    private static final ISymbol C = Expr.symbol("c$plane");
    private static final int LARGEST_POWER = 4;
    private static final List<IExpr> WEIGHTS = List.of(Expr.ONE, Expr.MINUS_ONE, Expr.TWO, Expr.integer(-2));

    /** By each of some whole weights, where H is elementary; their inverses are those with x and y exchanged. */
    static Stream<HomogeneousPlane> of(Generator field, ISymbol x, ISymbol y, List<Assumption> assumptions) {
        return WEIGHTS.stream().flatMap(w -> of(field, x, y, w, assumptions).stream());
    }

    private static Optional<HomogeneousPlane> of(
            Generator field, ISymbol x, ISymbol y, IExpr w, List<Assumption> assumptions) {
        IExpr back = Expr.times(S, Expr.power(x, w));
        IExpr alongX = Expr.substitute(field.along(x), y, back);
        IExpr alongS = Expr.minus(
                Expr.divide(Expr.substitute(field.along(y), y, back), Expr.power(x, w)),
                Expr.times(w, S, Expr.divide(alongX, x)));
        return IntStream.rangeClosed(-LARGEST_POWER, LARGEST_POWER)
                .filter(p -> p != 1)
                .boxed()
                .flatMap(p -> Constant.value(Expr.divide(alongX, Expr.power(x, p)), x, assumptions)
                        .flatMap(h -> Constant.value(Expr.divide(alongS, Expr.power(x, p - 1)), x, assumptions)
                                .flatMap(g -> of(x, y, w, p, h, g, assumptions)))
                        .stream())
                .findFirst();
    }

    private static Optional<HomogeneousPlane> of(
            ISymbol x, ISymbol y, IExpr w, int p, IExpr h, IExpr g, List<Assumption> assumptions) {
        if (g.equals(Expr.ZERO)) {
            return Optional.empty();
        }
        IExpr quotient = Expr.divide(h, g);
        IExpr ratio = NormalForm.ifAny(quotient, assumptions).orElse(quotient);
        return Antiderivative.of(ratio, S, assumptions).map(exponent -> {
            IExpr spread = AlongOrbit.exponential(exponent);
            IExpr law = Expr.minus(Expr.times(g, Differentiation.derivative(spread, S)), Expr.times(h, spread));
            IExpr speed = Expr.times(Expr.power(Expr.times(C, spread), p - 1), g);
            Generator reduced = new Generator(
                    List.of(S, C), List.of(NormalForm.ifAny(speed, assumptions).orElse(speed), Expr.ZERO));
            return new HomogeneousPlane(x, y, w, reduced, spread, FlowCheck.isZero(law, assumptions));
        });
    }

    /**
     * The images of x and y from that of s.
     *
     * @param near how they are written near the start
     */
    Optional<Map<ISymbol, Image>> back(Map<ISymbol, Image> images, NearStart near) {
        if (!images.containsKey(S)) {
            return Optional.empty();
        }
        IExpr s = Expr.divide(y, Expr.power(x, weight));
        Map<IExpr, IExpr> start = Map.of(S, s, C, Expr.divide(x, Expr.substitute(spread, S, s)));
        Image moved = Objects.requireNonNull(images.get(S)).substituted(start);
        boolean proved = lawful && moved.standing() == Image.Standing.PROVED;
        IExpr inX = shorter(Expr.times(Expr.substitute(C, start), Expr.substitute(spread, S, moved.value())), near);
        IExpr inY = shorter(Expr.times(moved.value(), Expr.power(inX, weight)), near);
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        out.put(x, new Image(inX, moved.domain(), proved, proved, Image.Standing.CANDIDATE));
        out.put(y, new Image(inY, moved.domain(), proved, proved, Image.Standing.CANDIDATE));
        return Optional.of(out);
    }

    private static IExpr shorter(IExpr e, NearStart near) {
        return Shortest.of(near.of(e), near.assumptions());
    }
}
