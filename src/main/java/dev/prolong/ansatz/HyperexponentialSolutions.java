package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.RowReduction;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import dev.prolong.determining.UnknownFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solutions {@code e^{λv} Π (v − s)^ρ_s P(v)} of a linear equation, P a polynomial of low degree: λ from the limits of the coefficients
 * at infinity, the ρ from the indicial equations at the poles s.
 *
 * <p>Source: Ince, ch. 7 and 17; Bronstein, Linear ordinary differential equations: breaking through the order 2 barrier, ISSAC 1992.
 */
final class HyperexponentialSolutions {
    private static final int HIGHEST_DEGREE = 6;
    private static final int MOST_FACTORS = 24;

    private final ISymbol v;
    private final List<IExpr> a;
    private final List<Assumption> assumptions;

    HyperexponentialSolutions(ISymbol v, List<IExpr> a, List<Assumption> assumptions) {
        this.v = v;
        this.a = a;
        this.assumptions = assumptions;
    }

    /** As many independent ones as there are of this form. */
    List<IExpr> all() {
        List<IExpr> functions = new ArrayList<>();
        for (IExpr factor : factors()) {
            for (int k = 0; k <= HIGHEST_DEGREE; k++) {
                functions.add(Expr.times(factor, Expr.power(v, k)));
            }
        }
        UnknownFunction unknown = new UnknownFunction(Expr.symbol("u'"), v, List.of(v));
        Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
        terms.put(new UnknownDerivative(0, List.of(a.size())), Expr.ONE);
        for (int k = 0; k < a.size(); k++) {
            if (!a.get(k).equals(Expr.ZERO)) {
                terms.put(new UnknownDerivative(0, List.of(k)), Expr.negate(a.get(k)));
            }
        }
        DeterminingSystem equation = new DeterminingSystem(List.of(unknown), List.of(new LinearEquation(terms)));
        try {
            return SpanSolver.solve(equation, Span.of(List.of(functions)), List.of(v), assumptions)
                    .map(s -> independent(s.solutions().stream()
                            .map(x -> Normal.readable(x.get(0), assumptions))
                            .toList()))
                    .orElse(List.of());
        } catch (NotSmoothException | ArithmeticException outside) {
            return List.of();
        }
    }

    /** Exponents that differ by whole numbers give the same functions again, so that coefficients may add up to zero or to one another. */
    private List<IExpr> independent(List<IExpr> found) {
        DifferentialField k = DifferentialField.of(found, Set.of(v), assumptions);
        List<FieldElement> row = found.stream().map(k::element).toList();
        return found.size() < 2 && row.stream().noneMatch(FieldElement::isZero)
                ? found
                : RowReduction.of(k, k.split(row)).pivots().stream()
                        .map(found::get)
                        .toList();
    }

    private List<IExpr> factors() {
        Set<IExpr> out = new LinkedHashSet<>();
        out.add(Expr.ONE);
        for (IExpr pole : poles()) {
            Set<IExpr> next = new LinkedHashSet<>(out);
            for (IExpr exponent : indices(pole)) {
                IExpr power = Expr.power(Expr.minus(v, pole), exponent);
                out.forEach(f -> next.add(Expr.times(f, power)));
            }
            out = next;
        }
        List<IExpr> exponentials = exponentials();
        Set<IExpr> all = new LinkedHashSet<>();
        for (IExpr f : out) {
            all.add(f);
            exponentials.forEach(e -> all.add(Expr.times(f, e)));
        }
        return all.stream().limit(MOST_FACTORS).toList();
    }

    private List<IExpr> poles() {
        Set<IExpr> out = new LinkedHashSet<>();
        for (IExpr c : a) {
            if (!c.equals(Expr.ZERO)) {
                Factors.of(c, assumptions).powers().forEach((f, k) -> {
                    IExpr slope = dev.prolong.algebra.Differentiation.derivative(f, v);
                    if (k < 0 && !slope.equals(Expr.ZERO) && Expr.isFreeOf(slope, v)) {
                        out.add(NormalForm.of(
                                Expr.negate(Expr.divide(Expr.substitute(f, v, Expr.ZERO), slope)), assumptions));
                    }
                });
            }
        }
        return List.copyOf(out);
    }

    /** Rational roots of the indicial equation, where the pole is regular; some small numbers where it is not. */
    private List<IExpr> indices(IExpr pole) {
        IExpr small = Expr.symbol("s'");
        List<IExpr> limits = new ArrayList<>();
        int m = a.size();
        for (int k = 0; k < m; k++) {
            IExpr scaled = Expr.times(Expr.substitute(a.get(k), v, Expr.plus(pole, small)), Expr.power(small, m - k));
            Optional<IExpr> limit = at(scaled, (ISymbol) small);
            if (limit.isEmpty()) {
                return List.of(Expr.integer(-2), Expr.integer(-4));
            }
            limits.add(limit.get());
        }
        if (m != 2) {
            return List.of(Expr.integer(-3));
        }
        // ρ(ρ − 1) = l_1 ρ + l_0
        return ConstantCoefficients.roots(List.of(limits.get(0), Expr.plus(limits.get(1), Expr.ONE)), assumptions)
                .orElse(List.of())
                .stream()
                .filter(r -> r.beta().equals(Expr.ZERO) && r.alpha() instanceof IRational)
                .map(ConstantCoefficients.Root::alpha)
                .filter(r -> !r.equals(Expr.ZERO))
                .toList();
    }

    private List<IExpr> exponentials() {
        ISymbol small = Expr.symbol("s'");
        List<IExpr> limits = new ArrayList<>();
        for (IExpr c : a) {
            Optional<IExpr> limit = at(Expr.substitute(c, v, Expr.power(small, -1)), small);
            if (limit.isEmpty()) {
                return List.of();
            }
            limits.add(limit.get());
        }
        List<IExpr> out = new ArrayList<>();
        for (ConstantCoefficients.Root r :
                ConstantCoefficients.roots(limits, assumptions).orElse(List.of())) {
            IExpr growth = Expr.exp(Expr.times(r.alpha(), v));
            if (!r.beta().equals(Expr.ZERO)) {
                IExpr angle = Expr.times(r.beta(), v);
                out.add(Expr.times(growth, Expr.apply(dev.prolong.algebra.Elementary.COS, angle)));
                out.add(Expr.times(growth, Expr.apply(dev.prolong.algebra.Elementary.SIN, angle)));
            } else if (!r.alpha().equals(Expr.ZERO)) {
                out.add(growth);
            }
        }
        return out;
    }

    /** The value where s vanishes, if it is finite and the expression rational in it. */
    private Optional<IExpr> at(IExpr e, ISymbol s) {
        IExpr form = NormalForm.of(e, assumptions);
        for (IExpr f : Expr.factors(form)) {
            boolean pole = Expr.isPower(f)
                    && !Expr.isFreeOf(f, s)
                    && Expr.isNumber(((org.matheclipse.core.interfaces.IAST) f).arg2())
                    && ((IRational) ((org.matheclipse.core.interfaces.IAST) f).arg2()).isNegative()
                    && NormalForm.of(
                                    Expr.substitute(((org.matheclipse.core.interfaces.IAST) f).arg1(), s, Expr.ZERO),
                                    assumptions)
                            .equals(Expr.ZERO);
            if (pole) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(NormalForm.of(Expr.substitute(form, s, Expr.ZERO), assumptions));
        } catch (NotSmoothException | ArithmeticException infinite) {
            return Optional.empty();
        }
    }
}
