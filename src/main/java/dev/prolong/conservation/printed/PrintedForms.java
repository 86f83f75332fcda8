package dev.prolong.conservation.printed;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The recipe of "symmetry-regularised neural ODEs": transform a solution {@code z = φ(t + c)} by the group to first order in ε, and
 * subtract from the transformed state the solution at the transformed time (equations 25, 26, 41; 42 for N copies). The slip is that the group also moves
 * the constant c. Conditions are computed on the trajectory, where the quantity must not depend on t.
 */
public final class PrintedForms {
    private final DifferentialSystem system;
    private final RateModel model;
    private final Generator general;
    private final FreshNames names;
    private final ISymbol t;
    private final ISymbol eps;
    private final List<Trajectory> trajectories = new ArrayList<>();

    /**
     * What is known of one state: the constant c of its solution, {@code S(z) = ∫ dz/f}, the closed solution, and where that holds.
     */
    private record Trajectory(
            ISymbol z, IExpr f, ISymbol c, IExpr antiderivative, IExpr solution, Optional<IExpr> domain) {}

    private PrintedForms(
            DifferentialSystem system,
            RateModel model,
            Generator general,
            FreshNames names,
            IExpr s,
            Inverse.Branch branch,
            ISymbol y) {
        this.system = system;
        this.model = model;
        this.general = general;
        this.names = names;
        this.t = system.independent();
        ISymbol first = model.states().get(0);
        for (int i = 0; i < model.size(); i++) {
            ISymbol z = model.states().get(i);
            ISymbol c = Expr.symbol(model.size() == 1 ? names.take("c") : names.takeNumbered("c"));
            trajectories.add(new Trajectory(
                    z,
                    model.rates().get(i),
                    c,
                    Expr.substitute(s, first, z),
                    Expr.substitute(branch.value(), y, Expr.plus(t, c)),
                    branch.condition().equals(Condition.TRUE)
                            ? Optional.empty()
                            : Optional.of(Expr.substitute(branch.condition(), first, z))));
        }
        this.eps = Expr.symbol(names.take("eps"));
    }

    /**
     * The forms of a system of the model's structure whose solution is known in closed form; none for others.
     *
     * @param general the general generator that was derived, with its constants
     */
    public static List<PrintedForm> of(DifferentialSystem system, Generator general, FreshNames names) {
        Optional<RateModel> model = RateModel.of(system);
        if (model.isEmpty()) {
            return LossForms.of(system, List.of(), names);
        }
        ISymbol z = model.get().states().get(0);
        Optional<IExpr> s = Antiderivative.of(Expr.power(model.get().rates().get(0), -1), z, system.assumptions());
        ISymbol y = Expr.symbol(names.takeNumbered("y"));
        Optional<Inverse.Branch> branch = s.flatMap(f -> Inverse.of(f, z, y, system.assumptions()).stream()
                .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                .findFirst());
        if (s.isEmpty() || branch.isEmpty()) {
            return LossForms.of(
                    system, s.map(f -> exact(f, model.get(), system)).orElse(List.of()), names);
        }
        PrintedForms forms = new PrintedForms(system, model.get(), general, names, s.get(), branch.get(), y);
        return model.get().hasAdjoints() ? forms.backward() : forms.forward();
    }

    /** {@code P} of one state, {@code P1, P2, ..} of several. */
    private String numbered(String letter, int i) {
        return model.size() == 1 ? letter : letter + (i + 1);
    }

    private List<PrintedForm> forward() {
        List<PrintedForm> out = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            Trajectory x = trajectories.get(i);
            IExpr f = Expr.minus(moved(x.z()), Expr.substitute(x.solution(), t, movedTime()));
            out.add(new PrintedForm(
                    numbered("F", i),
                    f,
                    constantKept(x),
                    x.domain(),
                    "The group moves the constant c of the solution too, which the recipe leaves in place."
                            + " So the quantity is conserved to first order in eps only, and only for constants that keep c.",
                    List.of(exact(x))));
        }
        out.addAll(LossForms.of(system, trajectories.stream().map(this::exact).toList(), names));
        return out;
    }

    private IExpr exact(Trajectory x) {
        return Expr.minus(x.antiderivative(), t);
    }

    /** {@code S(z_i) − t} for each copy, S given for the first. */
    private static List<IExpr> exact(IExpr s, RateModel model, DifferentialSystem system) {
        ISymbol first = model.states().get(0);
        return model.states().stream()
                .map(z -> Expr.minus(Expr.substitute(s, first, z), system.independent()))
                .toList();
    }

    private IExpr movedTime() {
        return Expr.plus(t, Expr.times(eps, general.along(t)));
    }

    private IExpr moved(ISymbol state) {
        return Expr.plus(state, Expr.times(eps, general.along(state)));
    }

    /** {@code f = dz/dt} along the solution, with {@code tanh²(y/2) = (cosh y − 1)/(cosh y + 1)} where that rids it of half arguments. */
    private IExpr speed(Trajectory x) {
        IExpr speed = Differentiation.derivative(x.solution(), t);
        for (IExpr tanh : Expr.subtrees(speed, e -> e.head().equals(Elementary.TANH.head()))) {
            ISymbol whole = Expr.symbol(names.takeNumbered("y"));
            IExpr square = Expr.divide(Expr.minus(whole, Expr.ONE), Expr.plus(whole, Expr.ONE));
            IExpr rational = Expr.substitute(speed, Expr.power(tanh, 2), square);
            if (Expr.subtrees(rational, tanh::equals).isEmpty()) {
                IExpr argument = Expr.times(Expr.TWO, Expr.arguments(tanh).get(0));
                speed = Expr.substitute(normal(rational), whole, Expr.apply(Elementary.COSH, argument));
            }
        }
        return speed;
    }

    /** The constant that was found, written as that of the moved adjoint at the start where it is the same. */
    private IExpr brief(IExpr value, ISymbol state, IExpr atStart) {
        IExpr start = Expr.times(Differentiation.derivative(moved(state), state), atStart);
        return ZeroDecision.of(Expr.minus(value, start), system.assumptions()) == ZeroDecision.ZERO ? start : value;
    }

    private List<PrintedForm> backward() {
        if (!(general.along(t) instanceof ISymbol)) {
            return List.of();
        }
        ISymbol k = Expr.symbol(names.takeNumbered("k"));
        IExpr p = model.p();
        Map<IExpr, IExpr> onSolutions = new LinkedHashMap<>();
        List<IExpr> v = new ArrayList<>();
        List<IExpr> w = new ArrayList<>();
        List<IExpr> exactV = new ArrayList<>(List.of(Expr.negate(Expr.times(p, model.v()))));
        List<IExpr> exactW = new ArrayList<>(List.of(Expr.negate(Expr.times(p, model.w()))));
        for (int i = 0; i < model.size(); i++) {
            Trajectory x = trajectories.get(i);
            ISymbol u = model.adjoint(i);
            ISymbol start = Expr.symbol(names.take(u.getSymbolName() + "0"));
            // on solutions u f is constant, so u is the reciprocal of f times that constant
            IExpr atStart = Expr.times(start, Expr.substitute(speed(x), t, Expr.ZERO));
            IExpr along = Expr.divide(atStart, speed(x));
            onSolutions.put(u, along);
            v.add(Expr.divide(Expr.minus(Expr.times(x.solution(), along), Expr.times(atStart, t)), p));
            w.add(Expr.divide(along, p));
            exactV.add(Expr.times(u, x.z()));
            exactV.add(Expr.negate(Expr.times(t, u, x.f())));
            exactW.add(u);
        }
        onSolutions.put(model.v(), Expr.plus(v));
        onSolutions.put(model.w(), Expr.plus(w));
        List<PrintedForm> out = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            Trajectory x = trajectories.get(i);
            IExpr later = Expr.substitute(Expr.divide(k, speed(x)), t, movedTime());
            IExpr solutionLater = Expr.substitute(x.solution(), t, movedTime());
            IExpr forV = Expr.divide(Expr.minus(Expr.times(solutionLater, later), Expr.times(k, t)), p);
            IExpr forW = Expr.divide(later, p);
            ISymbol u = model.adjoint(i);
            out.add(form("P", i, u, later, k, onSolutions, Expr.times(u, x.f())));
            out.add(form("Q", i, model.v(), forV, k, onSolutions, Expr.plus(exactV)));
            out.add(form("R", i, model.w(), forW, k, onSolutions, Expr.plus(exactW)));
        }
        return out;
    }

    private PrintedForm form(
            String letter,
            int i,
            ISymbol state,
            IExpr subtracted,
            ISymbol k,
            Map<IExpr, IExpr> onSolutions,
            IExpr exact) {
        IExpr quantity = Expr.minus(moved(state), subtracted);
        IExpr along = Expr.substitute(quantity, onSolutions);
        IExpr start = Expr.substitute(onSolutions.getOrDefault(model.adjoint(i), Expr.ZERO), t, Expr.ZERO);
        IExpr atStart = Expr.times(start, Expr.substitute(speed(trajectories.get(i)), t, Expr.ZERO));
        boolean shared = model.size() > 1 && !state.equals(model.adjoint(i));
        return new PrintedForm(
                numbered(letter, i),
                quantity,
                conserved(along, k, value -> brief(value, state, atStart)),
                trajectories.get(i).domain(),
                shared
                        ? "All states share the parameters, so this adjoint is a sum over all of them, while the recipe"
                                + " subtracts the part of one state only. No choice of its constants mends that."
                        : "The group moves the constant c of the solution too, which the recipe leaves in place;"
                                + " with c - eps times the shift of time in its place every shift will do."
                                + " The new constant is not free either: it is fixed by the adjoint at the start."
                                + (letter.equals("Q")
                                        ? " Equation 41 has k + t in place of k t, which equation 42 has."
                                        : ""),
                List.of(exact));
    }

    /**
     * When a form is constant along solutions: the value of k that makes it so, for every shift of time where there is one, else for the
     * shift zero.
     */
    private Optional<IExpr> conserved(IExpr along, ISymbol k, UnaryOperator<IExpr> written) {
        ISymbol shift = (ISymbol) general.along(t);
        Optional<IExpr> always = solved(rate(along), k).map(written).map(value -> Condition.compare(k, S.Equal, value));
        return always.or(() -> solved(rate(Expr.substitute(along, shift, Expr.ZERO)), k)
                .map(written)
                .map(value -> Condition.and(
                        List.of(Condition.compare(shift, S.Equal, Expr.ZERO), Condition.compare(k, S.Equal, value)))));
    }

    private IExpr rate(IExpr onSolution) {
        return Differentiation.derivative(onSolution, t);
    }

    /**
     * When the recipe's F is conserved to first order in ε. Along the solution {@code ∂F/∂ε = Z − f T = f g}, where g depends on {@code S −
     * t = c} only, as every characteristic over f does; f is no constant, so g must vanish. At t = 0, where S = c, it is {@code Σ_i c_i
     * (α_i S + β_i)}.
     */
    private Optional<IExpr> constantKept(Trajectory x) {
        IExpr g = Expr.substitute(Expr.minus(Expr.divide(general.along(x.z()), x.f()), general.along(t)), t, Expr.ZERO);
        List<IExpr> terms = new ArrayList<>();
        for (ISymbol s : constants()) {
            IExpr e = Differentiation.derivative(g, s);
            IExpr alpha = normal(Expr.times(Differentiation.derivative(e, x.z()), x.f()));
            IExpr beta = normal(Expr.minus(e, Expr.times(alpha, x.antiderivative())));
            if (!Expr.isFreeOf(alpha, x.z()) || !Expr.isFreeOf(beta, x.z())) {
                return Optional.empty();
            }
            terms.add(Expr.times(s, Expr.plus(Expr.times(alpha, x.c()), beta)));
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
        return NormalForm.ifAny(e, system.assumptions()).orElse(e);
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
