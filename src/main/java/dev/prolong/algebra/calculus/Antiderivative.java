package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Assumption;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Antiderivatives {@code S = ∫ f dx}: in closed form, or kept as an integral with a constant lower limit.
 *
 * <p>A closed form has passed the exact test {@code dS/dx - f = 0}. It is real wherever f is, on both sides of f's poles, and without
 * jumps between them; where it contains roots of constants it claims something only if these are real. The function f must be smooth:
 * split {@code piecewise, abs, min, max} into their pieces first.
 */
public final class Antiderivative {
    private Antiderivative() {}

    /** {@code ∫ f dx} in closed form, elementary or with {@code erf, erfi, Ei}; empty where none was found. */
    public static Optional<IExpr> of(IExpr f, ISymbol x) {
        return of(f, x, List.of());
    }

    /** The same under assumptions on the parameters, which may choose between forms. */
    public static Optional<IExpr> of(IExpr f, ISymbol x, List<Assumption> assumptions) {
        CandidateCheck check = new CandidateCheck(f, x, assumptions);
        return new Integrator(assumptions)
                .candidates(f, x)
                .filter(check::accepts)
                .findFirst();
    }

    /**
     * {@code (1/a) ∫_c^{ax+b} F(s) ds} with {@code f(x) = F(ax+b)}: the integral unevaluated. The lower limit c is the first of {@code 0,
     * 1, -1, 2, -2, ..} near which F is finite; it holds on the interval around c that is free of poles of F.
     */
    public static IExpr kept(IExpr f, ISymbol x) {
        return KeptIntegral.of(f, x, List.of());
    }

    /** The same under assumptions on the parameters. */
    public static IExpr kept(IExpr f, ISymbol x, List<Assumption> assumptions) {
        return KeptIntegral.of(f, x, assumptions);
    }
}
