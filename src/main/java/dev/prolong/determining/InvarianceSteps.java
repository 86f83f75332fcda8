package dev.prolong.determining;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.jet.JetSpace;
import dev.prolong.prolongation.Prolongation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Records how the determining equations come about: prolongation, invariance, substitution, splitting. */
final class InvarianceSteps {
    private final DifferentialSystem system;
    private final JetSpace space;
    private final Generator generator;
    private final Derivation derivation;
    private int invariance;
    private int substitution;
    private final List<IExpr> before = new ArrayList<>();

    InvarianceSteps(DifferentialSystem system, Generator generator, Derivation derivation) {
        this.system = system;
        this.space = system.jetSpace();
        this.generator = generator;
        this.derivation = derivation;
    }

    /** The coefficients of the prolonged generator on the free jet space, and what they have to satisfy. */
    void prolongation() {
        Prolongation free = Prolongation.free(generator, space);
        List<Formula> lines = new ArrayList<>();
        List<Formula> conditions = new ArrayList<>();
        for (int i = 0; i < space.states().size(); i++) {
            int order = space.orders().get(i);
            for (int k = 1; k <= order; k++) {
                lines.add(Formula.equation(
                        coefficient(i, k), free.coefficients().get(i).get(k)));
            }
            IExpr rhs = system.equations().get(i).rhs();
            conditions.add(Formula.equation(coefficient(i, order), image(rhs, this::coefficient)));
            before.add(Expr.minus(
                    free.coefficients().get(i).get(order),
                    image(rhs, (j, k) -> free.coefficients().get(j).get(k))));
        }
        int prolonged = derivation.record(
                Step.Stage.PROLONGATION,
                "prolongation",
                "The generator acts on derivatives too: each prolonged coefficient is the total derivative of the one before it,"
                        + " less the derivative times the total derivative of the infinitesimal of the independent variable.",
                lines,
                "Olver, theorem 2.36");
        invariance = derivation.record(
                Step.Stage.INVARIANCE,
                "invariance condition",
                "The prolonged generator annihilates every equation, leading derivative minus right side, wherever all equations"
                        + " hold: the coefficient of the leading derivative equals the derivative of the right side along the"
                        + " generator.",
                conditions,
                "Olver, theorem 2.31",
                List.of(prolonged));
    }

    /** The prolonged coefficient of a state's derivative. */
    private interface Coefficients {
        IExpr of(int state, int order);
    }

    /** {@code Γ f = T f_t + Σ X_i^(k) f_{x_i^(k)}}. */
    private IExpr image(IExpr f, Coefficients prolonged) {
        List<IExpr> terms = new ArrayList<>();
        for (int c = 0; c < generator.coordinates().size(); c++) {
            terms.add(Expr.times(
                    generator.infinitesimals().get(c),
                    Differentiation.derivative(f, generator.coordinates().get(c))));
        }
        for (int i = 0; i < space.states().size(); i++) {
            for (int k = 1; k < space.orders().get(i); k++) {
                terms.add(Expr.times(prolonged.of(i, k), Differentiation.derivative(f, space.symbol(i, k))));
            }
        }
        return Expr.plus(terms);
    }

    private ISymbol coefficient(int state, int order) {
        IExpr along = generator.along(space.states().get(state));
        String name = Expr.isArbitrary(along)
                ? along.head().toString()
                : space.states().get(state).getSymbolName();
        return Expr.symbol(name + "^(" + order + ")");
    }

    /** The conditions once each leading derivative is replaced by its right side. */
    void substitution(List<IExpr> conditions) {
        List<String> leading = system.equations().stream()
                .map(Equation::leading)
                .map(InvarianceSteps::quoted)
                .toList();
        List<IExpr> proper =
                conditions.stream().filter(c -> !c.equals(Expr.ZERO)).toList();
        substitution = derivation.record(new Step(
                Step.Stage.INVARIANCE,
                "substitution",
                "The prolonged coefficients are written out, and " + String.join(", ", leading)
                        + (leading.size() == 1 ? " is" : " are") + " replaced by the right "
                        + (leading.size() == 1 ? "side." : "sides."),
                zeros(proper.isEmpty() ? conditions : proper),
                "",
                List.of(invariance),
                List.of(new Step.Detail("Before the replacement:", zeros(before)))));
    }

    private static List<Formula> zeros(List<IExpr> trees) {
        return trees.stream().map(c -> Formula.equation(c, Expr.ZERO)).toList();
    }

    /** The equations into which a condition falls apart, collected over functions of these coordinates. */
    void splitting(Collection<ISymbol> free, List<Splitting.Part> parts, List<UnknownFunction> unknowns) {
        if (parts.isEmpty()) {
            return;
        }
        List<Formula> lines = new ArrayList<>();
        for (Splitting.Part part : parts) {
            Formula line = Formula.equation(part.equation().tree(unknowns), Expr.ZERO);
            boolean named = !free.isEmpty() && part.of().isPresent();
            lines.add(named ? line.coefficientOf(part.of().get()) : line);
        }
        String why = free.isEmpty()
                ? "No coordinate is free of the unknowns, so there is nothing to collect: the condition is itself a determining"
                        + " equation."
                : "The unknowns do not depend on "
                        + String.join(
                                ", ", free.stream().map(InvarianceSteps::quoted).toList())
                        + ", in which the condition holds identically: the coefficients of linearly independent functions of "
                        + (free.size() == 1 ? "it" : "them") + " vanish one by one"
                        + (parts.stream().anyMatch(p -> p.of().isPresent()) ? "; in brackets, these functions." : ".");
        derivation.record(
                Step.Stage.SPLITTING,
                free.isEmpty() ? "nothing to split" : "splitting",
                why,
                lines,
                "Bluman and Anco, section 3.2",
                List.of(substitution));
    }

    private static String quoted(ISymbol s) {
        return "`" + s.getSymbolName() + "`";
    }
}
