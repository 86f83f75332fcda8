package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Linear equations with constant coefficients, by the roots of the characteristic polynomial. Source: Ince, section 6.1. */
public final class ConstantCoefficients {
    private static final ISymbol LAMBDA = Expr.symbol("λ'");

    private ConstantCoefficients() {}

    /**
     * A fundamental system in which a pair {@code α ± r} of roots whose r² has no known sign stands as {@code e^{αv} cosh(r v), e^{αv} sinh(r
     * v)/r} with a symbol for r.
     *
     * @param squares r² for each such symbol
     */
    public record Formal(List<IExpr> solutions, Map<ISymbol, IExpr> squares) {}

    /** Such a system; empty where the coefficients move or a factor of the characteristic polynomial has no roots here. */
    public static Optional<Formal> formally(ISymbol v, List<IExpr> a, List<Assumption> assumptions) {
        Map<ISymbol, IExpr> squares = new LinkedHashMap<>();
        return a.stream().anyMatch(c -> !Expr.isFreeOf(c, v))
                ? Optional.empty()
                : roots(a, assumptions, Optional.of(squares))
                        .map(roots -> new Formal(solutions(roots, v, v), Collections.unmodifiableMap(squares)));
    }

    /**
     * A root {@code α ± iβ} of some multiplicity.
     *
     * @param beta zero for a real root, which stands for itself alone
     * @param formal whether β is a symbol, and the pair {@code α ± β}
     */
    record Root(IExpr alpha, IExpr beta, int multiplicity, boolean formal) {
        Root(IExpr alpha, IExpr beta, int multiplicity) {
            this(alpha, beta, multiplicity, false);
        }
    }

    /** A fundamental system; empty where the coefficients move or a root cannot be written with real radicals. */
    public static Optional<List<IExpr>> solve(ISymbol v, List<IExpr> a, List<Assumption> assumptions) {
        return solve(v, a, v, assumptions);
    }

    /** The same, the solutions taken at an expression in place of the variable. */
    static Optional<List<IExpr>> solve(ISymbol v, List<IExpr> a, IExpr at, List<Assumption> assumptions) {
        if (a.stream().anyMatch(c -> !Expr.isFreeOf(c, v))) {
            return Optional.empty();
        }
        return roots(a, assumptions).map(roots -> solutions(roots, at, v));
    }

    private static List<IExpr> solutions(List<Root> roots, IExpr at, ISymbol v) {
        List<IExpr> out = new ArrayList<>();
        for (Root root : roots) {
            IExpr growth = exponential(root.alpha(), at, v);
            IExpr angle = times(root.beta(), at);
            for (int k = 0; k < root.multiplicity(); k++) {
                IExpr factor = Expr.times(Expr.power(at, k), growth);
                if (root.beta().equals(Expr.ZERO)) {
                    out.add(factor);
                } else if (root.formal()) {
                    out.add(Expr.times(factor, Expr.apply(Elementary.COSH, angle)));
                    out.add(Expr.divide(Expr.times(factor, Expr.apply(Elementary.SINH, angle)), root.beta()));
                } else {
                    out.add(Expr.times(factor, Expr.apply(Elementary.COS, angle)));
                    out.add(Expr.times(factor, Expr.apply(Elementary.SIN, angle)));
                }
            }
        }
        return out;
    }

    private static IExpr exponential(IExpr rate, IExpr at, ISymbol v) {
        return ExponentialOfSum.of(times(rate, at), v);
    }

    private static IExpr times(IExpr c, IExpr at) {
        return Expr.plus(Expr.terms(at).stream().map(t -> Expr.times(c, t)).toList());
    }

    /** The roots of {@code λ^m = Σ a_k λ^k}. */
    static Optional<List<Root>> roots(List<IExpr> a, List<Assumption> assumptions) {
        return roots(a, assumptions, Optional.empty());
    }

    private static Optional<List<Root>> roots(
            List<IExpr> a, List<Assumption> assumptions, Optional<Map<ISymbol, IExpr>> squares) {
        List<IExpr> terms = new ArrayList<>();
        terms.add(Expr.power(LAMBDA, a.size()));
        for (int k = 0; k < a.size(); k++) {
            terms.add(Expr.negate(Expr.times(a.get(k), Expr.power(LAMBDA, k))));
        }
        List<Root> out = new ArrayList<>();
        for (Map.Entry<IExpr, Integer> factor :
                Factors.of(Expr.plus(terms), assumptions).powers().entrySet()) {
            if (!Expr.isFreeOf(factor.getKey(), LAMBDA)) {
                Optional<List<Root>> roots = ofIrreducible(factor.getKey(), factor.getValue(), assumptions, squares);
                if (roots.isEmpty()) {
                    return roots;
                }
                out.addAll(roots.get());
            }
        }
        return Optional.of(out);
    }

    private static Optional<List<Root>> ofIrreducible(
            IExpr f, int multiplicity, List<Assumption> assumptions, Optional<Map<ISymbol, IExpr>> squares) {
        Map<IExpr, IExpr> c = Polynomials.coefficients(f, Set.of(LAMBDA)).orElse(Map.of());
        int degree = 0;
        while (degree <= 12 && !isTop(c, degree)) {
            degree++;
        }
        IExpr top = coefficient(c, degree);
        if (degree == 1) {
            IExpr root = NormalForm.of(Expr.negate(Expr.divide(coefficient(c, 0), top)), assumptions);
            return Optional.of(List.of(new Root(root, Expr.ZERO, multiplicity)));
        }
        if (degree == 2) {
            return quadratic(top, coefficient(c, 1), coefficient(c, 0), multiplicity, assumptions, squares);
        }
        boolean binomial = c.size() == 2 && !coefficient(c, 0).equals(Expr.ZERO);
        return binomial && (degree == 3 || degree == 4)
                ? binomial(degree, Expr.negate(Expr.divide(coefficient(c, 0), top)), multiplicity)
                : Optional.empty();
    }

    private static boolean isTop(Map<IExpr, IExpr> c, int degree) {
        return c.keySet().stream().allMatch(m -> {
            for (int k = 0; k <= degree; k++) {
                if (m.equals(Expr.power(LAMBDA, k))) {
                    return true;
                }
            }
            return false;
        });
    }

    private static IExpr coefficient(Map<IExpr, IExpr> c, int k) {
        return c.getOrDefault(Expr.power(LAMBDA, k), Expr.ZERO);
    }

    private static Optional<List<Root>> quadratic(
            IExpr a,
            IExpr b,
            IExpr c,
            int multiplicity,
            List<Assumption> assumptions,
            Optional<Map<ISymbol, IExpr>> squares) {
        IExpr discriminant =
                NormalForm.of(Expr.minus(Expr.power(b, 2), Expr.times(Expr.integer(4), a, c)), assumptions);
        IExpr half = NormalForm.of(Expr.divide(b, Expr.times(Expr.integer(-2), a)), assumptions);
        Optional<Factors.SignedRoot> known = Factors.root(discriminant, assumptions);
        if (known.isEmpty()) {
            return squares.map(all -> {
                ISymbol r = Expr.symbol("r$" + all.size());
                IExpr twice = Expr.times(Expr.TWO, a);
                all.put(r, NormalForm.of(Expr.divide(discriminant, Expr.power(twice, 2)), assumptions));
                return List.of(new Root(half, r, multiplicity, true));
            });
        }
        return known.map(root -> {
            IExpr offset = NormalForm.of(Expr.divide(root.root(), Expr.times(Expr.TWO, a)), assumptions);
            return root.sign() < 0
                    ? List.of(new Root(half, offset, multiplicity))
                    : List.of(
                            new Root(Expr.plus(half, offset), Expr.ZERO, multiplicity),
                            new Root(Expr.minus(half, offset), Expr.ZERO, multiplicity));
        });
    }

    /** {@code λ^n = c} for a rational c. */
    private static Optional<List<Root>> binomial(int n, IExpr c, int multiplicity) {
        if (!(c instanceof IRational q)) {
            return Optional.empty();
        }
        IExpr r = Expr.power(q.isNegative() ? Expr.negate(c) : c, Expr.rational(1, n));
        if (n == 3) {
            IExpr real = q.isNegative() ? Expr.negate(r) : r;
            return Optional.of(List.of(
                    new Root(real, Expr.ZERO, multiplicity),
                    new Root(
                            Expr.times(Expr.rational(-1, 2), real),
                            Expr.times(Expr.HALF, Expr.sqrt(Expr.integer(3)), r),
                            multiplicity)));
        }
        if (q.isNegative()) {
            IExpr s = Expr.times(r, Expr.power(Expr.TWO, Expr.rational(-1, 2)));
            return Optional.of(List.of(new Root(s, s, multiplicity), new Root(Expr.negate(s), s, multiplicity)));
        }
        return Optional.of(List.of(
                new Root(r, Expr.ZERO, multiplicity),
                new Root(Expr.negate(r), Expr.ZERO, multiplicity),
                new Root(Expr.ZERO, r, multiplicity)));
    }
}
