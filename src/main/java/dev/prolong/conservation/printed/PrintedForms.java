package dev.prolong.conservation.printed;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
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
    private final ISymbol start;

    private PrintedForms(
            DifferentialSystem system,
            RateModel model,
            Generator general,
            FreshNames names,
            ISymbol eps,
            IExpr s,
            Inverse.Branch b,
            ISymbol y) {
        this.system = system;
        this.model = model;
        this.general = general;
        this.names = names;
        this.t = system.independent();
        this.c = Expr.symbol(names.take("c"));
        this.eps = eps;
        this.antiderivative = s;
        this.branch = b;
        this.solution = Expr.substitute(b.value(), y, Expr.plus(t, c));
        ISymbol adjoint = model.adjoints().stream().findFirst().orElse(model.z());
        this.start = Expr.symbol(names.take(adjoint.getSymbolName() + "0"));
    }

    /**
     * The forms of a system of the model's structure whose solution is known in closed form; none for others.
     *
     * @param general the general generator that was derived, with its constants
     */
    public static List<PrintedForm> of(DifferentialSystem system, Generator general, FreshNames names) {
        List<RateModel> models = RateModel.of(system);
        List<PrintedForms> copies = new ArrayList<>();
        ISymbol eps = Expr.symbol(names.take("eps"));
        Optional<IExpr> first = Optional.empty();
        for (RateModel model : models) {
            ISymbol z = model.z();
            Optional<IExpr> s = Antiderivative.of(Expr.power(model.f(), -1), z, system.assumptions());
            first = first.or(() -> s);
            ISymbol y = Expr.symbol(names.takeNumbered("y"));
            s.flatMap(f -> Inverse.of(f, z, y, system.assumptions()).stream()
                            .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                            .findFirst())
                    .ifPresent(branch -> copies.add(
                            new PrintedForms(system, model, general, names, eps, s.orElseThrow(), branch, y)));
        }
        if (models.isEmpty() || copies.size() < models.size()) {
            return LossForms.of(system, first.map(f -> Expr.minus(f, system.independent())), names);
        }
        return models.get(0).adjoints().isEmpty() ? forward(copies) : backward(copies);
    }

    private Optional<IExpr> domain() {
        return branch.condition().equals(Condition.TRUE) ? Optional.empty() : Optional.of(branch.condition());
    }

    private static List<PrintedForm> forward(List<PrintedForms> copies) {
        List<PrintedForm> out = new ArrayList<>();
        for (PrintedForms copy : copies) {
            out.add(copy.forward(name("F", copy, copies)));
        }
        PrintedForms first = copies.get(0);
        out.addAll(LossForms.of(first.system, Optional.of(Expr.minus(first.antiderivative, first.t)), first.names));
        return out;
    }

    private static String name(String letter, PrintedForms copy, List<PrintedForms> copies) {
        return copies.size() == 1 ? letter : letter + "_" + (copies.indexOf(copy) + 1);
    }

    private PrintedForm forward(String name) {
        IExpr moved = Expr.plus(model.z(), Expr.times(eps, general.along(model.z())));
        return new PrintedForm(
                name,
                Expr.minus(moved, Expr.substitute(solution, t, movedTime())),
                constantKept(),
                domain(),
                "The group moves the constant c of the solution too, which the recipe leaves in place."
                        + " So the quantity is conserved to first order in eps only, and only for constants that keep c.",
                Optional.of(Expr.minus(antiderivative, t)));
    }

    private IExpr movedTime() {
        return Expr.plus(t, Expr.times(eps, general.along(t)));
    }

    /** The adjoints along a solution; on these u f is constant, so u is the reciprocal of f times that constant. */
    private record OnSolution(IExpr u, IExpr v, IExpr w) {}

    private static List<PrintedForm> backward(List<PrintedForms> copies) {
        List<OnSolution> parts = copies.stream().map(PrintedForms::onSolution).toList();
        IExpr v = Expr.plus(parts.stream().map(OnSolution::v).toList());
        IExpr w = Expr.plus(parts.stream().map(OnSolution::w).toList());
        List<IExpr> moments = new ArrayList<>();
        List<IExpr> weights = new ArrayList<>();
        for (PrintedForms copy : copies) {
            RateModel m = copy.model;
            ISymbol u = m.adjoints().get(0);
            weights.add(u);
            moments.add(Expr.times(u, m.z()));
            moments.add(Expr.negate(Expr.times(copy.t, u, m.f())));
        }
        RateModel m = copies.get(0).model;
        moments.add(Expr.negate(Expr.times(m.p(), m.adjoints().get(1))));
        weights.add(Expr.negate(Expr.times(m.p(), m.adjoints().get(2))));
        List<PrintedForm> out = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            OnSolution all = new OnSolution(parts.get(i).u(), v, w);
            out.addAll(copies.get(i).backward(copies, all, Expr.plus(moments), Expr.plus(weights)));
        }
        return out;
    }

    /** The velocity along the solution; with {@code tanh²(y/2) = (cosh y − 1)/(cosh y + 1)} where that rids it of half arguments. */
    private IExpr speed() {
        IExpr speed = Differentiation.derivative(solution, t);
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

    private OnSolution onSolution() {
        IExpr speed = speed();
        IExpr atStart = Expr.times(start, Expr.substitute(speed, t, Expr.ZERO));
        IExpr u = Expr.divide(atStart, speed);
        return new OnSolution(
                u,
                Expr.divide(Expr.minus(Expr.times(solution, u), Expr.times(atStart, t)), model.p()),
                Expr.divide(u, model.p()));
    }

    private List<PrintedForm> backward(List<PrintedForms> copies, OnSolution on, IExpr exactV, IExpr exactW) {
        if (!(general.along(t) instanceof ISymbol time)) {
            return List.of();
        }
        ISymbol u = model.adjoints().get(0);
        ISymbol v = model.adjoints().get(1);
        ISymbol w = model.adjoints().get(2);
        ISymbol k = Expr.symbol(names.takeNumbered("k"));
        IExpr p = model.p();
        IExpr printed = Expr.divide(k, speed());
        IExpr later = Expr.substitute(printed, t, movedTime());
        IExpr solutionLater = Expr.substitute(solution, t, movedTime());
        String note = "The group moves the constant c of the solution too, which the recipe leaves in place;"
                + " with c - eps times the shift of time in its place every shift will do."
                + " The new constant is not free either: it is fixed by the adjoint at the start.";
        String shared = copies.size() == 1
                ? note
                : "The adjoints of the weights are sums over all copies, and one copy's solution is subtracted from them."
                        + " So it drifts whatever the constants are, unless all other adjoints vanish.";
        List<PrintedForm> out = new ArrayList<>();
        out.add(form(name("P", this, copies), moved(u), later, u, on.u(), time, k, note, Expr.times(u, model.f())));
        IExpr forV = Expr.divide(Expr.minus(Expr.times(solutionLater, later), Expr.times(k, t)), p);
        out.add(form(name("Q", this, copies), moved(v), forV, v, on.v(), time, k, shared, exactV));
        out.add(form(
                name("R", this, copies), moved(w), Expr.divide(later, p), w, on.w(), time, k, shared, exactW));
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
                .map(value -> brief(value, moved, state))
                .map(value -> Condition.and(
                        List.of(Condition.compare(time, S.Equal, Expr.ZERO), Condition.compare(k, S.Equal, value))));
        return new PrintedForm(name, quantity, condition, domain(), note, Optional.of(exact));
    }

    /** The constant that was found, as the moved adjoint's at the start, where it is the same. */
    private IExpr brief(IExpr value, IExpr moved, ISymbol state) {
        IExpr atStart = Expr.times(start, Expr.substitute(speed(), t, Expr.ZERO));
        IExpr brief = Expr.times(Differentiation.derivative(moved, state), atStart);
        return ZeroDecision.of(Expr.minus(value, brief), system.assumptions()) == ZeroDecision.ZERO ? brief : value;
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
