package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.Shortest;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Coordinates along the orbit of one that moves by itself, {@code dx/dε = ξ(x)}: with its position u on the orbit in place of ε, a component
 * {@code a y + b} is {@code dy/du = (a y + b)/ξ}, so {@code y(u) = E(u) (y/E(x) + B(u) − B(x))} for {@code E = e^{∫ a/ξ}, B = ∫ b/(ξ E)}, where a and
 * b are taken along the orbit too; Bernoulli's equation is linear in a power of y. The image is {@code y(x̄)}.
 *
 * <p>It starts at y where x̄ starts at x, since {@code y(x) = y}; and {@code E(u)/E(x)} is positive as long as the flow lasts.
 */
final class AlongOrbit {
    private static final ISymbol U = Expr.symbol("u$orbit");

    private final Generator field;
    private final ISymbol x;
    private final Image image;
    private final List<Assumption> assumptions;
    private final Map<ISymbol, Optional<Form>> forms = new HashMap<>();

    /**
     * A coordinate at the position u.
     *
     * @param lawful whether algebra decides that its rate is what the field says
     */
    private record Form(IExpr value, boolean lawful) {}

    /**
     * The orbit of one coordinate.
     *
     * @param x the coordinate, whose component depends on nothing else that moves
     * @param image x̄
     */
    AlongOrbit(Generator field, ISymbol x, Image image, List<Assumption> assumptions) {
        this.field = field;
        this.x = x;
        this.image = image;
        this.assumptions = new ArrayList<>(assumptions);
        for (Assumption a : assumptions) {
            if (!Expr.isFreeOf(a.expression(), x)) {
                this.assumptions.add(new Assumption(Expr.substitute(a.expression(), x, U), a.relation()));
            }
        }
        forms.put(x, Optional.of(new Form(U, /* lawful= */ true)));
    }

    /** The image of a coordinate; proved where x̄ is and algebra decides that the integrals are antiderivatives. */
    Optional<Image> of(ISymbol c) {
        boolean proved = image.standing() == Image.Standing.PROVED;
        return form(c).map(f -> new Image(
                Expr.substitute(f.value(), U, image.value()),
                image.domain(),
                proved && f.lawful(),
                proved,
                Image.Standing.CANDIDATE));
    }

    private Optional<Form> form(ISymbol c) {
        if (field.along(c).equals(Expr.ZERO)) {
            return Optional.of(new Form(c, /* lawful= */ true));
        }
        if (!forms.containsKey(c)) {
            forms.put(c, Optional.empty());
            forms.put(c, solved(c));
        }
        return Objects.requireNonNull(forms.get(c));
    }

    /** Empty where the equation is none of these, or depends on what is not known along the orbit. */
    private Optional<Form> solved(ISymbol c) {
        IExpr equation = equation(c);
        Map<ISymbol, IExpr> known = new HashMap<>();
        boolean lawful = true;
        for (ISymbol other : field.coordinates()) {
            if (!other.equals(c) && !Expr.isFreeOf(equation, other)) {
                Optional<Form> form = form(other);
                if (form.isEmpty()) {
                    return Optional.empty();
                }
                known.put(other, form.get().value());
                lawful &= form.get().lawful();
            }
        }
        boolean sofar = lawful;
        IExpr along = Expr.substitute(equation, known);
        return Constant.value(Differentiation.derivative(equation, c), c, assumptions)
                .map(slope -> affine(c, Expr.substitute(slope, known), Expr.substitute(along, c, Expr.ZERO)))
                .orElseGet(() -> separable(c, along).or(() -> bernoulli(c, along)))
                .map(f -> new Form(f.value(), f.lawful() && sofar));
    }

    /** {@code dc/dx}, without common factors where it is shorter so. */
    private IExpr equation(ISymbol c) {
        return Shortest.of(Expr.divide(field.along(c), field.along(x)), assumptions);
    }

    /** {@code dc/du = a c + b}. */
    private Optional<Form> affine(ISymbol c, IExpr a, IExpr b) {
        return integral(a).flatMap(exponent -> {
            IExpr growth =
                    Expr.times(Expr.terms(exponent).stream().map(this::growth).toList());
            boolean grows = isZero(Expr.minus(rate(exponent), a));
            if (b.equals(Expr.ZERO)) {
                return Optional.of(new Form(Expr.times(c, growth), grows));
            }
            IExpr above = exponential(exponent);
            IExpr gain = Expr.divide(b, above);
            return integral(gain).map(s -> {
                boolean lawful = grows
                        && isZero(Expr.minus(rate(s), gain))
                        && isZero(Expr.minus(rate(above), Expr.times(a, above)));
                return new Form(Expr.plus(Expr.times(c, growth), Expr.times(above, difference(s))), lawful);
            });
        });
    }

    /** {@code dc/du = g(c) h(u)} is the flow of g in the time {@code ∫ h}. */
    private Optional<Form> separable(ISymbol c, IExpr equation) {
        Map<Boolean, List<IExpr>> factors =
                Expr.factors(equation).stream().collect(Collectors.partitioningBy(f -> Expr.isFreeOf(f, c)));
        IExpr g = Expr.times(Objects.requireNonNull(factors.get(false)));
        IExpr h = Expr.times(Objects.requireNonNull(factors.get(true)));
        if (!Expr.isFreeOf(g, U)) {
            return Optional.empty();
        }
        return integral(h)
                .flatMap(s -> new LineFlow(g, c, difference(s), List.of(), assumptions)
                        .candidates()
                        .filter(i -> i.domain().isEmpty()
                                && i.lawful()
                                && i.starting().getAsBoolean())
                        .findFirst()
                        .map(i -> new Form(i.value(), isZero(Expr.minus(rate(s), h)))));
    }

    private Optional<Form> bernoulli(ISymbol c, IExpr equation) {
        return Bernoulli.of(equation, c).flatMap(e -> {
            IExpr k = Expr.integer(e.power());
            ISymbol power = Expr.symbol("v$orbit");
            return affine(power, Expr.times(k, e.linear()), Expr.times(k, e.other()))
                    .map(f -> new Form(e.back(Expr.substitute(f.value(), power, e.transformed(c)), c), f.lawful()));
        });
    }

    private static IExpr rate(IExpr e) {
        return Differentiation.derivative(e, U);
    }

    private Optional<IExpr> integral(IExpr e) {
        return Antiderivative.of(e, U, assumptions)
                .or(() -> NormalForm.ifAny(e, assumptions).flatMap(n -> Antiderivative.of(n, U, assumptions)));
    }

    private boolean isZero(IExpr e) {
        return FlowCheck.isZero(e, assumptions);
    }

    /** {@code e^(s(u) − s(x))}. */
    private IExpr growth(IExpr s) {
        return logarithm(s)
                .map(l -> Expr.power(ratio(l), Expr.divide(s, l)))
                .orElseGet(() -> Expr.exp(Expr.minus(s, Expr.substitute(s, U, x))));
    }

    /** {@code s(u) − s(x)}. */
    private IExpr difference(IExpr s) {
        return Expr.plus(Expr.terms(s).stream()
                .map(term -> logarithm(term)
                        .filter(l -> Expr.isFreeOf(Expr.divide(term, l), U))
                        .map(l -> Expr.times(Expr.divide(term, l), Expr.log(ratio(l))))
                        .orElseGet(() -> Expr.minus(term, Expr.substitute(term, U, x))))
                .toList());
    }

    /** {@code h(u)/h(x)} for {@code log h}: positive as long as the flow lasts. */
    private IExpr ratio(IExpr logarithm) {
        IExpr inside = inside(logarithm);
        return Expr.divide(inside, Expr.substitute(inside, U, x));
    }

    /** {@code e^s}, logarithms in s as powers of their arguments: right up to a constant on each interval. */
    static IExpr exponential(IExpr s) {
        List<IExpr> factors = new ArrayList<>();
        for (IExpr term : Expr.terms(s)) {
            Optional<IExpr> logarithm = logarithm(term);
            factors.add(
                    logarithm.isEmpty()
                            ? Expr.exp(term)
                            : Expr.power(inside(logarithm.get()), Expr.divide(term, logarithm.get())));
        }
        return Expr.times(factors);
    }

    private static Optional<IExpr> logarithm(IExpr term) {
        return Expr.factors(term).stream()
                .filter(f -> f.isAST(Elementary.LOG.head()))
                .findFirst();
    }

    private static IExpr inside(IExpr logarithm) {
        IExpr inside = ((IAST) logarithm).arg1();
        return inside.isAST(Elementary.ABS.head()) ? ((IAST) inside).arg1() : inside;
    }
}
