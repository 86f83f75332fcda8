package dev.prolong.determining;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.prolongation.Prolongation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Lie's invariance condition {@code Γ⁽ⁿ⁾ Δ_j = 0} wherever all {@code Δ = 0}, split into determining equations.
 *
 * <p>Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), theorem 2.31 and section 2.4.
 */
public final class DeterminingEquations {
    private DeterminingEquations() {}

    /** The determining equations of infinitesimals of the given form. */
    public static DeterminingSystem of(
            DifferentialSystem system, List<UnknownFunction> unknowns, Derivation derivation) {
        return of(system, generator(unknowns), unknowns, derivation);
    }

    /** The determining equations of a generator whose infinitesimals are linear in the unknowns. */
    public static DeterminingSystem of(
            DifferentialSystem system, Generator x, List<UnknownFunction> unknowns, Derivation derivation) {
        JetSpace space = system.jetSpace();
        InvarianceSteps steps = new InvarianceSteps(system, x, derivation);
        steps.prolongation();
        List<IExpr> rhs = system.rightSides();
        TotalDerivative flow = TotalDerivative.alongSolutions(space, system.leading());
        Prolongation prolonged = Prolongation.of(x, space, flow, rhs);
        List<IExpr> conditions = new ArrayList<>();
        for (int j = 0; j < rhs.size(); j++) {
            conditions.add(condition(system, prolonged, j));
        }
        steps.substitution(conditions);
        List<LinearEquation> equations = new ArrayList<>();
        for (IExpr c : conditions) {
            LinearEquation whole = LinearForm.of(c, unknowns);
            if (!whole.terms().isEmpty()) {
                List<Splitting.Part> parts = Splitting.split(whole, unknowns, space.free(), system.assumptions());
                steps.splitting(Splitting.freeCoordinates(whole, unknowns, space.free()), parts, unknowns);
                parts.forEach(p -> equations.add(p.equation()));
            }
        }
        return new DeterminingSystem(unknowns, equations.stream().distinct().toList());
    }

    /** Conditions, linear in the unknowns, split over the coordinates on which theirs do not depend; each once. */
    public static List<LinearEquation> split(
            List<IExpr> conditions,
            List<UnknownFunction> unknowns,
            Collection<ISymbol> coordinates,
            Collection<Assumption> assumptions) {
        Set<LinearEquation> out = new LinkedHashSet<>();
        for (IExpr c : conditions) {
            LinearEquation whole = LinearForm.of(c, unknowns);
            if (!whole.terms().isEmpty()) {
                Splitting.split(whole, unknowns, coordinates, assumptions).forEach(p -> out.add(p.equation()));
            }
        }
        out.removeIf(e -> e.terms().isEmpty());
        return List.copyOf(out);
    }

    /** {@code Γ⁽ⁿ⁾(x_j^(n) − f_j)} on solutions. */
    private static IExpr condition(DifferentialSystem system, Prolongation prolonged, int j) {
        JetSpace space = system.jetSpace();
        IExpr f = system.equations().get(j).rhs();
        List<IExpr> terms = new ArrayList<>();
        terms.add(prolonged.coefficients().get(j).get(space.orders().get(j)));
        IExpr tau = prolonged.generator().along(space.independent());
        terms.add(Expr.negate(Expr.times(tau, Differentiation.derivative(f, space.independent()))));
        for (int i = 0; i < space.states().size(); i++) {
            for (int k = 0; k < space.orders().get(i); k++) {
                IExpr partial = Differentiation.derivative(f, space.symbol(i, k));
                terms.add(Expr.negate(Expr.times(prolonged.coefficients().get(i).get(k), partial)));
            }
        }
        for (org.matheclipse.core.interfaces.ISymbol p : system.parameters()) {
            IExpr along = prolonged.generator().along(p);
            terms.add(Expr.negate(Expr.times(along, Differentiation.derivative(f, p))));
        }
        return Expr.plus(terms);
    }

    private static Generator generator(List<UnknownFunction> unknowns) {
        return new Generator(
                unknowns.stream().map(UnknownFunction::coordinate).toList(),
                unknowns.stream().map(UnknownFunction::tree).toList());
    }
}
