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
 * The model {@code z_i' = f(z_i) = σ(p z_i + q)}, i = 1..N, in a system, known by its structure: {@code f_z = p f_q} and {@code f_p = z
 * f_q}.
 *
 * @param states {@code z_1, .., z_N}
 * @param rates {@code f(z_1), .., f(z_N)}
 * @param adjoints of the states where the system has them, {@code u_i' = −u_i f_z(z_i)}, and after them those of p and q, which all
 *     states share: {@code v' = −Σ u_i f_p(z_i), w' = −Σ u_i f_q(z_i)}; else empty
 */
record RateModel(List<ISymbol> states, List<IExpr> rates, ISymbol p, ISymbol q, List<ISymbol> adjoints) {
    RateModel {
        states = List.copyOf(states);
        rates = List.copyOf(rates);
        adjoints = List.copyOf(adjoints);
    }

    int size() {
        return states.size();
    }

    boolean hasAdjoints() {
        return !adjoints.isEmpty();
    }

    ISymbol adjoint(int i) {
        return adjoints.get(i);
    }

    /** The adjoint of p. */
    ISymbol v() {
        return adjoints.get(size());
    }

    /** The adjoint of q. */
    ISymbol w() {
        return adjoints.get(size() + 1);
    }

    /** The model, where the system is it, alone or with its adjoint equations. */
    static Optional<RateModel> of(DifferentialSystem system) {
        if (!system.isFirstOrder()) {
            return Optional.empty();
        }
        for (ISymbol p : system.parameters()) {
            for (ISymbol q : system.parameters()) {
                Optional<RateModel> found = p.equals(q) ? Optional.empty() : of(system, p, q);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RateModel> of(DifferentialSystem system, ISymbol p, ISymbol q) {
        List<Equation> models = new ArrayList<>();
        List<Equation> rest = new ArrayList<>();
        for (Equation e : system.equations()) {
            boolean another = (models.isEmpty() || isCopy(models.get(0), e)) && isModel(system, e, p, q);
            (another ? models : rest).add(e);
        }
        if (models.isEmpty()) {
            return Optional.empty();
        }
        return adjoints(system, models, rest, p, q)
                .map(adjoints -> new RateModel(
                        models.stream().map(Equation::state).toList(),
                        models.stream().map(Equation::rhs).toList(),
                        p,
                        q,
                        adjoints));
    }

    private static boolean isCopy(Equation model, Equation e) {
        return e.rhs().equals(Expr.substitute(model.rhs(), model.state(), e.state()));
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

    /** Those of the states, of p and of q; none where the system is the model alone; empty where it has other equations. */
    private static Optional<List<ISymbol>> adjoints(
            DifferentialSystem system, List<Equation> models, List<Equation> rest, ISymbol p, ISymbol q) {
        if (rest.isEmpty()) {
            return Optional.of(List.of());
        }
        List<ISymbol> out = new ArrayList<>();
        List<IExpr> byP = new ArrayList<>();
        List<IExpr> byQ = new ArrayList<>();
        for (Equation model : models) {
            IExpr slope = Differentiation.derivative(model.rhs(), model.state());
            Optional<ISymbol> u = rest.stream()
                    .filter(e -> isZero(system, Expr.plus(e.rhs(), Expr.times(e.state(), slope))))
                    .map(Equation::state)
                    .filter(s -> !out.contains(s))
                    .findFirst();
            if (u.isEmpty()) {
                return Optional.empty();
            }
            out.add(u.get());
            byP.add(Expr.times(u.get(), Differentiation.derivative(model.rhs(), p)));
            byQ.add(Expr.times(u.get(), Differentiation.derivative(model.rhs(), q)));
        }
        for (IExpr wanted : List.of(Expr.plus(byP), Expr.plus(byQ))) {
            rest.stream()
                    .filter(e -> !out.contains(e.state()) && isZero(system, Expr.plus(e.rhs(), wanted)))
                    .findFirst()
                    .ifPresent(e -> out.add(e.state()));
        }
        return out.size() == rest.size() ? Optional.of(out) : Optional.empty();
    }

    private static boolean isZero(DifferentialSystem system, IExpr e) {
        return ZeroDecision.isZero(e, system.assumptions());
    }
}
