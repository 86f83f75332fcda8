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
 * The model {@code z' = f(z) = σ(p z + q)} in a system, known by its structure: {@code f_z = p f_q} and {@code f_p = z f_q}. There may be
 * N of them with the same weights.
 *
 * @param adjoints of z, p and q where the system has them: {@code u' = −u f_z, v' = −Σ u f_p, w' = −Σ u f_q}, the sums over all copies;
 *     else empty
 */
record RateModel(ISymbol z, IExpr f, ISymbol p, ISymbol q, List<ISymbol> adjoints) {

    /** The copies of the model, where the system is they, alone or with their adjoint equations; else none. */
    static List<RateModel> of(DifferentialSystem system) {
        if (!system.isFirstOrder()) {
            return List.of();
        }
        for (ISymbol p : system.parameters()) {
            for (ISymbol q : system.parameters()) {
                List<Equation> models = p.equals(q)
                        ? List.of()
                        : system.equations().stream()
                                .filter(e -> isModel(system, e, p, q))
                                .toList();
                int others = system.equations().size() - models.size();
                if (!models.isEmpty() && others == 0) {
                    return models.stream()
                            .map(e -> new RateModel(e.state(), e.rhs(), p, q, List.of()))
                            .toList();
                }
                if (!models.isEmpty() && others == models.size() + 2) {
                    List<RateModel> found = withAdjoints(system, models, p, q);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
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

    private static List<RateModel> withAdjoints(
            DifferentialSystem system, List<Equation> models, ISymbol p, ISymbol q) {
        List<Equation> rest = new ArrayList<>(system.equations());
        rest.removeAll(models);
        List<ISymbol> us = new ArrayList<>();
        List<IExpr> byP = new ArrayList<>();
        List<IExpr> byQ = new ArrayList<>();
        for (Equation model : models) {
            Optional<Equation> u = rest.stream()
                    .filter(e -> isZero(system, Expr.plus(e.rhs(), along(e.state(), model, model.state()))))
                    .findFirst();
            if (u.isEmpty()) {
                return List.of();
            }
            rest.remove(u.get());
            us.add(u.get().state());
            byP.add(along(u.get().state(), model, p));
            byQ.add(along(u.get().state(), model, q));
        }
        Optional<Equation> v = opposite(system, rest, Expr.plus(byP));
        v.ifPresent(rest::remove);
        Optional<Equation> w = opposite(system, rest, Expr.plus(byQ));
        if (v.isEmpty() || w.isEmpty()) {
            return List.of();
        }
        List<RateModel> out = new ArrayList<>();
        for (int i = 0; i < us.size(); i++) {
            List<ISymbol> adjoints = List.of(us.get(i), v.get().state(), w.get().state());
            out.add(new RateModel(models.get(i).state(), models.get(i).rhs(), p, q, adjoints));
        }
        return out;
    }

    private static IExpr along(ISymbol u, Equation model, ISymbol variable) {
        return Expr.times(u, Differentiation.derivative(model.rhs(), variable));
    }

    private static Optional<Equation> opposite(DifferentialSystem system, List<Equation> rest, IExpr sum) {
        return rest.stream()
                .filter(e -> isZero(system, Expr.plus(e.rhs(), sum)))
                .findFirst();
    }

    private static boolean isZero(DifferentialSystem system, IExpr e) {
        return ZeroDecision.of(e, system.assumptions()) == ZeroDecision.ZERO;
    }
}
