package dev.prolong.conservation.direct;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A time {@code τ = ∫ dt/h(t)} in which a system may be simpler: {@code dx/dτ = h x'}. An equation of Euler's, {@code t² x'' + a t x' + b x
 * = 0}, has constant coefficients in {@code τ = log|t|}.
 *
 * <p>Source: Ince, Ordinary Differential Equations, section 6.3.
 *
 * @param speed h
 * @param integral τ; empty for t itself
 */
record Clock(IExpr speed, Optional<IExpr> integral) {
    static final Clock TIME = new Clock(Expr.ONE, Optional.empty());

    /** The clocks whose speeds are the denominators in t alone among the atoms. */
    static List<Clock> of(DifferentialSystem system, List<Atom> atoms) {
        ISymbol t = system.independent();
        List<Clock> out = new ArrayList<>();
        for (Atom a : atoms) {
            boolean ofTime = a.least() < 0
                    && !Expr.isFreeOf(a.tree(), t)
                    && system.states().stream().allMatch(x -> Expr.isFreeOf(a.tree(), x));
            if (ofTime) {
                Antiderivative.of(Expr.power(a.tree(), -1), t, system.assumptions())
                        .ifPresent(tau -> out.add(new Clock(a.tree(), Optional.of(tau))));
            }
        }
        return out;
    }

    IExpr time(ISymbol t) {
        return integral.orElse(t);
    }
}
