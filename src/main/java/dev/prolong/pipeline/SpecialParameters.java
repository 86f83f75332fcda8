package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.ansatz.SymmetrySearch;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Values of parameters at which the algebra has another dimension: where something that the generic answer takes as non-zero vanishes, the
 * system is put there and its dimension counted again; where it differs, the system is solved as a case of its own, and examined in turn.
 *
 * <p>Source: Ovsiannikov, Group Analysis of Differential Equations, ch. 2 (group classification).
 */
final class SpecialParameters {
    private static final int DEEPEST = 2;
    private static final int MOST_CASES = 10;

    private final AnsatzChoice ansatz;
    private final Derivation derivation;
    private final Function<DifferentialSystem, CaseResult> solver;
    private final List<CaseResult> found = new ArrayList<>();
    private final Set<Set<String>> seen = new HashSet<>();

    /** @param solver the whole chain for a system */
    SpecialParameters(AnsatzChoice ansatz, Derivation derivation, Function<DifferentialSystem, CaseResult> solver) {
        this.ansatz = ansatz;
        this.derivation = derivation;
        this.solver = solver;
    }

    /** A system with a parameter given a value. */
    private record Special(DifferentialSystem system, IExpr condition) {}

    List<CaseResult> of(CaseResult generic) {
        examine(generic, List.of());
        return List.copyOf(found);
    }

    /** A result with all that it takes as non-zero among its assumptions. */
    CaseResult withPivots(CaseResult result) {
        SymmetryAlgebra algebra = result.algebra();
        if (algebra.dimension().isEmpty()) {
            return result;
        }
        Set<Assumption> all = new LinkedHashSet<>(algebra.assumptions());
        all.addAll(SymmetrySearch.parameterPivots(
                result.system(),
                ansatz,
                result.determining(),
                algebra.dimension().get()));
        return result.withSymmetries(
                new SymmetryAlgebra(
                        algebra.dimension(),
                        algebra.infinite(),
                        algebra.basis(),
                        algebra.constants(),
                        algebra.general(),
                        List.copyOf(all)),
                result.generators());
    }

    private void examine(CaseResult result, List<IExpr> conditions) {
        DifferentialSystem system = result.system();
        SymmetryAlgebra generic = result.algebra();
        if (conditions.size() == DEEPEST || generic.dimension().isEmpty()) {
            return;
        }
        for (Assumption a : generic.assumptions()) {
            if (a.relation() != Assumption.Relation.NONZERO || found.size() >= MOST_CASES) {
                continue;
            }
            for (Special special : at(system, a.expression())) {
                examine(special, generic, conditions);
            }
        }
    }

    private void examine(Special special, SymmetryAlgebra generic, List<IExpr> conditions) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        List<IExpr> all = new ArrayList<>(conditions);
        all.add(special.condition());
        if (seen.add(new TreeSet<>(all.stream().map(InputForm::of).toList())) && differs(special.system(), generic)) {
            IExpr where = all.size() == 1 ? all.get(0) : Condition.and(all);
            derivation.record(
                    Step.Stage.SYSTEM,
                    Step.SPECIAL_PARAMETERS,
                    "For these values the number of symmetries is another; they are solved as a case of their own.",
                    List.of(Formula.expression(where)),
                    "Ovsiannikov, chapter 2");
            CaseResult result = withPivots(solver.apply(special.system()));
            found.add(result.under(where));
            examine(result, all);
        }
    }

    private boolean differs(DifferentialSystem system, SymmetryAlgebra generic) {
        try {
            SymmetryAlgebra algebra = SymmetrySearch.solve(
                            system, ansatz, FreshNames.avoiding(system), new Derivation())
                    .algebra();
            return algebra.infinite()
                    || algebra.dimension().isPresent() && !algebra.dimension().equals(generic.dimension());
        } catch (NotSmoothException | ArithmeticException undefined) {
            return false;
        }
    }

    /** The system where an expression, linear in some parameter or a multiple of a square less a number, vanishes. */
    private static List<Special> at(DifferentialSystem system, IExpr zero) {
        for (boolean numbersOnly : new boolean[] {true, false}) {
            for (ISymbol p : system.parameters()) {
                IExpr slope = Differentiation.derivative(zero, p);
                boolean linear =
                        !slope.equals(Expr.ZERO) && Expr.isFreeOf(slope, p) && (Expr.isNumber(slope) || !numbersOnly);
                if (linear) {
                    IExpr value = Expr.negate(Expr.divide(Expr.substitute(zero, p, Expr.ZERO), slope));
                    return substituted(system, p, value).stream().toList();
                }
                Optional<IExpr> root = squareRoot(zero, p);
                if (root.isPresent()) {
                    return Stream.of(root.get(), Expr.negate(root.get()))
                            .flatMap(value -> substituted(system, p, value).stream())
                            .toList();
                }
            }
        }
        return List.of();
    }

    /** {@code √(−c/a)} for {@code a p² + c} with numbers a and c of opposite sign. */
    private static Optional<IExpr> squareRoot(IExpr zero, ISymbol p) {
        IExpr curvature = Differentiation.derivative(zero, p, 2);
        IExpr constant = Expr.substitute(zero, p, Expr.ZERO);
        IExpr slope = Expr.substitute(Differentiation.derivative(zero, p), p, Expr.ZERO);
        if (slope.equals(Expr.ZERO)
                && Expr.isNumber(curvature)
                && !curvature.equals(Expr.ZERO)
                && Expr.divide(Expr.times(Expr.integer(-2), constant), curvature) instanceof IRational q
                && !q.isNegative()
                && !q.isZero()) {
            return Optional.of(Expr.sqrt(q));
        }
        return Optional.empty();
    }

    private static boolean holds(Assumption.Relation relation, int sign) {
        return switch (relation) {
            case NONZERO -> sign != 0;
            case POSITIVE -> sign > 0;
            case NONNEGATIVE -> sign >= 0;
            case NEGATIVE -> sign < 0;
            case NONPOSITIVE -> sign <= 0;
        };
    }

    private static Optional<Special> substituted(DifferentialSystem system, ISymbol p, IExpr value) {
        List<Assumption> assumptions = new ArrayList<>();
        for (Assumption a : system.assumptions()) {
            IExpr e = Expr.substitute(a.expression(), p, value);
            if (e instanceof IRational q) {
                if (!holds(a.relation(), q.isZero() ? 0 : q.isNegative() ? -1 : 1)) {
                    return Optional.empty();
                }
            } else {
                assumptions.add(new Assumption(e, a.relation()));
            }
        }
        try {
            DifferentialSystem changed = system.withRightSides(system.equations().stream()
                    .map(e -> Expr.substitute(e.rhs(), p, value))
                    .toList());
            List<ISymbol> rest =
                    system.parameters().stream().filter(s -> !s.equals(p)).toList();
            return Optional.of(new Special(
                    new DifferentialSystem(
                            changed.name(),
                            changed.independent(),
                            rest,
                            changed.functions(),
                            changed.equations(),
                            assumptions),
                    Condition.compare(p, S.Equal, value)));
        } catch (ArithmeticException undefined) {
            return Optional.empty();
        }
    }
}
