package dev.prolong.conservation.printed;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The model {@code z' = f(z) = σ(p z + q)} in a system, known by its structure: {@code f_z = p f_q} and {@code f_p = z f_q}.
 *
 * @param adjoints of z, p and q where the system has them: {@code u' = −u f_z, v' = −u f_p, w' = −u f_q}; else empty
 */
record RateModel(ISymbol z, IExpr f, ISymbol p, ISymbol q, List<ISymbol> adjoints) {

    /** The model, where the system is it, alone or with its three adjoint equations. */
    static Optional<RateModel> of(DifferentialSystem system) {
        int n = system.equations().size();
        if (!system.isFirstOrder() || n != 1 && n != 4) {
            return Optional.empty();
        }
        for (Equation e : system.equations()) {
            for (ISymbol p : system.parameters()) {
                for (ISymbol q : system.parameters()) {
                    if (!p.equals(q) && isModel(system, e, p, q)) {
                        Optional<List<ISymbol>> adjoints = adjoints(system, e, p, q);
                        if (adjoints.isPresent()) {
                            return Optional.of(new RateModel(e.state(), e.rhs(), p, q, adjoints.get()));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isModel(DifferentialSystem system, Equation e, ISymbol p, ISymbol q) {
        ISymbol z = e.state();
        IExpr f = e.rhs();
        boolean alone = system.jetSpace().free().stream().allMatch(s -> s.equals(z) || Expr.isFreeOf(f, s));
        IExpr fq = Differentiation.derivative(f, q);
        return alone
                && !Expr.isFreeOf(f, z)
                && isZero(system, Expr.minus(Differentiation.derivative(f, z), Expr.times(p, fq)))
                && isZero(system, Expr.minus(Differentiation.derivative(f, p), Expr.times(z, fq)));
    }

    private static Optional<List<ISymbol>> adjoints(DifferentialSystem system, Equation model, ISymbol p, ISymbol q) {
        List<Equation> rest = new ArrayList<>(system.equations());
        rest.remove(model);
        if (rest.isEmpty()) {
            return Optional.of(List.of());
        }
        for (Equation first : rest) {
            List<ISymbol> out = new ArrayList<>();
            for (ISymbol v : List.of(model.state(), p, q)) {
                IExpr wanted = Expr.times(first.state(), Differentiation.derivative(model.rhs(), v));
                rest.stream()
                        .filter(e -> v.equals(model.state()) == e.equals(first))
                        .filter(e -> !out.contains(e.state()) && isZero(system, Expr.plus(e.rhs(), wanted)))
                        .findFirst()
                        .ifPresent(e -> out.add(e.state()));
            }
            if (out.size() == rest.size()) {
                return Optional.of(out);
            }
        }
        return Optional.empty();
    }

    private static boolean isZero(DifferentialSystem system, IExpr e) {
        return ZeroDecision.isZero(e, system.assumptions());
    }
}
