package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Fundamental systems of linear homogeneous ordinary equations {@code u^(m) = Σ a_k u^(k)}.
 *
 * <p>In turn: order one by quadrature; constant coefficients, if need be after a change of the variable or removal of the second highest
 * derivative; products of powers, polynomials and exponentials; squares of equations of order two; reduction of the order by what was
 * found. What has no such form is kept as {@link LinearKernel kernels}.
 *
 * <p>Sources: Ince, Ordinary Differential Equations, ch. 5 and 6; Singer, Solving homogeneous linear differential equations in terms of
 * second order linear differential equations, Amer. J. Math. 107 (1985).
 */
final class LinearOde {
    private static final long LARGEST_EQUATION = 400;

    private final List<Assumption> assumptions;
    private final KernelSupply kernels;
    private final Map<List<IExpr>, List<IExpr>> known = new HashMap<>();

    LinearOde(List<Assumption> assumptions, FreshNames names) {
        this(assumptions, new KernelSupply(names, List.of()));
    }

    LinearOde(List<Assumption> assumptions, KernelSupply kernels) {
        this.assumptions = assumptions;
        this.kernels = kernels;
    }

    /**
     * As many independent solutions as were found.
     *
     * @param a the coefficients of {@code u, u', ..}, as many as the order
     * @param coordinates all that is not constant; those other than v are held fixed
     */
    List<IExpr> fundamental(ISymbol v, List<IExpr> a, Collection<ISymbol> coordinates) {
        List<IExpr> key = new ArrayList<>(a);
        key.add(v);
        List<IExpr> out = known.get(key);
        if (out == null) {
            try {
                out = solve(v, a, coordinates);
            } catch (NotSmoothException | ArithmeticException outside) {
                out = List.of();
            }
            known.put(key, out);
        }
        return out;
    }

    private List<IExpr> solve(ISymbol v, List<IExpr> a, Collection<ISymbol> coordinates) {
        int m = a.size();
        if (a.stream().allMatch(c -> c.equals(Expr.ZERO))) {
            List<IExpr> powers = new ArrayList<>();
            for (int k = 0; k < m; k++) {
                powers.add(Expr.power(v, k));
            }
            return powers;
        }
        if (m == 1) {
            return exponential(a.get(0), v).map(List::of).orElse(List.of());
        }
        Optional<List<IExpr>> out = attempt(() -> ConstantCoefficients.solve(v, a, assumptions));
        boolean small = a.stream().mapToLong(Expr::size).sum() < LARGEST_EQUATION;
        if (out.isEmpty() && small) {
            out = attempt(() -> new VariableChange(v, assumptions).solve(a));
        }
        if (out.isPresent()) {
            return out.get();
        }
        List<IExpr> found = small
                ? attempt(() -> Optional.of(new HyperexponentialSolutions(v, a, assumptions).all()))
                        .orElse(List.of())
                : List.of();
        if (found.size() == m) {
            return found;
        }
        if (m == 3 && found.isEmpty() && small) {
            Optional<List<IExpr>> root = attempt(() -> SymmetricSquare.root(v, a, assumptions));
            if (root.isPresent()) {
                List<IExpr> z = fundamental(v, root.get(), coordinates);
                if (z.size() == 2) {
                    return List.of(Expr.power(z.get(0), 2), Expr.times(z.get(0), z.get(1)), Expr.power(z.get(1), 2));
                }
            }
        }
        if (!found.isEmpty()) {
            return reduced(v, a, found, coordinates);
        }
        boolean alone =
                a.stream().allMatch(c -> coordinates.stream().allMatch(s -> s.equals(v) || Expr.isFreeOf(c, s)));
        return alone ? kernels(v, a) : List.of();
    }

    /** Empty too where a method meets functions that it has no field for. */
    private static Optional<List<IExpr>> attempt(Supplier<Optional<List<IExpr>>> method) {
        try {
            return method.get();
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    /** {@code exp(∫a dv)}; empty where the integral has no closed form. */
    Optional<IExpr> exponential(IExpr a, ISymbol v) {
        return Antiderivative.of(a, v, assumptions)
                .map(s -> ExponentialOfSum.of(s, v))
                .or(() -> Optional.of(Expr.exp(Antiderivative.kept(a, v, assumptions))));
    }

    /** {@code u = s ∫w}: the equation of w has one order less. */
    private List<IExpr> reduced(ISymbol v, List<IExpr> a, List<IExpr> found, Collection<ISymbol> coordinates) {
        IExpr s = found.get(0);
        List<IExpr> lower = OrderReduction.by(s, v, a, assumptions);
        List<IExpr> out = new ArrayList<>();
        out.add(s);
        for (IExpr w : fundamental(v, lower, coordinates)) {
            if (!Expr.subtrees(w, LinearKernel::isKernel).isEmpty()) {
                return found;
            }
            IExpr integral =
                    Antiderivative.of(w, v, assumptions).orElseGet(() -> Antiderivative.kept(w, v, assumptions));
            out.add(Expr.times(s, integral));
        }
        return out.size() > found.size() ? out : found;
    }

    /** A solution of the equation with this source, in closed form where variation of constants gives one, else a kernel. */
    IExpr particular(ISymbol v, List<IExpr> a, List<IExpr> homogeneous, IExpr source) {
        return VariationOfConstants.of(v, homogeneous, source, assumptions)
                .or(() -> a.equals(List.of(Expr.ZERO))
                        ? KernelProducts.antiderivative(source, v, assumptions)
                        : Optional.empty())
                .orElseGet(() -> kernel(v, a, source));
    }

    /** A solution of the equation with this source, kept as a chain of kernels. */
    IExpr kernel(ISymbol v, List<IExpr> a, IExpr source) {
        return kernels(v, a, source, 1).get(0);
    }

    /** One chain of kernels for each solution. */
    List<IExpr> kernels(ISymbol v, List<IExpr> a) {
        return kernels(v, a, Expr.ZERO, a.size());
    }

    private List<IExpr> kernels(ISymbol v, List<IExpr> a, IExpr source, int number) {
        List<IExpr> coefficients = new ArrayList<>(a);
        coefficients.add(source);
        return kernels.solutions(v, coefficients, number);
    }
}
