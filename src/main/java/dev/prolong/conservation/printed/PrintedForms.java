package dev.prolong.conservation.printed;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The recipe of "symmetry-regularised neural ODEs": transform a solution {@code z = φ(t + c)} by the group to first order in ε, and
 * subtract from the transformed state the solution at the transformed time (equations 25, 26, 41). The slip is that the group also moves
 * the constant c. Conditions are computed on the trajectory, where the quantity must not depend on t.
 */
public final class PrintedForms {
    private final DifferentialSystem system;
    private final RateModel model;
    private final Generator general;
    private final FreshNames names;
    private final ISymbol t;
    private final ISymbol c;
    private final ISymbol eps;
    private final IExpr antiderivative;
    private final Inverse.Branch branch;
    private final IExpr solution;

    private PrintedForms(
            DifferentialSystem system,
            RateModel model,
            Generator general,
            FreshNames names,
            IExpr s,
            Inverse.Branch b,
            ISymbol y) {
        this.system = system;
        this.model = model;
        this.general = general;
        this.names = names;
        this.t = system.independent();
        this.c = Expr.symbol(names.take("c"));
        this.eps = Expr.symbol(names.take("eps"));
        this.antiderivative = s;
        this.branch = b;
        this.solution = Expr.substitute(b.value(), y, Expr.plus(t, c));
    }

    /**
     * The forms of a system of the model's structure whose solution is known in closed form; none for others.
     *
     * @param general the general generator that was derived, with its constants
     */
    public static List<PrintedForm> of(DifferentialSystem system, Generator general, FreshNames names) {
        Optional<RateModel> model = RateModel.of(system);
        if (model.isEmpty()) {
            return LossForms.of(system, Optional.empty(), names);
        }
        ISymbol z = model.get().z();
        Optional<IExpr> s = Antiderivative.of(Expr.power(model.get().f(), -1), z, system.assumptions());
        ISymbol y = Expr.symbol(names.takeNumbered("y"));
        Optional<Inverse.Branch> branch = s.flatMap(f -> Inverse.of(f, z, y, system.assumptions()).stream()
                .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                .findFirst());
        if (s.isEmpty() || branch.isEmpty()) {
            return LossForms.of(system, s.map(f -> Expr.minus(f, system.independent())), names);
        }
        PrintedForms forms = new PrintedForms(system, model.get(), general, names, s.get(), branch.get(), y);
        return model.get().adjoints().isEmpty() ? forms.forward() : forms.backward();
    }

    private Optional<IExpr> domain() {
        return branch.condition().equals(Condition.TRUE) ? Optional.empty() : Optional.of(branch.condition());
    }

    private List<PrintedForm> forward() {
        IExpr moved = Expr.plus(model.z(), Expr.times(eps, general.along(model.z())));
        IExpr f = Expr.minus(moved, Expr.substitute(solution, t, movedTime()));
        Optional<IExpr> exact = Optional.of(Expr.minus(antiderivative, t));
        List<PrintedForm> out = new ArrayList<>();
        out.add(new PrintedForm(
                "F",
                f,
                constantKept(),
                domain(),
                "The group moves the constant c of the solution too, which the recipe leaves in place."
                        + " So the quantity is conserved to first order in eps only, and only for constants that keep c.",
                exact));
        out.addAll(LossForms.of(system, exact, names));
        return out;
    }

    private IExpr movedTime() {
        return Expr.plus(t, Expr.times(eps, general.along(t)));
    }

    private List<PrintedForm> backward() {
        IExpr shift = general.along(t);
        if (!(shift instanceof ISymbol time)) {
            return List.of();
        }
        ISymbol u = model.adjoints().get(0);
        ISymbol v = model.adjoints().get(1);
        ISymbol w = model.adjoints().get(2);
        ISymbol k = Expr.symbol(names.takeNumbered("k"));
        ISymbol start = Expr.symbol(names.take(u.getSymbolName() + "0"));
        IExpr p = model.p();
        // on solutions u f is constant, so u is the reciprocal of f times that constant
        IExpr speed = Differentiation.derivative(solution, t);
        IExpr atStart = Expr.times(start, Expr.substitute(speed, t, Expr.ZERO));
        IExpr u1 = Expr.divide(atStart, speed);
        IExpr v1 = Expr.divide(Expr.minus(Expr.times(solution, u1), Expr.times(atStart, t)), p);
        IExpr w1 = Expr.divide(u1, p);
        IExpr printed = Expr.divide(k, speed);
        IExpr later = Expr.substitute(printed, t, movedTime());
        IExpr solutionLater = Expr.substitute(solution, t, movedTime());
        String note = "The group moves the constant c of the solution too, which the recipe leaves in place;"
                + " with c - eps times the shift of time in its place every shift will do."
                + " The new constant is not free either: it is fixed by the adjoint at the start.";
        IExpr exactU = Expr.times(u, model.f());
        IExpr exactV = Expr.minus(Expr.minus(Expr.times(u, model.z()), Expr.times(p, v)), Expr.times(t, u, model.f()));
        IExpr exactW = Expr.minus(u, Expr.times(p, w));
        List<PrintedForm> out = new ArrayList<>();
        out.add(form("P", moved(u), later, u, u1, time, k, note, exactU));
        IExpr forV = Expr.divide(Expr.minus(Expr.times(solutionLater, later), Expr.times(k, t)), p);
        out.add(form("Q", moved(v), forV, v, v1, time, k, note, exactV));
        out.add(form("R", moved(w), Expr.divide(later, p), w, w1, time, k, note, exactW));
        return out;
    }

    private IExpr moved(ISymbol state) {
        return Expr.plus(state, Expr.times(eps, general.along(state)));
    }

    private PrintedForm form(
            String name,
            IExpr moved,
            IExpr subtracted,
            ISymbol state,
            IExpr onSolution,
            ISymbol time,
            ISymbol k,
            String note,
            IExpr exact) {
        IExpr quantity = Expr.minus(moved, subtracted);
        IExpr unshifted = Expr.substitute(Expr.substitute(quantity, time, Expr.ZERO), state, onSolution);
        Optional<IExpr> condition = solved(rate(unshifted), k)
                .map(value -> Condition.and(
                        List.of(Condition.compare(time, S.Equal, Expr.ZERO), Condition.compare(k, S.Equal, value))));
        return new PrintedForm(name, quantity, condition, domain(), note, Optional.of(exact));
    }

    private IExpr rate(IExpr onSolution) {
        return Differentiation.derivative(onSolution, t);
    }

    /**
     * When the recipe's F is conserved to first order in ε. Along the solution {@code ∂F/∂ε = Z − f T = f g}, where g depends on {@code S −
     * t = c} only, as every characteristic over f does; f is no constant, so g must vanish. At t = 0, where S = c, it is {@code Σ_i c_i
     * (α_i S + β_i)}.
     */
    private Optional<IExpr> constantKept() {
        IExpr g = Expr.substitute(
                Expr.minus(Expr.divide(general.along(model.z()), model.f()), general.along(t)), t, Expr.ZERO);
        List<IExpr> terms = new ArrayList<>();
        for (ISymbol s : constants()) {
            IExpr e = Differentiation.derivative(g, s);
            IExpr alpha = normal(Expr.times(Differentiation.derivative(e, model.z()), model.f()));
            IExpr beta = normal(Expr.minus(e, Expr.times(alpha, antiderivative)));
            if (!Expr.isFreeOf(alpha, model.z()) || !Expr.isFreeOf(beta, model.z())) {
                return Optional.empty();
            }
            terms.add(Expr.times(s, Expr.plus(Expr.times(alpha, c), beta)));
        }
        return Optional.of(Condition.compare(Expr.plus(terms), S.Equal, Expr.ZERO));
    }

    private Set<ISymbol> constants() {
        Set<ISymbol> out = new LinkedHashSet<>();
        general.infinitesimals().forEach(e -> out.addAll(Expr.symbols(e)));
        system.parameters().forEach(out::remove);
        system.jetSpace().free().forEach(out::remove);
        return out;
    }

    private IExpr normal(IExpr e) {
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), system.assumptions());
            return field.tree(field.element(e));
        } catch (NotSmoothException outside) {
            return e;
        }
    }

    /** The value of k for which e, linear in k, vanishes for all t. */
    private Optional<IExpr> solved(IExpr e, ISymbol k) {
        IExpr slope = Differentiation.derivative(e, k);
        IExpr rest = Expr.substitute(e, k, Expr.ZERO);
        try {
            DifferentialField field = DifferentialField.of(List.of(slope, rest), Set.of(t), system.assumptions());
            FieldElement value = field.negate(field.divide(field.element(rest), field.element(slope)));
            return field.isConstant(value) ? Optional.of(field.tree(value)) : Optional.empty();
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }
}
