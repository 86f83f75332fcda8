package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Linear equations that a new variable {@code τ = ∫φ dv} brings to constant coefficients: Euler's and many others. The only φ that can do
 * it is a root of the lowest coefficient. An equation of order two is tried without its first derivative too.
 *
 * <p>Source: Ince, section 6.3; Kamke, Differentialgleichungen I, A 22.
 */
final class VariableChange {
    private final ISymbol v;
    private final List<Assumption> assumptions;

    VariableChange(ISymbol v, List<Assumption> assumptions) {
        this.v = v;
        this.assumptions = assumptions;
    }

    Optional<List<IExpr>> solve(List<IExpr> a) {
        Optional<List<IExpr>> out = changed(a);
        return out.isPresent() || a.size() != 2 ? out : withoutFirstDerivative(a);
    }

    /** {@code u = μ z} with {@code μ = exp(½∫a_1)}. */
    private Optional<List<IExpr>> withoutFirstDerivative(List<IExpr> a) {
        IExpr half = Expr.times(Expr.HALF, a.get(1));
        IExpr invariant = NormalForm.of(
                Expr.plus(a.get(0), Expr.power(half, 2), Expr.negate(Differentiation.derivative(half, v))),
                assumptions);
        Optional<IExpr> exponent = Antiderivative.of(half, v, assumptions);
        if (half.equals(Expr.ZERO) || exponent.isEmpty()) {
            return Optional.empty();
        }
        List<IExpr> reduced = List.of(invariant, Expr.ZERO);
        Optional<List<IExpr>> z = invariant.equals(Expr.ZERO)
                ? Optional.of(List.of(Expr.ONE, v))
                : ConstantCoefficients.solve(v, reduced, assumptions).or(() -> changed(reduced));
        IExpr factor = ExponentialOfSum.of(exponent.get(), v);
        return z.map(list -> list.stream().map(f -> Expr.times(factor, f)).toList());
    }

    private Optional<List<IExpr>> changed(List<IExpr> a) {
        int m = a.size();
        int lowest = 0;
        while (lowest < m && a.get(lowest).equals(Expr.ZERO)) {
            lowest++;
        }
        if (lowest == m || Expr.isFreeOf(a.get(lowest), v)) {
            return Optional.empty();
        }
        IExpr phi = Factors.of(a.get(lowest), assumptions).movingRoot(v, m - lowest);
        if (phi.equals(Expr.ONE)) {
            return Optional.empty();
        }
        List<List<IExpr>> powers = powersOfDerivation(phi, m);
        List<IExpr> coefficients = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            List<IExpr> terms = new ArrayList<>();
            terms.add(Expr.negate(powers.get(m).get(j)));
            for (int k = j; k < m; k++) {
                terms.add(Expr.times(a.get(k), powers.get(k).get(j)));
            }
            IExpr c = NormalForm.of(Expr.divide(Expr.plus(terms), Expr.power(phi, m)), assumptions);
            if (!Expr.isFreeOf(c, v)) {
                return Optional.empty();
            }
            coefficients.add(c);
        }
        return Antiderivative.of(phi, v, assumptions)
                .flatMap(tau ->
                        ConstantCoefficients.solve(v, coefficients, ExponentialOfSum.withoutModulus(tau), assumptions));
    }

    /** {@code D^k = Σ_j s[k][j] δ^j} with {@code D = φ δ}. */
    private List<List<IExpr>> powersOfDerivation(IExpr phi, int m) {
        List<List<IExpr>> out = new ArrayList<>();
        out.add(List.of(Expr.ONE));
        for (int k = 0; k < m; k++) {
            List<IExpr> last = out.get(k);
            List<IExpr> next = new ArrayList<>();
            for (int j = 0; j <= k + 1; j++) {
                IExpr moved = j <= k ? Differentiation.derivative(last.get(j), v) : Expr.ZERO;
                IExpr raised = j > 0 ? Expr.times(phi, last.get(j - 1)) : Expr.ZERO;
                next.add(Expr.plus(moved, raised));
            }
            out.add(next);
        }
        return out;
    }
}
